// Brings about the recording of a talk, so that its page can be looked at.
import { expect, type Page } from "@playwright/test";
import type { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";

/** Every campaign records from now on; the law has the other side told first. */
export async function record(boss: Page, centre: Centre): Promise<void> {
  await boss.goto(centre.url("/campaigns"));
  const links = await boss.locator("main a[href^='/campaigns/']").evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
  for (const link of new Set(links.filter((link) => /^\/campaigns\/\d+$/.test(link)))) {
    await boss.goto(centre.url(`${link}/bounds`));
    await boss.locator("#recorded").selectOption("on");
    await boss.locator("[name=own_recordings]").check();
    await boss.locator("main form button.main").click();
    await expect(boss.locator("main")).toContainText("Every talk, as soon as the law lets it");
  }
}

/** The visitor's desk has talked, and the sound is there. */
export async function talkRecorded(boss: Page, centre: Centre): Promise<void> {
  await record(boss, centre);
  const context = await boss.context().browser()!.newContext();
  const page = await context.newPage();
  await page.goto(centre.url("/demo/agent"));
  const desk = await new Desk(page).open(centre.url("/desk"));
  await desk.begin();
  await desk.talk();
  await expect(page.locator(".tape")).toHaveClass(/tape-on/);
  if ((await desk.state()) === "talking") await desk.press("h");
  await desk.is("wrap-up");
  await desk.code("501");
  await desk.leave("0");
  await context.close();
  await expect(async () => {
    await boss.goto(centre.url("/recordings"));
    await expect(boss.getByRole("link", { name: /^Listen/ }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
}
