// How people come in: an invitation by an administrator, and a password of one's own.
import type { Page } from "@playwright/test";
import type { Centre } from "./centre.ts";

/** An administrator adds an agent; gives the link of the invitation, which is shown once. */
export async function invite(admin: Page, centre: Centre, name: string, language = "en"): Promise<string> {
  await admin.goto(centre.url("/people/new"));
  await admin.locator("#name").fill(name);
  await admin.locator("#login").fill(name.toLowerCase());
  await admin.locator("#role").selectOption("agent");
  await admin.locator("#language").selectOption(language);
  await admin.locator("main form button.main").click();
  return admin.locator("#link").inputValue();
}

/** Whoever was invited chooses a password, and is in. */
export async function choosePassword(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await page.locator("#password").fill(password);
  await page.locator("#again").fill(password);
  await page.locator("main form button.main").click();
  await page.locator(".who").waitFor();
}
