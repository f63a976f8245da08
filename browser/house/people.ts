// How people come in: by the first link, or by an invitation, with a password of their own.
import type { Page } from "@playwright/test";
import type { Centre } from "./centre.ts";
import type { Seat } from "./test.ts";

/** An administrator adds somebody; gives the link of the invitation, which is shown once. */
export async function invite(admin: Page, centre: Centre, name: string, language = "en", seat: Seat = "agent"): Promise<string> {
  await admin.goto(centre.url("/people/new"));
  await admin.locator("#name").fill(name);
  await admin.locator("#login").fill(name.toLowerCase());
  await admin.locator("#role").selectOption(seat);
  await admin.locator("#language").selectOption(language);
  await admin.locator("main form button.main").click();
  return admin.locator("#link").inputValue();
}

/** Whoever was invited chooses a password, and is in. */
export async function choosePassword(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await enter(page, password);
}

/** Whoever opens the printed link becomes the first administrator of a new house. */
export async function takeOffice(page: Page, centre: Centre): Promise<void> {
  await page.goto(centre.firstLink);
  await page.locator("#name").fill("Boss");
  await page.locator("#login").fill("boss");
  await enter(page, "a quiet tuesday morning");
}

async function enter(page: Page, password: string): Promise<void> {
  await page.locator("#password").fill(password);
  await page.locator("#again").fill(password);
  await page.locator("main form button.main").click();
  await page.locator(".who").waitFor();
}
