// The pictures of the README: a demo with a fixed day and seed, looked at by its three seats.
// scripts/screenshots runs it; what it leaves is docs/screens/*.png.
import { mkdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { results, root } from "../house/machine.ts";
import { routes } from "../sweep/pages.ts";
import { test } from "../house/test.ts";

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

function has(path: string): boolean {
  return routes(centre).some((route) => route.path === path);
}

test("desk", async ({ seated }) => {
  const page = await seated(centre, "agent");
  const desk = await new Desk(page).open(centre.url("/desk"));
  await desk.speed(20);
  await desk.begin();
  await desk.talk();
  await desk.speed(1);
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
  test.skip(!has("/floor"), "this program has no floor");
  const page = await seated(centre, "supervisor");
  await page.goto(centre.url("/floor"));
  await take(page, "floor");
});

test("import", async ({ seated }) => {
  test.skip(!has("/lists"), "this program has no lists");
  const page = await seated(centre, "supervisor");
  await page.goto(centre.url("/lists"));
  const files = page.locator("input[type=file]");
  if ((await files.count()) === 0) await page.locator("main table a, main .card a").first().click();
  await files.first().setInputFiles(list);
  await page.locator("form:has(input[type=file]) button.main, form:has(input[type=file]) button").first().click();
  await page.waitForLoadState("load");
  await take(page, "import");
});
