// The phone in the browser, for real: registered by the desk's own server, rung by Asterisk, and
// heard at both ends.
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { choosePassword, invite } from "../house/people.ts";
import { expect, test } from "../house/test.ts";
import { channelsOf, isRegistered, packetsToOthers } from "./exchange.ts";
import { begin, givePhone, phone, talkToSomebody, withMicrophone } from "./handset.ts";
import { heard, keepConnections } from "./sound.ts";

test.use({ launchOptions: withMicrophone });

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.overAsterisk(process.env.DISPO_TEST_ASTERISK!, "2001");
});
test.afterAll(() => centre?.close());

test("an agent hears herself, then somebody she calls, who hears her", async ({ seated }) => {
  const page = await seated(centre, "agent", { permissions: ["microphone"] });
  await keepConnections(page);
  const desk = await new Desk(page).open(centre.url("/desk"));
  await phone(page, "ready");
  await desk.press("p");
  await expect(page.locator("[data-phone-microphone] option")).not.toHaveCount(0);
  await expect(page.locator("[data-phone-speaker] option")).not.toHaveCount(0);
  // What the microphone hears comes and goes: looks at the same beat could all fall in between.
  const level = () => page.locator("[data-phone-level]").evaluate((meter: HTMLMeterElement) => meter.value);
  await expect.poll(level, { intervals: [70] }).toBeGreaterThan(0.05);

  await page.locator("[data-phone-test]").click();
  await phone(page, "echo");
  await expect.poll(async () => (await heard(page)).energy).toBeGreaterThan(0.001);
  await page.locator("[data-phone-test]").click();
  await phone(page, "ready");

  await desk.press("p");
  await talkToSomebody(desk);
  // Somebody says hello at once and then nothing: whoever is deaf for a second has missed it.
  await expect.poll(async () => (await heard(page)).energy).toBeGreaterThan(0.001);
  await expect.poll(packetsToOthers).toBeGreaterThan(100);
});

test("a line that was lost comes back by itself", async ({ seated, watch }) => {
  watch.expects(/WebSocket|ERR_|Failed to fetch/);
  const page = await seated(centre, "agent", { permissions: ["microphone"] });
  await new Desk(page).open(centre.url("/desk"));
  await phone(page, "ready");
  await centre.stop("hard");
  await phone(page, "lost");
  await centre.start();
  await phone(page, "ready");
});

test("a line that was lost comes back at once by one click", async ({ seated, watch }) => {
  watch.expects(/WebSocket|ERR_|Failed to fetch/);
  const page = await seated(centre, "agent", { permissions: ["microphone"] });
  await page.clock.install();
  await new Desk(page).open(centre.url("/desk"));
  await phone(page, "ready");
  await centre.stop("hard");
  await phone(page, "lost");
  // From here on no time passes in the page: nothing in it tries again by itself.
  await page.clock.pauseAt(Date.now() + 1_000);
  await centre.start();
  await page.locator("[data-phone] summary").click();
  await new Promise((over) => setTimeout(over, 11_000));
  await phone(page, "lost");
  expect(await isRegistered("2001")).toBe(false);
  await page.locator("[data-phone-again]").click();
  await phone(page, "ready");
  expect(await isRegistered("2001")).toBe(true);
});

test("a page that missed the end of its call is rung again", async ({ seated, watch }) => {
  watch.expects(/WebSocket|ERR_|Failed to fetch/);
  const page = await seated(centre, "agent", { permissions: ["microphone"] });
  const desk = await new Desk(page).open(centre.url("/desk"));
  await phone(page, "ready");
  await talkToSomebody(desk);
  await centre.stop("hard");
  await centre.start();
  // The program that is there now has hung up what the one before had; the page could not be told.
  await expect.poll(() => channelsOf("2001")).toBe(0);
  await expect.poll(() => isRegistered("2001")).toBe(true);
  await phone(page, "call");
  await talkToSomebody(desk);
});

test("a page that is closed in the middle of a call says goodbye", async ({ seated }) => {
  const page = await seated(centre, "agent", { permissions: ["microphone"] });
  const desk = await new Desk(page).open(centre.url("/desk"));
  await phone(page, "ready");
  await begin(desk);
  await desk.press("d");
  await phone(page, "call");
  expect(await channelsOf("2001")).toBe(1);
  page.on("dialog", (dialog) => void dialog.accept());
  await page.close({ runBeforeUnload: true });
  // Long before Asterisk would miss her sound.
  await expect.poll(() => channelsOf("2001"), { timeout: 5_000 }).toBe(0);
  await expect.poll(() => isRegistered("2001"), { timeout: 5_000 }).toBe(false);
});

test("a supervisor listens with the phone in her browser, on the floor's own page", async ({ seated, somebody }) => {
  const admin = await seated(centre, "administrator");
  const link = await invite(admin, centre, "Sue");
  await givePhone(admin, centre, "Sue", "2003", "supervisor");
  const page = await seated(centre, "agent", { permissions: ["microphone"] });
  const desk = await new Desk(page).open(centre.url("/desk"));
  await phone(page, "ready");
  await talkToSomebody(desk);

  const sue = await somebody({ permissions: ["microphone"] });
  await keepConnections(sue);
  await choosePassword(sue, link, "four geese cross the road");
  await sue.goto(centre.url("/floor"));
  await sue.locator('a[href^="/floor/agents/"]', { hasText: /^You$/ }).first().click();
  await phone(sue, "ready");
  const attends = sue.locator("[data-attends]");
  for (const [key, said] of [["1", /listens$/], ["2", /speaks to you alone/], ["3", /is in the talk/]] as const) {
    await sue.keyboard.press(key);
    await expect(attends).toHaveAttribute("data-attends", "there");
    await expect(sue.locator(`.listen [data-key="${key}"]`)).toHaveAttribute("aria-pressed", "true");
    await expect(desk.block.locator(".listener")).toHaveText(said);
  }
  // What is done on the page does not hang up.
  await sue.locator("#text").fill("Well done.");
  await sue.getByRole("button", { name: "Send" }).click();
  await expect(sue.locator("#one > [role=status]")).toContainText("Message sent.");
  await expect(sue.locator("#text")).toHaveValue("");
  await phone(sue, "call");
  await expect.poll(async () => (await heard(sue)).energy).toBeGreaterThan(0.001);

  // Her desk in another tab gets the phone once the page is left, and not before.
  const tab = await sue.context().newPage();
  await tab.goto(centre.url("/desk"));
  await phone(tab, "elsewhere");
  await phone(sue, "call");
  await sue.keyboard.press("0");
  await expect(attends).toHaveAttribute("data-attends", "left");
  await sue.close();
  await phone(tab, "ready");
});
