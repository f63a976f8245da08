// What `./run --asterisk --address` shows a visitor: she talks by her browser, and whoever has no agent
// hears something.
import { readFileSync } from "node:fs";
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { root } from "../house/machine.ts";
import { expect, test } from "../house/test.ts";
import { hasSound } from "./exchange.ts";
import { phone, talkToSomebody, withMicrophone } from "./handset.ts";
import { heard, keepConnections } from "./sound.ts";

test.use({ launchOptions: withMicrophone });

test("a visitor talks by her browser", async ({ seated }) => {
  const centre = await Centre.byRun(process.env.DISPO_TEST_ASTERISK_WEB!);
  try {
    expect(centre.said.join("\n")).toContain("ring phone 2001");
    const page = await seated(centre, "agent", { permissions: ["microphone"] });
    await keepConnections(page);
    const desk = await new Desk(page).open(centre.url("/desk"));
    await phone(page, "ready");
    await talkToSomebody(desk);
    await expect.poll(async () => (await heard(page)).energy).toBeGreaterThan(0.001);
    page.on("dialog", (dialog) => void dialog.accept());
    await page.goto("about:blank");
  } finally {
    await centre.close();
  }
});

test("all that is said instead of an agent is there", async () => {
  const script = readFileSync(`${root}scripts/demo-over-asterisk`, "utf8");
  const sounds = [...script.matchAll(/\b(apology|menu|recording|message)=sound:([\w/-]+)/g)];
  expect(sounds.map(([, when]) => when).sort()).toEqual(["apology", "menu", "message", "recording"]);
  for (const [, when, name] of sounds) expect(await hasSound(name!), `${when}: ${name}`).toBe(true);
  expect(await hasSound("no-such-sound")).toBe(false);
});
