// Whom nobody may call: somebody says so by a link, without logging in, and a supervisor takes a
// file in of which half cannot be read.
import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { Centre } from "../house/centre.ts";
import { choosePassword, invite, takeOffice } from "../house/people.ts";
import { expect, test } from "../house/test.ts";
import { csv } from "../house/wizard.ts";

const password = "five ducks swim in line";

let centre: Centre;
let link = "";
let stop = "";

test.beforeAll(async ({ browser }) => {
  centre = await Centre.serve((house) => {
    const rows = [1, 2, 3, 4].map((n) => `K${n};Person ${n};+44 20 7946 010${n}`);
    writeFileSync(house.path("spring.csv"), ["Klantnr;Naam;Telefoon", ...rows, ""].join("\n"));
    house.run("import", "--list", "Spring", "--create", "--purpose", "research", "--country", "GB", house.path("spring.csv"));
    const made = house.run("--json", "suppress", "link", "--number", "+442079460101", "--language", "en", "--site", "http://calls.example");
    stop = new URL((JSON.parse(made) as { link: string }[])[0]!.link).pathname;
  });
  const page = await browser.newPage();
  await takeOffice(page, centre);
  link = await invite(page, centre, "Sue", "en", "supervisor");
  await page.close();
});
test.afterAll(() => centre?.close());

/** Sue's seat, by her invitation or by her password. */
async function sue(page: Page): Promise<Page> {
  if (link) {
    await choosePassword(page, link, password);
    link = "";
    return page;
  }
  await page.goto(centre.url("/login"));
  await page.locator("#login").fill("sue");
  await page.locator("#password").fill(password);
  await page.locator("main form button.main").click();
  await page.locator(".who").waitFor();
  return page;
}

/** How many contacts of the list are closed, as a supervisor sees it. */
async function closed(page: Page): Promise<number> {
  await page.goto(centre.url("/contacts?list=1&state=closed"));
  return page.locator("main table tbody tr").count();
}

test("whoever opts out by a link is closed, and the supervisor sees why", async ({ somebody }) => {
  const page = await somebody();
  await page.goto(centre.url(stop));
  await expect(page.locator(".door")).toContainText("the number that ends in");
  await page.keyboard.press("Enter");
  await expect(page.locator(".door")).toContainText("From now on you will not be called any more");

  const office = await sue(await somebody());
  await expect.poll(() => closed(office)).toBe(1);
  await expect(office.locator("main table tbody tr").first()).toContainText("Person 1");
  await office.goto(centre.url("/suppressions?number=%2B442079460101"));
  await expect(office.locator("main table").first()).toContainText("everywhere");
  await expect(office.locator("main table").first()).toContainText("for good");
});

test("of a broken file the good half is suppressed if asked, and a register comes and goes", async ({ somebody }) => {
  const office = await sue(await somebody());
  await office.goto(centre.url("/suppressions"));
  await office.getByRole("link", { name: "Import a file" }).first().click();
  const file = csv("stop.csv", ["phone;e-mail", "020 7946 0102;", ";ada@example.org", "12;", ";nonsense", "+44 20 7946 0103;"]);
  await office.locator("#file").setInputFiles(file);
  await office.getByRole("button", { name: "Look into the file" }).click();

  // What is in it, and what is to become of it, by keyboard.
  await expect(office.locator(".sample tbody tr").nth(1)).toContainText("020 7946 0102");
  await expect(office.getByLabel("What this column names: e-mail")).toHaveValue("person");
  await office.getByLabel("Reason").fill("asked by letter");
  await office.keyboard.press("Enter");
  const going = office.locator("#going");
  await expect(going).toContainText("What would come of it", { timeout: 30_000 });
  const figure = (label: string) => going.locator(".figure").filter({ hasText: label }).locator("b");
  await expect(figure("would be new")).toHaveText("3");
  await expect(figure("open contacts would be closed")).toHaveText("2");
  await expect(going.locator(".kinds")).toContainText("Number too short");
  await expect(going.locator(".kinds")).toContainText("Not one e-mail address");
  await going.getByRole("button", { name: "Import only the 3 that can be read" }).click();
  await expect(going).toContainText("Imported", { timeout: 30_000 });
  await expect(figure("open contacts closed")).toHaveText("2");
  await expect.poll(() => closed(office)).toBe(3);

  // A register of one number, without a heading; then it is withdrawn.
  await office.goto(centre.url("/suppressions/import"));
  await office.locator("#file").setInputFiles(csv("tps.txt", ["+442079460104"]));
  await office.getByRole("button", { name: "Look into the file" }).click();
  await office.getByLabel("all of a register").check();
  await office.getByLabel("Name of the register").fill("tps");
  await office.getByRole("button", { name: "See what would happen" }).click();
  await office.getByRole("button", { name: "Import 1 entry" }).click({ timeout: 30_000 });
  await expect(going).toContainText("Imported", { timeout: 30_000 });
  await going.getByRole("link", { name: "To all suppressions" }).click();
  const row = office.locator("main table tbody tr").filter({ hasText: "tps" });
  await expect(row).toContainText("0 days");
  await expect.poll(() => closed(office)).toBe(4);
  await office.goto(centre.url("/suppressions"));
  await row.getByRole("link", { name: "Withdraw tps" }).click();
  await expect(office.locator("main")).toContainText("It holds 1 number");
  await office.getByRole("button", { name: "Withdraw" }).click();
  await expect(office.locator("main")).toContainText("There is no register yet");
});
