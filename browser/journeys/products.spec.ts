// The same small list, worked once under each of the four vocabularies, by keyboard alone.
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { choosePassword, invite } from "../house/people.ts";
import { expect, test } from "../house/test.ts";
import { csv, Wizard } from "../house/wizard.ts";
import type { Page } from "@playwright/test";

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.demo();
});
test.afterAll(() => centre?.close());

const rows = [
  "Klantnr;Naam;Telefoon;Belvolgorde",
  "N1;Obbe Turfmeerlink;050-0700001;",
  "N2;Ymkje Roggewaardsema;050-0700002;B2",
  "N3;Gezinus Molshoopkampstra;050-0700003;a1",
];

/** Makes the list and its running campaign, brings the file in, and gives somebody the work. */
async function open(boss: Page, admin: Page, hers: Page, catalogue: string): Promise<Desk> {
  const name = `Dora ${catalogue}`.replace(/[^A-Za-z]/g, "");
  const link = await invite(admin, centre, name);
  await choosePassword(hers, link, "four geese cross the road");
  await boss.goto(centre.url("/lists"));
  await boss.keyboard.press("n");
  await boss.getByLabel("Name").fill(catalogue);
  await boss.locator("#catalogue").selectOption(catalogue);
  await boss.getByLabel("What is it called for?").selectOption("service");
  await boss.getByRole("button", { name: "Make list" }).click();
  await expect(boss.getByRole("heading", { level: 1, name: catalogue })).toBeVisible();
  await boss.keyboard.press("i");
  const wizard = new Wizard(boss);
  await wizard.handIn(csv(`${catalogue}.csv`, rows));
  await wizard.toColumns();
  await wizard.check();
  await wizard.checked();
  await wizard.toConfirm();
  await wizard.confirm();
  await wizard.result();
  await boss.goto(centre.url("/campaigns"));
  await boss.getByRole("link", { name: catalogue, exact: true }).first().click();
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

/** Codes what is in hand, and says who it was and where. */
async function coded(desk: Desk, code: string, at = ""): Promise<{ name: string; place: string }> {
  await desk.is("preview");
  const done = { name: await desk.name(), place: (await desk.contact()).replace("-", "/") };
  await desk.code(code, at);
  return done;
}

async function standing(boss: Page, place: string) {
  await boss.goto(centre.url(`/contacts/${place}`));
  return boss.locator(".standing");
}

test("under CallPro's statuses", async ({ seated, somebody }) => {
  const [boss, admin] = [await seated(centre, "supervisor"), await seated(centre, "administrator")];
  const desk = await open(boss, admin, await somebody(), "callpro");
  const done = [await coded(desk, "120"), await coded(desk, "501"), await coded(desk, "310", "in 2 hours")];
  await desk.is("waiting");
  for (const [index, code] of ["120", "501", "310"].entries()) {
    await expect(await standing(boss, done[index]!.place)).toContainText(code);
  }
});

test("under CallMonkey's result codes, with a list to pick from", async ({ seated, somebody }) => {
  const [boss, admin] = [await seated(centre, "supervisor"), await seated(centre, "administrator")];
  const desk = await open(boss, admin, await somebody(), "callmonkey");
  await expect(desk.block.locator(".call")).toContainText("score 0");
  const right = await coded(desk, "4.4/zonder-e-mail", "in 2 hours");
  await desk.is("preview");
  // Her list shows who is due, and hides who is to be called later until she looks for her.
  await desk.press("m");
  const lines = desk.page.locator("main tbody tr");
  await expect(lines).toHaveCount(1);
  await desk.press("/");
  await desk.type(right.name.split(" ")[1]!);
  await desk.press("Enter");
  await expect(lines).toHaveCount(1);
  await expect(lines.first()).toContainText("404 = 400 + 4");
  await desk.press("Escape", "a");
  await desk.is("preview");
  // One that was in nobody's hands is picked by its key and comes next.
  await desk.press("m");
  const picked = (await lines.first().locator("td").nth(1).innerText()).trim();
  await desk.press("1");
  await desk.is("preview");
  await coded(desk, "3/negatief-contactpersoon-niet-gesproken");
  await desk.is("preview");
  expect(await desk.name()).toBe(picked);
  await coded(desk, "4.1/voicemail");
  await desk.is("waiting");
  await expect(await standing(boss, right.place)).toContainText("score 404");
});

test("under Contact Expert's reasons, with the state of the session", async ({ seated, somebody }) => {
  const [boss, admin] = [await seated(centre, "supervisor"), await seated(centre, "administrator")];
  const desk = await open(boss, admin, await somebody(), "contact-expert");
  const closed = await coded(desk, "48");
  const back = await coded(desk, "51", "in 2 hours");
  const gone = await coded(desk, "55");
  await desk.is("waiting");
  await expect(await standing(boss, closed.place)).toContainText("CLOSED");
  await expect(await standing(boss, back.place)).toContainText("CALLBACK (4)");
  await expect(await standing(boss, gone.place)).toContainText("CLOSED");
});

test("under STUCC's status details, in the client's own order", async ({ seated, somebody }) => {
  const [boss, admin] = [await seated(centre, "supervisor"), await seated(centre, "administrator")];
  const desk = await open(boss, admin, await somebody(), "stucc");
  const done = [
    await coded(desk, "open/$follow_up_personal", "in 2 hours"),
    await coded(desk, "success"),
    await coded(desk, "declined"),
  ];
  expect(done.map(({ name }) => name.split(" ")[0])).toEqual(["Gezinus", "Ymkje", "Obbe"]);
  await desk.is("waiting");
  await expect(await standing(boss, done[0]!.place)).toContainText("open/$follow_up_personal");
});
