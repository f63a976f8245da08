// Brings about what stands only while something is under way: a file that is stopped half-way
// into its list, a bulk change with contacts that stay as they are, the draft of a catalogue, a
// file that says whom nobody may call.
import { writeFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import type { Centre } from "../house/centre.ts";
import { csv, Wizard, type File } from "../house/wizard.ts";

/** Stopped from the next page, it must not be through by then; on a fast machine it is longer. */
const first = 4_000;
const longest = 256_000;

/** By a supervisor; afterwards links lead to all of it. */
export async function bringAbout(page: Page, centre: Centre): Promise<void> {
  await changeMany(page, centre);
  await page.goto(centre.url("/catalogues/callpro"));
  await page.locator("form[action='/catalogues/callpro/draft'] button").click();
  await expect(page).toHaveURL(/\/draft$/);
  await suppress(page, centre);
  let place = 9;
  for (let rows = first; rows <= longest; rows *= 4) {
    // The last one stands first among the lists.
    if (await stoppedHalfWay(page, centre, `Zomer ${place}`, rows)) return;
    place -= 1;
  }
  throw new Error(`a file of ${longest} rows was through before it could be stopped`);
}

/** One in eighty has no number. */
function messy(rows: number): File {
  const body = Array.from({ length: rows }, (_, n) => {
    const number = n % 80 === 0 ? "" : `050-0${String(100_000 + n).padStart(6, "0")}`;
    return `K${n};Abeltje Wolkendijkstra;Veenhoogte;${number}`;
  });
  return csv("zomer.csv", ["Klantnr;Naam;Plaats;Telefoon", ...body]);
}

async function stoppedHalfWay(page: Page, centre: Centre, name: string, rows: number): Promise<boolean> {
  await page.goto(centre.url("/lists/new"));
  await page.locator("#name").fill(name);
  await page.locator("#purpose").selectOption("research");
  await page.locator("main form button.main").click();
  await expect(page).toHaveURL(/\/lists\/\d+$/);
  const wizard = new Wizard(page);
  await page.goto(centre.url(`/lists/import?list=${page.url().split("/").pop()}`));
  await wizard.handIn(messy(rows));
  await wizard.toColumns();
  await wizard.check();
  await wizard.checked();
  await wizard.toConfirm();
  const confirm = page.locator("form[action$='/confirm']");
  // Both at once, as fast as anybody can: the page in between is not waited for.
  await confirm.evaluate(async (form: HTMLFormElement, stop) => {
    await fetch(form.action, { method: "POST", redirect: "manual" });
    await fetch(stop, { method: "POST", redirect: "manual" });
  }, `/lists/import/${wizard.upload}/stop`);
  const running = page.locator("#running");
  await page.goto(centre.url(`/lists/import/${wizard.upload}/running`));
  await expect(running.locator("form[action$='/confirm']").or(page.locator("main [role=status]")).first()).toBeVisible({ timeout: 60_000 });
  return (await running.count()) > 0;
}

/** A file of which part cannot be read is checked, and there is a register. */
async function suppress(page: Page, centre: Centre): Promise<void> {
  writeFileSync(centre.path("tps.csv"), "phone\n+442079460101\n");
  centre.run("suppress", "import", "--register", "tps", "--full", centre.path("tps.csv"));
  await page.goto(centre.url("/suppressions/import"));
  const file = csv("stop.csv", ["phone;e-mail", "+442079460102;", ";ada@example.org", "12;", ";nonsense"]);
  await page.locator("#file").setInputFiles(file);
  await page.locator("form[data-drop] button.main").click();
  await page.locator("main form .actions button.main").click();
  await expect(page.locator("#going a[href$='/problems']")).toBeVisible({ timeout: 30_000 });
}

/** Whoever is closed for good is refused, the others begin anew. */
async function changeMany(page: Page, centre: Centre): Promise<void> {
  await page.goto(centre.url("/contacts/bulk?list=1&state=closed&change=set&to=300&reset=on&due=tomorrow+9:30"));
  await page.locator("#look form button.main").click();
  await expect(page.locator("#bulk progress")).toBeVisible();
}
