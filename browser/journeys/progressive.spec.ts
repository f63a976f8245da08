// A campaign that dials by itself: the agent only talks and codes.
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { expect, test } from "../house/test.ts";

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.demo();
});
test.afterAll(() => centre?.close());

test("three are dialled in a row without a key, one talk is coded, a break stops it", async ({ seated, watch }) => {
  test.setTimeout(180_000);
  // A look of 61 seconds is refused.
  watch.expects(/status of 422/);
  const boss = await seated(centre, "supervisor");
  await boss.goto(centre.url("/campaigns"));
  const links = await boss.locator('main a[href^="/campaigns/"]').evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  for (const campaign of new Set(links.filter((path) => /^\/campaigns\/\d+$/.test(path ?? "")))) {
    await boss.goto(centre.url(`${campaign}/bounds`));
    await boss.locator("#mode").selectOption("progressive");
    await boss.locator("#look_seconds").fill("61");
    await boss.locator("#look_seconds").press("Enter");
    await expect(boss.locator("#look-error")).toBeVisible();
    await boss.locator("#look_seconds").fill("3");
    await boss.locator("#look_seconds").press("Enter");
    await expect(boss.locator("main")).toContainText("Dials by itself after 3 seconds");
  }
  await boss.goto(centre.url("/floor"));
  await expect(boss.locator(".campaign .tag").first()).toHaveText("dials by itself");

  const page = await seated(centre, "agent");
  const desk = await new Desk(page).open(centre.url("/desk"));
  await desk.begin();
  await expect(desk.block.locator(".call")).toContainText("is dialled in");
  const dialled = new Set<string>();
  // Whoever does not answer takes half a minute of the centre's time.
  await desk.speed(20);
  await expect(async () => {
    const state = await desk.state();
    if (state === "dialling" || state === "talking") dialled.add(await desk.hand());
    if (state === "wrap-up") await desk.letGo();
    if (state === "talking" && dialled.size < 3) await desk.press("h");
    expect(state === "talking" && dialled.size >= 3 && (await desk.isAnswered(await desk.hand()))).toBe(true);
  }).toPass({ intervals: [150], timeout: 150_000 });
  await desk.press("h");
  await desk.is("wrap-up");
  await desk.code("501");
  await desk.is("preview", "waiting");
  // The break is there at once: the contact she only looks at goes back.
  await desk.press("b", "1");
  await desk.is("break");
  await page.waitForTimeout(6_000);
  await desk.is("break");
});
