// Many contacts are changed at once: chosen, looked at in numbers, run, found in the log.
import { Centre } from "../house/centre.ts";
import { expect, test } from "../house/test.ts";

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.demo();
});
test.afterAll(() => centre?.close());

/** The number that stands above a word. */
const figure = (label: string) => `.figure:has(span:text-is("${label}")) b`;

test("contacts are chosen, counted, changed in the background, and the change is in the log", async ({ seated }) => {
  const page = await seated(centre, "supervisor");
  await page.goto(centre.url("/contacts"));
  await page.locator("#list").selectOption({ index: 1 });
  await page.locator("#state").selectOption("new");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.locator("main tbody tr")).not.toHaveCount(0);
  await page.keyboard.press("b");

  // Narrower still, by what stands in a field.
  await page.locator("#field").selectOption("city");
  await page.locator("#how").selectOption({ label: "begins with" });
  await page.locator("#value").fill("Kwelder");
  await page.getByRole("button", { name: "Count them" }).click();
  const meant = await page.locator(".lead b").first().innerText();
  const count = meant.replace(/ contacts?$/, "");
  expect(Number(count.replace(",", ""))).toBeGreaterThan(50);

  await page.getByLabel("Set a code by hand").check();
  await page.locator("#to").selectOption("500");
  await page.getByRole("button", { name: "See what would come of it" }).click();
  const look = page.locator("#look");
  await expect(look.locator(figure("contacts"))).toHaveText(count);
  await expect(look.locator(figure("closed"))).toHaveText(count);
  const first = await look.locator("tbody a").first().getAttribute("href");
  await look.getByRole("button", { name: "Change them" }).click();

  // It goes on by itself, and the page follows.
  const bulk = page.locator("#bulk");
  await expect(bulk.locator(".tag")).toHaveText("done", { timeout: 60_000 });
  await expect(bulk.locator(figure("changed"))).toHaveText(count);
  await expect(bulk.locator(figure("still to come"))).toHaveText("0");
  expect(await bulk.locator("progress").evaluate((bar: HTMLProgressElement) => bar.position)).toBe(1);

  await page.getByRole("link", { name: "Log of bulk changes" }).click();
  const line = page.locator("main tbody tr").first();
  await expect(line).toContainText("500");
  await expect(line).toContainText("Demo supervisor");
  await expect(line).toContainText("done");
  await page.goto(centre.url(first ?? ""));
  await expect(page.locator(".standing .lead")).toContainText("500");
  await expect(page.locator(".story").first()).toContainText("set to 500");
});
