// A supervisor takes a file into a list that is read wrongly at first and has rows that are no
// good, mends it in the wizard, and takes it back again.
import type { Page } from "@playwright/test";
import { Centre } from "../house/centre.ts";
import { choosePassword, invite, takeOffice } from "../house/people.ts";
import { expect, test } from "../house/test.ts";
import { csv, Wizard, type File } from "../house/wizard.ts";

const password = "four geese cross the road";
const rows = 6_000;

let centre: Centre;
let link = "";
test.beforeAll(async ({ browser }) => {
  centre = await Centre.serve();
  const page = await browser.newPage();
  await takeOffice(page, centre);
  link = await invite(page, centre, "Sue", "en", "supervisor");
  await invite(page, centre, "Ada");
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

/**
 * A client's export: Windows-1252, with semicolons. In its cells are more commas than semicolons
 * between them, notes that were spoiled before make it look like UTF-8, and no column is called as
 * numbers usually are.
 */
function broken(): File {
  const head = "Klantnr;Naam, voornaam;Straat, huisnummer, postcode, plaats, land;Waar te bereiken;Opmerking";
  const body = Array.from({ length: rows }, (_, index) => {
    const n = index + 1;
    const name = n % 100 === 1 ? "Nevelaar, Zoë" : `Biezenbrink, Abeltje ${n}`;
    const note = n % 25 === 0 ? "was in het cafÃ©" : "";
    return `K${n};${name};Roggebloemstraat, ${n}, 0630 SD, Kwelderzand, NL;${reach(n)};${note}`;
  });
  return csv("voorjaar.csv", [head, ...body], "latin1");
}

/** Two cannot be reached by telephone, one has words for a number, one is there twice. */
function reach(n: number): string {
  if (n === 10 || n === 20) return "";
  if (n === 30) return "na vijven thuis";
  return `050-0${String(100_000 + (n === 40 ? 41 : n))}`;
}

test("a file that is read wrongly is mended, imported in the background, found and taken back", async ({ somebody, watch }) => {
  watch.expects(/status of 422/);
  const page = await sue(await somebody());
  const wizard = new Wizard(page);
  await page.goto(centre.url("/lists"));
  await page.keyboard.press("i");
  await wizard.handIn(broken());
  const upload = wizard.upload;

  // Both guesses are wrong; the page warns, and shows what it makes of other ones.
  await expect(wizard.fact("Encoding")).toHaveText("UTF-8");
  await expect(wizard.fact("Delimiter")).toHaveText(/comma/);
  await expect(page.locator(".note.warn")).toContainText("cannot be read");
  await page.getByLabel("Delimiter").selectOption(";");
  await page.getByLabel("Encoding").selectOption("windows-1252");
  await page.getByRole("button", { name: "Read again" }).click();
  await expect(wizard.fact("Encoding")).toHaveText("windows-1252");
  await expect(wizard.fact("Columns")).toHaveText("5");
  await expect(wizard.fact("Rows")).toHaveText("6,000");
  await expect(page.locator(".note.warn")).toHaveCount(0);
  await expect(page.locator(".sample tbody tr").first()).toContainText("Nevelaar, Zoë");

  // The list does not exist yet; making it leads back to the file.
  await page.getByRole("link", { name: "New list" }).click();
  await page.getByLabel("Name").fill("Voorjaar");
  await page.getByLabel("What is it called for?").selectOption("service");
  await page.getByRole("button", { name: "Make list" }).click();
  await expect(page).toHaveURL(new RegExp(`/lists/import/${upload}\\?`));
  await expect(page.getByLabel("Into list").locator("option:checked")).toHaveText("Voorjaar");
  await wizard.toColumns();

  // What holds numbers is seen by its rows. Without it nothing can be called: the page says so, and
  // keeps the rest of what was entered.
  const numbers = wizard.row("Waar te bereiken").getByRole("combobox").first();
  const notes = wizard.row("Opmerking").getByRole("combobox").first();
  await expect(numbers).toHaveValue("phone");
  await page.getByRole("radio", { name: "reject" }).first().check();
  await numbers.selectOption("text");
  await notes.selectOption("");
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.locator("#numbers-error")).toContainText("No column holds telephone numbers");
  await expect(notes).toHaveValue("");
  await numbers.selectOption("phone");
  await wizard.check();

  // The check goes on without its page, and is found again.
  await page.goto(centre.url("/lists"));
  const way = page.locator("#underway li", { hasText: "voorjaar.csv" });
  await expect(way).toContainText("Voorjaar");
  await expect(way.locator(".tag")).toHaveText("checked", { timeout: 30_000 });
  await way.getByRole("link", { name: "Go on" }).click();
  await wizard.checked();
  await expect(page.locator("#checked .figure", { hasText: "Rejected" }).locator("b")).toHaveText("3");
  await expect(page.getByRole("heading", { name: "4 problems" })).toBeVisible();
  await expect(page.locator(".kinds summary", { hasText: "No telephone number" })).toContainText("2");
  await expect(page.locator(".kinds summary", { hasText: "Duplicate in the file" })).toContainText("1");

  await wizard.toConfirm();
  await expect(page.locator(".lead")).toHaveText("5,997 contacts will be imported into Voorjaar, 3 rejected.");
  await page.getByRole("button", { name: "Import 5,997 contacts" }).click();
  await expect(page).toHaveURL(/\/running$/);
  await expect(page.locator("#running progress")).toBeVisible();

  // So does the import.
  await page.goto(centre.url("/lists"));
  await expect(way).toHaveCount(0, { timeout: 60_000 });
  await page.locator(".lists-table").getByRole("link", { name: "Voorjaar" }).click();
  await page.locator("#imports").getByRole("link", { name: "voorjaar.csv" }).click();
  await expect(page.locator("main [role=status]")).toHaveText("5,997 contacts were imported, 3 rejected.");
  const result = page.url();

  await page.goto(centre.url("/contacts"));
  await page.keyboard.press("/");
  await page.keyboard.type("nevelaar, zoë");
  await page.keyboard.press("Enter");
  await expect(page.locator("main tbody tr")).toHaveCount(50);
  await page.goto(centre.url("/contacts?q=K5901"));
  await page.locator("main tbody a").first().click();
  await expect(page.locator("#contact")).toContainText("Nevelaar, Zoë");

  await page.goto(result);
  await page.getByRole("link", { name: "Undo" }).click();
  await expect(page.locator("main")).toContainText("5,997 contacts that nobody has worked on vanish.");
  await page.getByRole("button", { name: "Undo the import" }).click();
  await page.goto(result);
  await expect(page.locator("main .tag").first()).toHaveText("undone");
  await page.goto(centre.url("/contacts?q=K5901"));
  await expect(page.getByRole("heading", { name: "Nothing" })).toBeVisible();
});

for (const [what, lines, said] of [
  ["empty", [], "The file is empty."],
  ["a header line only", ["Klantnr;Naam;Telefoon"], "The file has a header line and no contact below it."],
] as const) {
  test(`a hopeless file (${what}) is named, and another one takes its place`, async ({ somebody }) => {
    const page = await sue(await somebody());
    const wizard = new Wizard(page);
    await page.goto(centre.url("/lists/import"));
    const hopeless = lines.length === 0 ? { ...csv("leeg.csv", []), buffer: Buffer.alloc(0) } : csv("leeg.csv", [...lines]);
    await wizard.handIn(hopeless);
    await expect(page.locator("main [role=alert]")).toContainText(said);
    await page.getByRole("link", { name: "Another file" }).click();
    await expect(page.locator(".note")).toContainText("leeg.csv");
    await wizard.handIn(csv("beter.csv", ["Klantnr;Naam;Telefoon", "K1;Abel Biezenbrink;050-0900001"]));
    await expect(page.locator("main [role=alert]")).toHaveCount(0);
    await expect(wizard.fact("Rows")).toHaveText("1");
    // The hopeless one is gone.
    await page.goto(centre.url("/lists"));
    await expect(page.locator("#underway li", { hasText: "beter.csv" })).not.toHaveCount(0);
    await expect(page.locator("#underway li", { hasText: "leeg.csv" })).toHaveCount(0);
  });
}

test("a column says whose contacts are, and who is no agent is told before anything is taken in", async ({ somebody }) => {
  const page = await sue(await somebody());
  const wizard = new Wizard(page);
  await page.goto(centre.url("/lists/import"));
  await wizard.handIn(csv("van-wie.csv", ["Klantnr;Naam;Telefoon;Wie", "W1;Jeltje Wiebinga;050-0800001;ada", "W2;Sjoukje Wiebinga;050-0800002;emma"]));
  await page.getByRole("link", { name: "New list" }).click();
  await page.getByLabel("Name").fill("Van wie");
  await page.getByLabel("What is it called for?").selectOption("service");
  await page.getByRole("button", { name: "Make list" }).click();
  await wizard.toColumns();
  await page.getByLabel("Whose contact it is").selectOption("Wie");
  await wizard.check();
  await wizard.checked();
  const told = page.locator(".kinds details", { hasText: "Owner is no agent" });
  await expect(told.locator("summary")).toContainText("1");
  await told.locator("summary").click();
  await expect(told).toContainText("emma");
  await wizard.toConfirm();
  await wizard.confirm();
  await wizard.result();
  for (const [key, owner] of [
    ["W1", 1],
    ["W2", 0],
  ] as const) {
    await page.goto(centre.url(`/contacts?q=${key}`));
    await page.locator("main tbody a").first().click();
    await expect(page.locator(".standing dd", { hasText: "Ada" })).toHaveCount(owner);
  }
  await page.goto(centre.url("/contacts?q=W1"));
  await page.locator("main tbody a").first().click();
  await expect(page.locator(".story").first()).toContainText("given to Ada");
});
