// Somebody calls: a supervisor opens the number, the floor shows who waits, an agent takes the
// call by one key and sees who it is; who hangs up is missed, who asks for it is called back.
import type { Page } from "@playwright/test";
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { choosePassword, invite } from "../house/people.ts";
import { expect, test } from "../house/test.ts";
import { csv, Wizard } from "../house/wizard.ts";

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.demo();
});
test.afterAll(() => centre?.close());

const file = csv("winter.csv", [
  "Klantnr;Naam;Plaats;Telefoon",
  "W1;Obbe Turfmeerlink;Kwelderzand;050-0700001",
  "W2;Ymkje Roggewaardsema;Veenhoogte;050-0700002",
  "W3;Gezinus Molshoopkampstra;Kwelderzand;050-0700003",
]);

/** A list with a running campaign, worked by Dora, and the number under which it can be called. */
async function openNumber(boss: Page): Promise<void> {
  await boss.goto(centre.url("/lists"));
  await boss.keyboard.press("n");
  await boss.getByLabel("Name").fill("Winter");
  await boss.getByLabel("What is it called for?").selectOption("service");
  await boss.getByRole("button", { name: "Make list" }).click();
  await expect(boss.getByRole("heading", { level: 1, name: "Winter" })).toBeVisible();
  await boss.keyboard.press("i");
  const wizard = new Wizard(boss);
  await wizard.handIn(file);
  await wizard.toColumns();
  await wizard.check();
  await wizard.checked();
  await wizard.toConfirm();
  await wizard.confirm();
  await wizard.result();
  await boss.goto(centre.url("/campaigns"));
  await boss.getByRole("link", { name: "Winter" }).first().click();
  await boss.locator("#agents").getByLabel("Dora", { exact: true }).check();
  await boss.locator('#agents button[value="add"]').click();
  await boss.getByLabel("Number shown to whoever is called").fill("+49 30 23125 100");
  await boss.keyboard.press("Enter");
  await boss.locator('.checks a[href="/queues"]').click();
  await boss.getByRole("link", { name: "Add a number" }).first().click();
  await boss.getByLabel("Number", { exact: true }).fill("030 1");
  await boss.getByLabel("Name", { exact: true }).fill("Winter callers");
  await boss.getByLabel("Campaign", { exact: true }).selectOption({ label: "Winter" });
  await boss.getByRole("button", { name: "Keep" }).click();
  await expect(boss.locator("#number-error")).toContainText("with its country");
  await boss.getByLabel("Number", { exact: true }).fill("+49 30 23125 100");
  await boss.getByRole("button", { name: "Keep" }).click();
  await expect(boss.locator("#queues")).toContainText("Winter callers");
}

/** Somebody calls that number. */
async function ring(boss: Page, from: string, how: { name?: string; waits?: number; asks?: boolean } = {}): Promise<void> {
  await boss.goto(centre.url("/floor"));
  await boss.getByRole("link", { name: "Ring in", exact: true }).click();
  await boss.locator("#called").selectOption("493023125100");
  await boss.locator("#caller").fill(from);
  await boss.locator("#name").fill(how.name ?? "");
  await boss.locator("#waits").fill(String(how.waits ?? ""));
  if (how.asks) await boss.getByLabel("Asks by the key").check();
  const answer = boss.waitForResponse((response) => response.request().method() === "POST");
  await boss.getByRole("button", { name: "Call", exact: true }).click();
  await answer;
}

test("a caller is seen waiting, taken by one key and coded; one is missed, one is called back", async ({ seated, somebody, watch }) => {
  watch.expects(/422/);
  const hers = await somebody();
  await choosePassword(hers, await invite(await seated(centre, "administrator"), centre, "Dora"), "five owls on a wire");
  const desk = new Desk(hers);
  const boss = await seated(centre, "supervisor");
  await openNumber(boss);

  await ring(boss, "050 1", { waits: 0 });
  await expect(boss.locator("#caller-error, #waits-error")).toHaveCount(2);
  await ring(boss, "+31 50 0700001", { name: "O. <b>Turf</b>" });
  await boss.goto(centre.url("/floor"));
  await expect(boss.locator("#floor")).toContainText(/Winter callers 1 waits/);
  await boss.goto(centre.url("/queues"));
  await expect(boss.locator("#queues")).toContainText("+31500700001");

  // Nobody was at work: whoever comes in has the call at once, and nobody else.
  await desk.press("a");
  const card = desk.block.locator(".incoming");
  await expect(card).toContainText("Obbe Turfmeerlink");
  await expect(card).toContainText("+31500700001");
  await expect(card.locator("q")).toHaveText("O. bTurf/b");
  await desk.press("a");
  await desk.is("talking");
  expect(await desk.name()).toBe("Obbe Turfmeerlink");
  await desk.press("b", "0");
  await desk.press("h");
  await desk.is("wrap-up");
  await desk.code("501");
  await desk.is("out");
  const last = boss.locator("#last li");
  await expect(last).toHaveCount(1);
  await expect(last).toContainText("Dora");
  await last.getByRole("link", { name: "+31500700001" }).click();
  await expect(boss.locator("main")).toContainText("the call came in");
  await expect(boss.locator("main")).not.toContainText("event-");
  await expect(boss.locator("main")).toContainText("501");

  // Nobody is there: she hangs up, and it can be seen.
  await ring(boss, "+31 50 0700002", { waits: 2 });
  await boss.goto(centre.url("/queues"));
  await expect(last.first()).toContainText("called in, hung up while waiting");
  await last.first().getByRole("link", { name: "+31500700002" }).click();
  await expect(boss.locator("main")).toContainText("called in, hung up while waiting");
  await expect(boss.locator("main")).not.toContainText("event-");

  // Another does not wait, and asks: hers is the next contact.
  await ring(boss, "+31 50 0700003", { asks: true });
  await boss.goto(centre.url("/queues"));
  await expect(last.first()).toContainText("asked in the queue to be called back");
  await desk.press("a");
  await desk.is("preview");
  expect(await desk.name()).toBe("Gezinus Molshoopkampstra");
  await desk.press("d");
  await desk.is("dialling", "talking", "wrap-up");

  // The number is not taken away before it was said what goes with it.
  await boss.goto(centre.url("/queues"));
  await boss.locator("#queues").getByRole("link", { name: "Winter callers" }).first().click();
  await boss.getByRole("link", { name: "Remove the number" }).click();
  await expect(boss.locator("main")).toContainText("3 calls came in today");
  await expect(boss.locator("main")).toContainText("shows this number");
  await boss.getByRole("link", { name: "Cancel" }).click();
  await boss.getByRole("link", { name: "Remove the number" }).click();
  await boss.getByRole("button", { name: "Remove it" }).click();
  await expect(boss.locator("#queues")).not.toContainText("Winter callers");
});
