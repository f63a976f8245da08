// A list of one's own with a campaign that runs, and somebody new who works for it.
import { expect, type Page } from "@playwright/test";
import type { Centre } from "./centre.ts";
import { Desk } from "./desk.ts";
import { choosePassword, invite } from "./people.ts";
import { csv, Wizard } from "./wizard.ts";

export type Opening = {
  centre: Centre;
  boss: Page;
  admin: Page;
  /** The browser of whoever is to call. */
  hers: Page;
  catalogue: string;
  list: string;
  rows: string[];
  /** Firms are mostly there by day, consumers mostly are not. */
  kind: "company" | "consumer";
};

/** Makes the list and its running campaign, brings the file in, and gives somebody the work. */
export async function open({ centre, boss, admin, hers, catalogue, list, rows, kind }: Opening): Promise<Desk> {
  const name = `Dora ${list}`.replace(/[^A-Za-z]/g, "");
  const link = await invite(admin, centre, name);
  await choosePassword(hers, link, "four geese cross the road");
  await boss.goto(centre.url("/lists"));
  await boss.keyboard.press("n");
  await boss.getByLabel("Name").fill(list);
  await boss.locator("#catalogue").selectOption(catalogue);
  await boss.getByLabel("What is it called for?").selectOption("service");
  await boss.getByRole("button", { name: "Make list" }).click();
  await expect(boss.getByRole("heading", { level: 1, name: list })).toBeVisible();
  await boss.keyboard.press("i");
  const wizard = new Wizard(boss);
  await wizard.handIn(csv(`${list}.csv`, rows));
  await wizard.toColumns();
  await boss.locator("#contact_type").selectOption(kind);
  await wizard.check();
  await wizard.checked();
  await wizard.toConfirm();
  await wizard.confirm();
  await wizard.result();
  await boss.goto(centre.url("/campaigns"));
  await boss.getByRole("link", { name: list, exact: true }).first().click();
  await boss.getByLabel("Number shown to whoever is called").fill("+49 30 23125 100");
  await boss.keyboard.press("Enter");
  await expect(boss.locator(".checks")).not.toContainText("no number to show");
  await boss.locator("#agents").getByLabel(name, { exact: true }).check();
  await boss.locator('#agents button[value="add"]').click();
  await expect(boss.locator(".checks")).not.toContainText("no agents");
  const desk = await new Desk(hers).open(centre.url("/desk"));
  await desk.begin();
  return desk;
}
