// An agent works by keyboard alone: no mouse, no address typed after the first.
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { expect, test } from "../house/test.ts";

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.demo();
});
test.afterAll(() => centre?.close());

/** One of each kind: refusals, sales, people who were not in, callbacks. */
const codes = ["501", "700", "120", "500", "300"];

test("twenty contacts are coded in a row by keyboard alone", async ({ seated }) => {
  const page = await seated(centre, "agent");
  const desk = await new Desk(page).open(centre.url("/desk"));
  await desk.is("out");
  await desk.press("a");
  const had = new Map<string, string>();
  for (let n = 0; n < 20; n += 1) {
    await desk.is("preview");
    const contact = await desk.contact();
    expect(had.has(contact), `contact ${contact} came twice`).toBe(false);
    const code = codes[n % codes.length]!;
    had.set(contact, code);
    await desk.code(code, code === "300" ? "in 2 hours" : "");
    // Whoever listens rather than looks is told, too.
    await expect(page.locator("[data-said]")).toContainText(code);
  }
  await desk.is("preview");
  await desk.leave("0");

  // Everybody stands where the code put them, and the house is in order.
  const boss = await seated(centre, "supervisor");
  for (const [contact, code] of had) {
    await boss.goto(centre.url(`/contacts/${contact.replace("-", "/")}`));
    await expect(boss.locator(".standing .lead")).toContainText(code);
  }
});

test("a call is dialled, answered, ended and coded by keyboard", async ({ seated }) => {
  const page = await seated(centre, "agent");
  const desk = await new Desk(page).open(centre.url("/desk"));
  await desk.begin();
  await desk.talk();
  await desk.press("n");
  await desk.type("asks for a brochure");
  await desk.press("Escape", "h");
  await desk.is("wrap-up");
  await expect(page.locator("[name=note]")).toHaveValue("asks for a brochure");
  const contact = await desk.contact();
  await desk.code("700");
  await expect(page.locator("[data-said]")).toContainText("700");
  await desk.is("preview");

  const boss = await seated(centre, "supervisor");
  await boss.goto(centre.url(`/contacts/${contact.replace("-", "/")}`));
  await expect(boss.locator(".standing .lead")).toContainText("700");
});

test("a code is found by its words, and Esc goes back a step at a time", async ({ seated }) => {
  const page = await seated(centre, "agent");
  const desk = await new Desk(page).open(centre.url("/desk"));
  await desk.begin();
  await desk.press("/");
  await expect(page.locator("[data-find]")).toBeFocused();
  await desk.type("not inter");
  await expect(desk.block.locator('.code[value="501"]')).toBeVisible();
  await expect(desk.block.locator('.code[value="700"]')).toBeHidden();
  await desk.press("Enter");
  await expect(desk.block.locator("[data-chosen]")).toHaveAttribute("data-chosen", "501");
  await desk.press("Escape");
  await expect(desk.block.locator("[data-chosen]")).toHaveCount(0);
  await desk.press("5");
  await expect(desk.block.locator('.code[value="501"]')).toBeVisible();
  await desk.press("Escape");
  await expect(desk.block.locator('.code[value="501"]')).toBeHidden();
});

test("keys are shown by ?, g goes places, / searches", async ({ seated }) => {
  const page = await seated(centre, "supervisor");
  await page.keyboard.press("?");
  const keys = page.locator("dialog.keys");
  await expect(keys).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
  const ways = await page.locator("[data-go]").evaluateAll((links) =>
    links.map((link) => [link.getAttribute("data-go")!, link.getAttribute("href")!] as const),
  );
  expect(ways.length).toBeGreaterThan(2);
  for (const [key, path] of ways) {
    await page.keyboard.press("g");
    await page.keyboard.press(key);
    await expect(page).toHaveURL(centre.url(path));
  }
  await page.goto(centre.url("/contacts"));
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("g?");
  await expect(page.getByRole("searchbox")).toHaveValue("g?");
  await expect(keys).toBeHidden();
});
