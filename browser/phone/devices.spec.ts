// Which microphone and which speaker: chosen in the middle of a call, and kept in this browser.
import type { Page } from "@playwright/test";
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { expect, test } from "../house/test.ts";
import { packetsToOthers } from "./exchange.ts";
import { phone, talkToSomebody, withMicrophone } from "./handset.ts";
import { heard, keepConnections } from "./sound.ts";

test.use({ launchOptions: withMicrophone });

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.overAsterisk(process.env.DISPO_TEST_ASTERISK!, "2001");
});
test.afterAll(() => centre?.close());

/** What the newest call sends from, and what the page plays it to. */
function used(page: Page): Promise<{ track: string; microphone: string; speaker: string }> {
  return page.evaluate(() => {
    const { kept } = window as unknown as { kept: RTCPeerConnection[] };
    const track = kept.at(-1)?.getSenders().find((sender) => sender.track?.kind === "audio")?.track;
    const { sinkId } = document.querySelector<HTMLAudioElement>("[data-phone-sound]")!;
    return { track: track?.id ?? "", microphone: track?.getSettings().deviceId ?? "", speaker: sinkId };
  });
}

test("another microphone and another speaker are chosen in a call, and remembered", async ({ seated }) => {
  const page = await seated(centre, "agent", { permissions: ["microphone"] });
  await keepConnections(page);
  const desk = await new Desk(page).open(centre.url("/desk"));
  await phone(page, "ready");
  await talkToSomebody(desk);
  await desk.press("p");
  const [microphone, speaker] = [page.locator("[data-phone-microphone]"), page.locator("[data-phone-speaker]")];
  const other = async (select: typeof microphone) => {
    const is = await select.inputValue();
    const all = await select.locator("option").evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    return all.findLast((value) => value !== is && value !== "default")!;
  };
  const before = await used(page);
  const wanted = { microphone: await other(microphone), speaker: await other(speaker) };
  await microphone.selectOption(wanted.microphone);
  await speaker.selectOption(wanted.speaker);
  await expect.poll(async () => (await used(page)).microphone).toBe(wanted.microphone);
  await expect.poll(async () => (await used(page)).speaker).toBe(wanted.speaker);
  expect((await used(page)).track).not.toBe(before.track);
  // The same call goes on by it, in both directions.
  const sent = await packetsToOthers();
  await expect.poll(packetsToOthers).toBeGreaterThan(sent + 50);
  const { packets } = await heard(page);
  await expect.poll(async () => (await heard(page)).packets).toBeGreaterThan(packets + 50);

  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await phone(page, "ready");
  await expect(microphone).toHaveValue(wanted.microphone);
  await expect(speaker).toHaveValue(wanted.speaker);
  await talkToSomebody(desk);
  await expect.poll(async () => (await used(page)).microphone).toBe(wanted.microphone);
  expect((await used(page)).speaker).toBe(wanted.speaker);
});
