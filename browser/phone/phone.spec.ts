// The phone in the browser, for real: registered by the desk's own server, rung by Asterisk, and
// heard. The microphone is Chromium's own, which beeps.
import type { Page } from "@playwright/test";
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { chromium } from "../house/machine.ts";
import { expect, test } from "../house/test.ts";

const microphone = [
  "--use-fake-device-for-media-stream",
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

async function phone(page: Page, state: string): Promise<void> {
  await expect(page.locator("[data-phone-state]")).toHaveAttribute("data-phone-state", state);
}

/** Every connection of the page is kept, so that it can be asked what it heard. */
async function keepConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept: RTCPeerConnection[] = [];
    Object.assign(window, { kept });
    const usual = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends usual {
      constructor(...given: ConstructorParameters<typeof usual>) {
        super(...given);
        kept.push(this);
      }
    };
  });
}

/** Packets and loudness that came in on the newest connection. */
function heard(page: Page): Promise<{ packets: number; energy: number }> {
  return page.evaluate(async () => {
    const { kept } = window as unknown as { kept: RTCPeerConnection[] };
    const found = { packets: 0, energy: 0 };
    for (const about of (await kept.at(-1)?.getStats())?.values() ?? []) {
      if (about.type === "inbound-rtp") Object.assign(found, { packets: about.packetsReceived, energy: about.totalAudioEnergy });
    }
    return found;
  });
}

/** What the carrier heard of all calls it is on. */
async function heardByOthers(): Promise<number> {
  const carrier = new URL(process.env.DISPO_TEST_ASTERISK_CARRIER!.replace("ws:", "http:"));
  const headers = { authorization: `Basic ${btoa(`${carrier.username}:${carrier.password}`)}` };
  const ask = async (path: string) => (await fetch(`http://${carrier.host}/ari/${path}`, { headers })).json();
  const channels = (await ask("channels")) as { id: string }[];
  const counts = channels.map(async ({ id }) => ((await ask(`channels/${id}/rtp_statistics`)) as { rxcount: number }).rxcount);
  return Math.max(0, ...(await Promise.all(counts)));
}

test("an agent hears herself, then somebody she calls, who hears her", async ({ seated }) => {
  const page = await seated(centre, "agent", { permissions: ["microphone"] });
  await keepConnections(page);
  const desk = await new Desk(page).open(centre.url("/desk"));
  await phone(page, "ready");
  await desk.press("p");
  await expect(page.locator("[data-phone-microphone] option")).not.toHaveCount(0);
  await expect(page.locator("[data-phone-speaker] option")).not.toHaveCount(0);
  // The microphone beeps once a second: looks at the same beat could all fall between two beeps.
  const level = () => page.locator("[data-phone-level]").evaluate((meter: HTMLMeterElement) => meter.value);
  await expect.poll(level, { intervals: [70] }).toBeGreaterThan(0.05);

  await page.locator("[data-phone-test]").click();
  await phone(page, "echo");
  await expect.poll(async () => (await heard(page)).energy).toBeGreaterThan(0.001);
  await page.locator("[data-phone-test]").click();
  await phone(page, "ready");

  await desk.press("p");
  await desk.begin();
  const number = async () => (await desk.block.locator(".call").innerText()).match(/\+\d{8,}/)?.[0] ?? "";
  for (let passed = 0; !person.test(await number()) && passed < 30; passed += 1) {
    await desk.code("501");
    await desk.is("preview");
  }
  await desk.press("d");
  await phone(page, "call");
  await desk.is("talking");
  // Somebody says hello at once and then nothing: whoever is deaf for a second has missed it.
  await expect.poll(async () => (await heard(page)).energy).toBeGreaterThan(0.001);
  await expect.poll(heardByOthers).toBeGreaterThan(100);

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
