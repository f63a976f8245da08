// The phone in the browser, for real: registered by the desk's own server, rung by Asterisk, and
// heard at both ends.
import type { Page } from "@playwright/test";
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { chromium } from "../house/machine.ts";
import { open } from "../house/opening.ts";
import { choosePassword, invite } from "../house/people.ts";
import { expect, test } from "../house/test.ts";
import { channelsOf, customer, heardByCustomer, isRegistered, packetsToOthers } from "./exchange.ts";
import { heard, keepConnections, loudest, microphoneHz, microphoneSound } from "./sound.ts";

const microphone = [
  "--use-fake-device-for-media-stream",
  `--use-file-for-fake-audio-capture=${microphoneSound()}`,
  "--use-fake-ui-for-media-stream",
  "--autoplay-policy=no-user-gesture-required",
  "--allow-loopback-in-peer-connection",
  "--disable-features=WebRtcHideLocalIpsWithMdns",
];
test.use({ launchOptions: { ...chromium, args: [...chromium.args!, ...microphone] } });

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.overAsterisk(process.env.DISPO_TEST_ASTERISK!, "2001");
});
test.afterAll(() => centre?.close());

/** Whoever answers at numbers that end so is a person (asterisk/README.md). */
const person = /[5-8]$/;

/** Passes over those who are none. */
async function talkToSomebody(desk: Desk): Promise<void> {
  if ((await desk.state()) === "wrap-up") await desk.code("501");
  await desk.begin();
  const number = async () => (await desk.block.locator(".call").innerText()).match(/\+\d{8,}/)?.[0] ?? "";
  for (let passed = 0; !person.test(await number()) && passed < 30; passed += 1) {
    await desk.code("501");
    await desk.is("preview");
  }
  await desk.press("d");
  await phone(desk.page, "call");
  await desk.is("talking");
}

async function phone(page: Page, state: string): Promise<void> {
  await expect(page.locator("[data-phone-state]")).toHaveAttribute("data-phone-state", state);
}

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

  await desk.press("x");
  await phone(page, "muted");
  await desk.press("x");
  await phone(page, "call");
});

test("a line that was lost comes back by itself, or by one click", async ({ seated, watch }) => {
  watch.expects(/WebSocket|ERR_|Failed to fetch/);
  const page = await seated(centre, "agent", { permissions: ["microphone"] });
  await new Desk(page).open(centre.url("/desk"));
  await phone(page, "ready");
  await centre.stop("hard");
  await phone(page, "lost");
  await centre.start();
  await phone(page, "ready");
  await page.locator("[data-phone] summary").click();
  await page.locator("[data-phone-again]").click();
  await phone(page, "ready");
});

/** An administrator says on which phone somebody talks, and perhaps what else she is. */
async function givePhone(admin: Page, name: string, phone: string, role?: string): Promise<void> {
  await admin.goto(centre.url("/people"));
  await admin.getByRole("link", { name, exact: true }).first().click();
  await admin.locator("#phone").fill(phone);
  if (role) await admin.locator("#role").selectOption(role);
  await admin.locator("main form button.main").first().click();
  await expect(admin.locator("#phone")).toHaveValue(phone);
}

test("agent and customer hear each other, measured at both ends", async ({ seated, somebody }) => {
  const [boss, admin] = [await seated(centre, "supervisor"), await seated(centre, "administrator")];
  const hers = await somebody({ permissions: ["microphone"] });
  await keepConnections(hers);
  const rows = ["Name;Phone", `Hummer;${customer.number}`];
  const desk = await open({ centre, boss, admin, hers, catalogue: "callpro", list: "Hums", rows, kind: "company" });
  await givePhone(admin, "DoraHums", "2002");
  await hers.reload();
  await phone(hers, "ready");
  await desk.press("d");
  await desk.is("talking");
  await phone(hers, "call");
  await expect.poll(() => loudest(hers)).toBeCloseTo(customer.hertz, -1.5);
  // Long enough that the customer has heard her, too.
  await expect.poll(async () => (await heard(hers)).packets).toBeGreaterThan(150);
  await desk.press("h");
  await desk.is("wrap-up");
  await expect.poll(() => heardByCustomer(microphoneHz)).toBeGreaterThan(0.02);
  expect(heardByCustomer(microphoneHz)).toBeGreaterThan(3 * heardByCustomer(microphoneHz * 1.3));
});

test("a page that is closed in the middle of a call says goodbye", async ({ seated }) => {
  const page = await seated(centre, "agent", { permissions: ["microphone"] });
  const desk = await new Desk(page).open(centre.url("/desk"));
  await phone(page, "ready");
  await desk.begin();
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
  await givePhone(admin, "Sue", "2003", "supervisor");
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
