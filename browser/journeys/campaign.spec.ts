// A campaign from nothing to the first contact on a desk.
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { choosePassword, invite } from "../house/people.ts";
import { expect, test } from "../house/test.ts";
import { csv, Wizard } from "../house/wizard.ts";

let centre: Centre;
test.beforeAll(async () => {
  // It plays a Tuesday morning: whoever may be called is the same at every hour of ours.
  centre = await Centre.demo();
});
test.afterAll(() => centre?.close());

const file = csv("najaar.csv", [
  "Klantnr;Naam;Plaats;Telefoon",
  "N1;Obbe Turfmeerlink;Kwelderzand;050-0700001",
  "N2;Ymkje Roggewaardsema;Veenhoogte;050-0700002",
  "N3;Gezinus Molshoopkampstra;Kwelderzand;050-0700003",
]);

test("a list, a campaign and an agent are put together, checked, started, and the first contact comes", async ({ seated, somebody, watch }) => {
  const link = await invite(await seated(centre, "administrator"), centre, "Dora");
  const hers = await somebody();
  await choosePassword(hers, link, "four geese cross the road");
  const desk = new Desk(hers);
  await desk.press("a");
  await desk.is("waiting");

  // A list, by hand, and a file into it.
  const boss = await seated(centre, "supervisor");
  await boss.goto(centre.url("/lists"));
  await boss.keyboard.press("n");
  await boss.getByLabel("Name").fill("Najaar");
  await boss.getByLabel("and a running campaign for it").uncheck();
  await boss.getByLabel("What is it called for?").selectOption("service");
  await boss.getByRole("button", { name: "Make list" }).click();
  await expect(boss.getByRole("heading", { level: 1, name: "Najaar" })).toBeVisible();
  await boss.keyboard.press("i");
  const wizard = new Wizard(boss);
  await wizard.handIn(file);
  await wizard.toColumns();
  await wizard.check();
  await wizard.checked();
  await wizard.toConfirm();
  await wizard.confirm();
  await wizard.result();
  await expect(boss.locator("main [role=status]")).toHaveText("3 contacts were imported, 0 rejected.");

  // A campaign, which says what it lacks.
  await boss.goto(centre.url("/campaigns"));
  await boss.keyboard.press("n");
  await boss.getByLabel("Name").fill("Najaarsactie");
  await boss.getByRole("button", { name: "Make the campaign" }).click();
  const checks = boss.locator(".checks");
  for (const lacking of ["no list is linked", "no agents are linked", "no script"]) await expect(checks).toContainText(lacking);
  await boss.getByLabel("Add a list").selectOption({ label: "Najaar" });
  await boss.locator("#links form.row button").click();
  await expect(boss.locator("table.links tbody th")).toHaveText("Najaar");
  await boss.locator("#agents").getByLabel("Dora", { exact: true }).check();
  await boss.locator('#agents button[value="add"]').click();
  await expect(checks).not.toContainText("no agents");
  // The law of the list wants a number shown.
  await expect(checks).toContainText("no number to show");
  await boss.getByLabel("Number shown to whoever is called").fill("+49 30 23125 100");
  await boss.keyboard.press("Enter");
  await expect(checks).not.toContainText("no number to show");
  // What whoever answers hears where no agent is there; what is no name is said at its field.
  const apology = boss.getByLabel("Apology");
  watch.expects(/status of 422/);
  await apology.fill("../elsewhere");
  await boss.keyboard.press("Enter");
  await expect(apology).toHaveAttribute("aria-invalid", "true");
  await expect(boss.locator("#sound-apology-error")).toBeVisible();
  await apology.fill("ours/sorry-nl");
  await boss.keyboard.press("Enter");
  await expect(apology).toHaveValue("ours/sorry-nl");
  await expect(boss.locator("#sound-apology-error")).toHaveCount(0);
  await boss.getByRole("link", { name: "Write a script" }).click();
  await boss.locator("#text").fill("# Goedemorgen\n\nSpreek ik met {{ name }}?");
  await expect(boss.locator("#preview")).toContainText("Spreek ik met Obbe Turfmeerlink?");
  await boss.getByRole("button", { name: "Save" }).click();
  await boss.getByRole("link", { name: "Najaarsactie" }).first().click();
  // Whoever calls that number back is to reach somebody.
  await expect(checks).toContainText("reaches nobody");
  await checks.locator('a[href="/queues"]').click();
  await boss.getByRole("link", { name: "Add a number" }).first().click();
  await boss.getByLabel("Number", { exact: true }).fill("+49 30 23125 100");
  await boss.getByLabel("Name", { exact: true }).fill("Autumn");
  await boss.getByLabel("Campaign", { exact: true }).selectOption({ label: "Najaarsactie" });
  await boss.getByRole("button", { name: "Keep" }).click();
  await boss.goto(centre.url("/campaigns"));
  await boss.getByRole("link", { name: "Najaarsactie" }).first().click();
  await expect(checks).toContainText("Everything is in place.");

  // It is paused until somebody starts it, who is told in numbers; Dora's desk follows by itself.
  await desk.is("waiting");
  await boss.getByRole("link", { name: "Start" }).click();
  await expect(boss.locator("main")).toContainText("3 contacts can be offered now.");
  await expect(boss.locator("main")).toContainText("1 agent works on it.");
  await boss.getByRole("button", { name: "Start" }).click();
  await expect(boss.locator(".tag:text-is('Running')").first()).toBeVisible();
  await desk.is("preview");
  const name = await desk.name();
  expect(file.buffer.toString()).toContain(name);
  await expect(desk.block.locator(".script-text")).toContainText(`Spreek ik met ${name}?`);
});
