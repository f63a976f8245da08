// A retry is changed in the browser: looked at beside what happened, published, and seen to act.
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { expect, test } from "../house/test.ts";
import type { Page } from "@playwright/test";

let centre: Centre;
test.beforeAll(async () => {
  // It is ten o'clock on a Tuesday, and the clock is in no hurry.
  centre = await Centre.demo();
});
test.afterAll(() => centre?.close());

/** Codes the next contact as not answered; gives its place. */
async function rings(desk: Desk): Promise<string> {
  await desk.is("preview");
  const contact = await desk.contact();
  await desk.code("120");
  return contact.replace("-", "/");
}

/** When a contact is due, as its page says it. */
async function due(boss: Page, contact: string): Promise<string> {
  await boss.goto(centre.url(`/contacts/${contact}`));
  return boss.locator(".standing").innerText();
}

test("a retry of three hours becomes one of half an hour, looked at first, and acts", async ({ seated, watch }) => {
  watch.expects(/422/);
  const desk = await new Desk(await seated(centre, "agent")).open(centre.url("/desk"));
  await desk.press("a");
  const before = await rings(desk);
  const boss = await seated(centre, "supervisor");
  expect(await due(boss, before)).toMatch(/\b1[23]:\d\d/);

  // A draft, and one field of one code in it; the buttons follow while one types.
  await boss.goto(centre.url("/catalogues/callpro"));
  await boss.getByRole("button", { name: "Begin a draft" }).click();
  await boss.getByRole("link", { name: "120 No answer" }).click();
  await boss.getByLabel("Key", { exact: true }).fill("y");
  await expect(boss.locator("#buttons .code:has-text('120') kbd")).toHaveText("y");
  await boss.getByLabel("Due again").fill("soon");
  await boss.getByRole("button", { name: "Keep in the draft" }).click();
  await expect(boss.locator("#follow_up-expression-error")).toBeVisible();
  await boss.getByLabel("Due again").fill("TimeAdd=30m");
  await boss.getByRole("button", { name: "Keep in the draft" }).click();
  await expect(boss.locator("#follow_up-expression-error")).toHaveCount(0);

  // What would have gone differently, before it is published.
  await boss.getByRole("link", { name: "Draft" }).click();
  await boss.getByRole("link", { name: "Publish" }).click();
  await expect(boss.locator("#replay")).toContainText("due earlier");
  await expect(boss.locator("#replay tbody tr").first()).toContainText("120 No answer");
  await boss.getByLabel("What is new").fill("No answer: again after half an hour");
  await boss.getByRole("button", { name: "Publish" }).click();
  await expect(boss.locator("main")).toContainText("No answer: again after half an hour");

  // Every list moves when somebody says so.
  const lists = boss.locator("#lists tbody tr");
  for (let n = 0; n < (await lists.count()); n += 1) {
    await lists.nth(n).locator("select").selectOption("1000");
    await lists.nth(n).getByRole("button", { name: "Move" }).click();
    await expect(lists.nth(n).locator("td").first()).toHaveText("1000");
  }

  // And it acts, under its new key.
  await desk.page.reload();
  await desk.is("preview");
  expect((await desk.keysOf("120"))[1]).toBe("y");
  const after = await rings(desk);
  expect(await due(boss, after)).toMatch(/\b10:[345]\d/);
});

test("codes are added and dragged, hours are clicked and set by keys", async ({ seated, watch }) => {
  watch.expects(/422/);
  const boss = await seated(centre, "supervisor");
  await boss.goto(centre.url("/catalogues/stucc"));
  await boss.getByRole("button", { name: "Begin a draft" }).click();

  // One like another; a name that is taken is told beside the field.
  const add = boss.locator("#add");
  await add.getByLabel("Code").fill("$unavailable");
  await add.getByRole("button").click();
  await expect(boss.locator("#new-code-error")).toContainText("already failed/$unavailable");
  await add.getByLabel("Code").fill("open/evening");
  await add.getByLabel("Like").selectOption("open/$follow_up_auto");
  await add.getByRole("button").click();
  await expect(boss.locator("main")).toContainText("is already that of `open/$follow_up_auto`");

  // Its hours: drawn over with the pointer, then changed by keys.
  const half = (day: number, slot: number) => boss.locator(`[data-day="${day}"][data-slot="${slot}"]`);
  const hours = boss.getByLabel("Hours of that roster", { exact: true });
  await half(0, 20).hover();
  await boss.mouse.down();
  await half(0, 23).hover();
  await boss.mouse.up();
  await expect(hours).toHaveValue("mo 18:00-20:00");
  await expect(boss.getByLabel("Roster", { exact: true })).toHaveValue("change");
  await half(0, 23).click();
  await boss.keyboard.press("ArrowDown");
  await boss.keyboard.press("Space");
  await boss.keyboard.press("Shift+ArrowRight");
  await expect(hours).toHaveValue("mo 18:00-19:30; tu 19:30-20:30");
  await boss.getByRole("button", { name: "Keep in the draft" }).click();
  await expect(half(1, 24)).toHaveAttribute("aria-selected", "true");
  await expect(half(1, 25)).toHaveAttribute("aria-selected", "false");

  // Dragged before the others of its group, and by its arrow one down again.
  await boss.getByRole("link", { name: "Draft" }).click();
  const row = (code: string) => boss.locator(`tr[data-code="${code}"]`);
  const inOrder = (...codes: string[]) => expect(boss.locator("tr[data-code^='open/'] th")).toContainText(codes);
  await row("open/evening").locator("th").dragTo(row("open/$follow_up_personal").locator("th"));
  await inOrder("open/evening", "open/$follow_up_personal", "open/$follow_up_auto");
  await boss.getByRole("button", { name: "Down: open/evening" }).click();
  await inOrder("open/$follow_up_personal", "open/evening", "open/$follow_up_auto");

  // Taken out again: nothing is wrong then.
  await row("open/evening").getByRole("link").click();
  await expect(boss.locator("#remove")).toContainText("Nothing would be wrong without it.");
  await boss.locator("#remove").getByRole("button").click();
  await expect(boss.locator("main")).toContainText("Nothing is wrong.");
});

test("on a narrow screen a draft can be begun", async ({ seated }) => {
  const boss = await seated(centre, "supervisor", { viewport: { width: 390, height: 844 }, locale: "de-DE" });
  await boss.goto(centre.url("/catalogues"));
  for (const button of await boss.locator("table button").all()) {
    const box = await button.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 390 - 16).toBe(true);
  }
});
