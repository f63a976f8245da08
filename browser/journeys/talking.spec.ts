// What an agent does during a talk, by keyboard alone.
import type { Page } from "@playwright/test";
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { expect, test } from "../house/test.ts";

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.demo();
});
test.afterAll(() => centre?.close());

test("hold, mute and keys by keyboard alone", async ({ seated }) => {
  const page = await seated(centre, "agent");
  const desk = await new Desk(page).open(centre.url("/desk"));
  await desk.begin();
  await desk.talk();
  const phase = desk.block.locator(".phase");
  await desk.press("k");
  await expect(phase).toHaveText("On hold");
  // Whoever listens rather than looks is told, too.
  await expect(page.locator("[data-said]")).toContainText("On hold");
  await expect(desk.block.locator(".held time")).toHaveText(/00:0[1-9]/);
  await desk.press("q", "k");
  await expect(phase).toHaveText("Muted");
  await desk.press("q");
  await expect(phase).toHaveText("Talking");
  // Keys are pressed as fast as fingers are, and none is lost; digits open no group of codes here.
  await desk.press("t", ..."12*0#");
  await expect(desk.block.locator(".pressed")).toHaveText("12*0#");
  await expect(desk.block.locator("[data-group]:checked")).toHaveCount(0);
  await desk.press("Escape", "5");
  await expect(desk.block.locator("[data-group]:checked")).toHaveCount(1);
  await desk.press("Escape");
  // An end in the middle of a hold leaves nothing behind.
  await desk.press("k");
  await expect(phase).toHaveText("On hold");
  await desk.press("h");
  await desk.is("wrap-up");
  await expect(desk.block.locator(".held")).toHaveCount(0);
  await desk.code("501");
});

test("a talk is put through by keyboard, and a supervisor listens meanwhile", async ({ seated }) => {
  const boss = await seated(centre, "supervisor");
  const page = await seated(centre, "agent");
  const desk = await new Desk(page).open(centre.url("/desk"));
  await desk.is("preview");
  // Every campaign may put through to the same two numbers.
  await boss.goto(centre.url("/campaigns"));
  const campaigns = await boss.locator('main a[href^="/campaigns/"]').evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  for (const campaign of new Set(campaigns.filter((path) => /^\/campaigns\/\d+$/.test(path ?? "")))) {
    for (const [label, number] of [["A workshop", "+49 30 23125 100"], ["Z busy line", "+49 30 23125 120"]]) {
      await boss.goto(centre.url(campaign!));
      await boss.locator("#destination-label").fill(label!);
      await boss.locator("#destination-number").fill(number!);
      await boss.keyboard.press("Enter");
      await expect(boss.locator("#destinations")).toContainText(label!);
    }
  }
  await desk.talk();

  // The supervisor comes by key; the agent sees it.
  await boss.goto(centre.url("/floor"));
  await boss.locator('a[href^="/floor/agents/"]', { hasText: /^You$/ }).first().click();
  await boss.waitForURL(/\/floor\/agents\/\d+$/);
  for (const [key, said] of [["1", /listens$/], ["2", /speaks to you alone/], ["3", /is in the talk/]] as const) {
    await boss.keyboard.press(key);
    await expect(boss.locator(`.listen [data-key="${key}"]`)).toHaveAttribute("aria-pressed", "true");
    await expect(desk.block.locator(".listener")).toHaveText(said);
  }
  await boss.keyboard.press("0");
  await expect(desk.block.locator(".listener")).toHaveCount(0);

  // Whoever is busy leaves the agent with the customer.
  const keyOf = async (label: string) =>
    (await desk.block.locator(".whom[open] button", { hasText: label }).getAttribute("data-menu-key")) ?? "";
  await desk.press("f");
  await desk.press(await keyOf("Z busy line"));
  await expect(desk.block.locator(".news")).toContainText("Z busy line is busy. You are with the customer.");
  // Asked first, all three, then she leaves both; the code is hers.
  await desk.press("e");
  await desk.press(await keyOf("A workshop"));
  await expect(desk.block.locator(".other")).toContainText("A workshop is on the line");
  await desk.press("y");
  await expect(desk.block.locator(".phase")).toHaveText("Three together");
  await desk.press("f");
  await desk.is("wrap-up");
  await desk.code("501");
});

/** Which keys this page sends; the first are held until they are let go. */
async function holdKeys(page: Page): Promise<{ sent: string[]; let: () => void }> {
  const sent: string[] = [];
  let go = () => {};
  const free = new Promise<void>((resolve) => (go = resolve));
  await page.route("**/desk/press", async (route) => {
    sent.push(new URLSearchParams(route.request().postData() ?? "").get("keys") ?? "");
    await free;
    await route.continue();
  });
  return { sent, let: () => go() };
}

test("keys that are still to be sent end with the keypad they were pressed on", async ({ seated }) => {
  const page = await seated(centre, "agent");
  const desk = await new Desk(page).open(centre.url("/desk"));
  await desk.begin();
  await desk.talk();
  const keys = await holdKeys(page);
  await desk.press("t", ..."1234");
  await expect.poll(() => keys.sent).toEqual(["1"]);
  // Meanwhile the customer is put on hold, and is taken back afterwards.
  const other = await new Desk(await page.context().newPage()).open(centre.url("/desk"));
  await other.press("k");
  await expect(other.block.locator(".phase")).toHaveText("On hold");
  keys.let();
  await expect(desk.block.locator(".phase")).toHaveText("On hold");
  await page.bringToFront();
  await desk.press("k");
  await expect(desk.block.locator(".phase")).toHaveText("Talking");
  if (!(await desk.block.locator(".keypad[open]").count())) await desk.press("t");
  await desk.press("5");
  await expect(desk.block.locator(".pressed")).toHaveText(/5$/);
  expect(keys.sent).toEqual(["1", "5"]);
  await desk.press("Escape", "h");
  await desk.is("wrap-up");
  await desk.code("501");
  await other.page.close();
});

test("keys for one customer are not sent to the next", async ({ seated }) => {
  const page = await seated(centre, "agent");
  const desk = await new Desk(page).open(centre.url("/desk"));
  await desk.begin();
  await desk.talk();
  const other = await new Desk(await page.context().newPage()).open(centre.url("/desk"));
  await page.bringToFront();
  const keys = await holdKeys(page);
  await desk.press("t", ..."1234");
  await expect.poll(() => keys.sent).toEqual(["1"]);
  await other.page.bringToFront();
  await other.press("h");
  await other.is("wrap-up");
  await other.code("501");
  await other.talk();
  keys.let();
  await expect(desk.block.locator("[name=hand]").first()).toHaveValue(await other.hand());
  await page.bringToFront();
  if (!(await desk.block.locator(".keypad[open]").count())) await desk.press("t");
  await desk.press("5");
  await expect(other.block.locator(".pressed")).toHaveText("5");
  expect(keys.sent).toEqual(["1", "5"]);
  await desk.press("Escape", "h");
  await desk.is("wrap-up");
  await desk.code("501");
  await other.page.close();
});
