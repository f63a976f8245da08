// A supervisor puts right what an agent pressed, and the report of that day says so.
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { expect, test } from "../house/test.ts";
import type { Page } from "@playwright/test";

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.demo();
});
test.afterAll(() => centre?.close());

/** How many attempts of the agent have each code, as the day's statistics say. */
async function figures(page: Page, agent: string): Promise<Map<string, number>> {
  await page.goto(centre.url("/results"));
  await page.locator("form[action='/results/statistics'] select[name=agent]").selectOption({ label: agent });
  await page.locator("form[action='/results/statistics'] button").click();
  const url = new URL(page.url());
  url.searchParams.set("by1", "code");
  url.searchParams.set("from", "2026-06-02");
  url.searchParams.set("to", "2026-06-02");
  await page.goto(url.href);
  const rows = await page.locator(".statistics tbody tr").evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent?.trim() ?? "")),
  );
  return new Map(rows.map((cells) => [cells[0]!.slice(0, 3), Number(cells[2])]));
}

test("a correction is seen in the report of that day", async ({ seated }) => {
  const page = await seated(centre, "agent");
  const desk = await new Desk(page).open(centre.url("/desk"));
  await desk.press("a");
  await desk.talk();
  await desk.press("h");
  await desk.is("wrap-up");
  const contact = await desk.contact();
  await desk.code("501");
  await desk.leave("0");

  const boss = await seated(centre, "supervisor");
  const before = await figures(boss, "You");
  expect(before.get("501")).toBe(1);
  const sold = before.get("700") ?? 0;

  await boss.goto(centre.url(`/contacts/${contact.replace("-", "/")}`));
  await boss.getByRole("link", { name: /^correct/ }).last().click();
  await boss.getByLabel("It should have been").selectOption("700");
  await expect(boss.getByRole("heading", { name: "What will follow" })).toBeVisible();
  await boss.getByRole("button", { name: "Correct it" }).click();
  await expect(boss.locator(".standing .lead")).toContainText("700");
  await expect(boss.locator(".story").first()).toContainText("Attempt corrected");

  const after = await figures(boss, "You");
  expect(after.get("501") ?? 0).toBe(0);
  expect(after.get("700")).toBe(sold + 1);
});
