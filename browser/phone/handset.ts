// The phone in a browser as the tests of it need one: a browser with a made-up microphone, the state
// the page shows, and somebody to talk to.
import type { LaunchOptions, Page } from "@playwright/test";
import type { Centre } from "../house/centre.ts";
import type { Desk } from "../house/desk.ts";
import { chromium } from "../house/machine.ts";
import { expect } from "../house/test.ts";
import { microphoneSound } from "./sound.ts";

const microphone = [
  "--use-fake-device-for-media-stream",
  `--use-file-for-fake-audio-capture=${microphoneSound()}`,
  "--use-fake-ui-for-media-stream",
  "--autoplay-policy=no-user-gesture-required",
  "--allow-loopback-in-peer-connection",
  "--disable-features=WebRtcHideLocalIpsWithMdns",
];

export const withMicrophone: LaunchOptions = { ...chromium, args: [...chromium.args!, ...microphone] };

/** Waits until the page shows this state of its phone. */
export async function phone(page: Page, state: string): Promise<void> {
  await expect(page.locator("[data-phone-state]")).toHaveAttribute("data-phone-state", state);
}

/** Whoever answers at numbers that end so is a person (asterisk/README.md). */
const person = /[5-8]$/;

/** The number the desk is to dial, or has dialled. */
export async function number(desk: Desk): Promise<string> {
  return (await desk.block.locator(".call").innerText()).match(/\+\d{8,}/)?.[0] ?? "";
}

/** What an earlier test has left in hand is ended and coded first. */
export async function begin(desk: Desk): Promise<void> {
  if (["dialling", "talking"].includes(await desk.state())) await desk.press("h");
  if ((await desk.is("out", "break", "preview", "wrap-up")) === "wrap-up") await desk.code("501");
  await desk.begin();
}

/** Passes over those who are none. */
export async function talkToSomebody(desk: Desk): Promise<void> {
  await begin(desk);
  for (let passed = 0; !person.test(await number(desk)) && passed < 30; passed += 1) {
    await desk.code("501");
    await desk.is("preview");
  }
  await desk.press("d");
  await phone(desk.page, "call");
  await desk.is("talking");
}

/** An administrator says on which phone somebody talks, and perhaps what else she is. */
export async function givePhone(admin: Page, centre: Centre, name: string, phone: string, role?: string): Promise<void> {
  await admin.goto(centre.url("/people"));
  await admin.getByRole("link", { name, exact: true }).first().click();
  await admin.locator("#phone").fill(phone);
  if (role) await admin.locator("#role").selectOption(role);
  await admin.locator("main form button.main").first().click();
  await expect(admin.locator("#phone")).toHaveValue(phone);
}
