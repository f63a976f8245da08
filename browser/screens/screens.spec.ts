// The pictures of the README: a demo with a fixed day and seed, looked at by its three seats.
// scripts/screenshots runs it; what it leaves is docs/screens/*.png.
import { mkdirSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { results, root } from "../house/machine.ts";
import { expect, test } from "../house/test.ts";
import { Wizard } from "../house/wizard.ts";

const folder = `${results}/screens`;
const list = `${root}demo/bellijst-voorjaar.csv`;

let centre: Centre;
test.beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  centre = await Centre.demo({ agents: 20, speed: 60, past: 60 });
});
test.afterAll(() => centre?.close());

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${folder}/${name}.png`, animations: "disabled" });
}

test("desk", async ({ seated }) => {
  const page = await seated(centre, "agent");
  const desk = await new Desk(page).open(centre.url("/desk"));
  await desk.begin();
  await desk.talk();
  await desk.choose("310");
  await desk.press("Escape");
  await take(page, "desk");
});

test("results", async ({ seated }) => {
  const page = await seated(centre, "supervisor");
  await page.goto(centre.url("/results/statistics?by1=agent"));
  await take(page, "results");
});

test("floor", async ({ seated }) => {
  const page = await seated(centre, "supervisor");
  await page.goto(centre.url("/floor"));
  await take(page, "floor");
});

test("import", async ({ seated }) => {
  const page = await seated(centre, "supervisor");
  await page.goto(centre.url("/lists/new"));
  await page.locator("#name").fill("Zomeractie");
  await page.locator("#purpose").selectOption("research");
  await page.locator("main form button.main").click();
  await expect(page).toHaveURL(/\/lists\/\d+$/);
  await page.keyboard.press("i");
  const wizard = new Wizard(page);
  await wizard.handIn({ name: "bellijst-voorjaar.csv", mimeType: "text/csv", buffer: readFileSync(list) });
  await wizard.toColumns();
  await wizard.check();
  await wizard.checked();
  await take(page, "import");
});
