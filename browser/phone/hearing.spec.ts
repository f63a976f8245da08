// Who hears whom, measured at both ends: from talk to talk, after a mute, and after the browser died
// in which the phone was.
import { type BrowserServer, chromium, type Page } from "@playwright/test";
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { open } from "../house/opening.ts";
import { test as base, expect, opened } from "../house/test.ts";
import { callsOfOthers, channelsOf, customers, heardByCustomer, packetsFrom } from "./exchange.ts";
import { givePhone, number, phone, withMicrophone } from "./handset.ts";
import { heard, keepConnections, loudest, microphoneHz } from "./sound.ts";

/** A browser apart from all others, and how to end it, or to stop it, without a word. */
type Apart = { page: Page; signal: (name: NodeJS.Signals) => void };

const test = base.extend<{ centre: Centre; apart: () => Promise<Apart> }>({
  // There before every page, and gone after all of them.
  centre: [
    async ({}, use) => {
      const centre = await Centre.overAsterisk(process.env.DISPO_TEST_ASTERISK!, "2001");
      await use(centre);
      await centre.close();
    },
    { auto: true },
  ],
  apart: async ({ watch }, use) => {
    const all: BrowserServer[] = [];
    // It and its helpers are a group of processes.
    const signal = (server: BrowserServer, name: NodeJS.Signals) => void process.kill(-server.process().pid!, name);
    await use(async () => {
      const server = await chromium.launchServer(withMicrophone);
      all.push(server);
      const browser = await chromium.connect(server.wsEndpoint());
      const page = await opened(browser, watch, { permissions: ["microphone"] });
      return { page, signal: (name) => signal(server, name) };
    });
    for (const server of all) if (server.process().exitCode === null && server.process().signalCode === null) signal(server, "SIGKILL");
  },
});
test.use({ launchOptions: withMicrophone });
test.setTimeout(150_000);

const handset = "2002";
const seconds = (count: number) => new Promise((over) => setTimeout(over, count * 1000));

/** Somebody new at her desk, with a phone in her browser and two contacts who hum. */
async function withHummers(centre: Centre, boss: Page, admin: Page, hers: Page): Promise<Desk> {
  await keepConnections(hers);
  const rows = ["Name;Phone", ...customers.map(({ number, hertz }) => `Hums at ${hertz};${number}`)];
  const desk = await open({ centre, boss, admin, hers, catalogue: "callpro", list: "Hums", rows, kind: "company" });
  await givePhone(admin, centre, "DoraHums", handset);
  await hers.reload();
  await phone(hers, "ready");
  return desk;
}

/** Dials whoever is at hand, and sees that both hear each other. */
async function hearEachOther(desk: Desk): Promise<void> {
  const dialled = await number(desk);
  const customer = customers.find(({ number }) => number.replaceAll(" ", "") === dialled)!;
  await desk.press("d");
  await desk.is("talking");
  await phone(desk.page, "call");
  await expect.poll(() => loudest(desk.page)).toBeCloseTo(customer.hertz, -1.5);
  // Long enough that the customer has heard her, too.
  const { packets } = await heard(desk.page);
  await expect.poll(async () => (await heard(desk.page)).packets).toBeGreaterThan(packets + 150);
  await desk.press("h");
  await desk.is("wrap-up");
  await expect.poll(() => heardByCustomer(dialled, microphoneHz)).toBeGreaterThan(0.02);
  expect(heardByCustomer(dialled, microphoneHz)).toBeGreaterThan(3 * heardByCustomer(dialled, microphoneHz * 1.3));
}

test("who is muted in one talk is heard in the next, and her phone stays in the silence between", async ({ centre, seated, somebody }) => {
  const [boss, admin] = [await seated(centre, "supervisor"), await seated(centre, "administrator")];
  const desk = await withHummers(centre, boss, admin, await somebody({ permissions: ["microphone"] }));
  await desk.press("d");
  await desk.is("talking");
  await phone(desk.page, "call");
  // Whatever mutes there is.
  await desk.press("x", "q");
  await expect(desk.block.locator(".phase")).toHaveText("Muted");
  const muted = await packetsFrom(handset);
  await seconds(2);
  expect(await packetsFrom(handset), "a browser that is muted sends").toBeGreaterThan(muted + 60);
  await desk.press("h");
  await desk.is("wrap-up");
  // Longer than a phone that sends nothing is kept.
  const before = await packetsFrom(handset);
  await seconds(17);
  expect(await packetsFrom(handset), "a browser that waits sends").toBeGreaterThan(before + 17 * 30);
  await desk.code("501");
  await desk.is("preview");
  await hearEachOther(desk);
});

test("a browser that dies is replaced by the next one before anybody is connected with it", async ({ centre, seated, apart }) => {
  const [boss, admin] = [await seated(centre, "supervisor"), await seated(centre, "administrator")];
  const first = await apart();
  const desk = await withHummers(centre, boss, admin, first.page);
  await hearEachOther(desk);
  await desk.code("501");
  await desk.is("preview");
  const cookies = await first.page.context().cookies();
  first.signal("SIGKILL");
  const died = Date.now();
  const second = await apart();
  await second.page.context().addCookies(cookies);
  await keepConnections(second.page);
  const again = await new Desk(second.page).open(centre.url("/desk"));
  await phone(second.page, "ready");
  // By the new page, long before the silence is noticed.
  await expect.poll(() => channelsOf(handset), { timeout: 3_000 }).toBe(0);
  expect(Date.now() - died).toBeLessThan(12_000);
  await again.is("preview");
  await hearEachOther(again);
});

test("a machine that goes dark is missed within seconds", async ({ centre, seated, apart }) => {
  const [boss, admin] = [await seated(centre, "supervisor"), await seated(centre, "administrator")];
  const hers = await apart();
  const desk = await withHummers(centre, boss, admin, hers.page);
  await desk.press("d");
  await desk.is("talking");
  expect(await channelsOf(handset)).toBe(1);
  // Its connections stay as they are, and nothing more is heard of it.
  hers.signal("SIGSTOP");
  await expect.poll(() => channelsOf(handset), { timeout: 25_000 }).toBe(0);
  // The customer is not left in silence.
  await expect.poll(callsOfOthers).toBe(0);
});
