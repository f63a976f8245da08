// The same small list, worked once under each of the four vocabularies, by keyboard alone.
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { open } from "../house/opening.ts";
import { expect, test, type Seated, type Somebody } from "../house/test.ts";
import type { Page } from "@playwright/test";

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.demo();
});
test.afterAll(() => centre?.close());

/** Firms, which are mostly there by day; two of them in the client's own order. */
const people = [
  "Obbe Turfmeerlink;050-0700001;",
  "Ymkje Roggewaardsema;050-0700002;B2",
  "Gezinus Molshoopkampstra;050-0700003;a1",
  "Tjitske Veenpolderda;050-0700004;",
  "Harmke Kwelderboersma;050-0700005;",
  "Lubbert Zandhaverink;050-0700006;",
  "Wiepkje Slotengraafstra;050-0700007;",
  "Roelof Heideplagboom;050-0700008;",
  "Fenna Wierumersloot;050-0700009;",
  "Siebrand Eikenwalstra;050-0700010;",
  "Aaltje Biezenmattema;050-0700011;",
  "Jurrit Petgatenveld;050-0700012;",
  "Geeske Tochtslootma;050-0700013;",
  "Meindert Klaverweidstra;050-0700014;",
  "Tryntsje Moerasdijksma;050-0700015;",
  "Wubbo Zwanenmeerkamp;050-0700016;",
];
const rows = ["Klantnr;Naam;Telefoon;Belvolgorde", ...people.map((one, index) => `N${index + 1};${one}`)];

/** The list under one of the catalogues, with somebody of its own. */
async function begin(seated: Seated, somebody: Somebody, catalogue: string, list = catalogue): Promise<{ boss: Page; desk: Desk }> {
  const [boss, admin] = [await seated(centre, "supervisor"), await seated(centre, "administrator")];
  const hers = await somebody();
  return { boss, desk: await open({ centre, boss, admin, hers, catalogue, list, rows, kind: "company" }) };
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

/** The codes with which one product says what the other three say, too. */
type Said = { refused: string; back: string; won: string };

/**
 * The list is dialled by key until somebody answers, who asks to be called back, is offered again
 * at that time and won; gives the place.
 */
async function worked(desk: Desk, said: Said): Promise<string> {
  await desk.talk(said.refused);
  const [name, place] = [await desk.name(), (await desk.contact()).replace("-", "/")];
  await desk.press("h");
  await desk.is("wrap-up");
  // All five are through before noon, when the firms are at lunch.
  await desk.code(said.back, "in 20 minutes");
  await desk.is("preview");
  await desk.away(21);
  expect(await desk.name()).toBe(name);
  await desk.code(said.won);
  await desk.is("preview");
  return place;
}

/** What became of a contact, newest first, and the figures of the list, in the product's words. */
async function told(boss: Page, list: string, place: string, said: Said): Promise<void> {
  await boss.goto(centre.url(`/contacts/${place}`));
  const happened = boss.locator(".story").first().locator("> li");
  await expect(happened.filter({ hasText: said.won })).not.toHaveCount(0);
  await expect(happened.filter({ hasText: said.back })).not.toHaveCount(0);
  await expect(boss.locator("table tbody tr", { hasText: said.back }).first()).toContainText("Answered");
  await boss.goto(centre.url("/results/list"));
  await boss.locator("#list").selectOption(list);
  const codes = boss.locator("table tbody tr");
  await expect(codes.filter({ hasText: said.won })).not.toHaveCount(0);
  await boss.getByRole("link", { name: "Attempts of this list" }).click();
  await expect(boss.locator("main table").first()).toContainText(said.back);
}

test("under CallPro's statuses", async ({ seated, somebody }) => {
  const said = { refused: "501", back: "310", won: "700" };
  const { boss, desk } = await begin(seated, somebody, "callpro");
  const done = [await coded(desk, "120"), await coded(desk, "501"), await coded(desk, "310", "in 2 hours")];
  for (const [index, code] of ["120", "501", "310"].entries()) {
    await expect(await standing(boss, done[index]!.place)).toContainText(code);
  }
  await told(boss, "callpro", await worked(desk, said), said);
});

test("under CallMonkey's result codes, with a list to pick from", async ({ seated, somebody }) => {
  const said = { refused: "3/negatief-contactpersoon-gesproken", back: "4.6/zonder-e-mail", won: "5/lead" };
  const { boss, desk } = await begin(seated, somebody, "callmonkey");
  await expect(desk.block.locator(".call")).toContainText("score 0");
  const right = await coded(desk, "4.4/zonder-e-mail", "in 2 hours");
  await desk.is("preview");
  // Her list shows who is due, and hides who is to be called later until she looks for her.
  await desk.press("m");
  const lines = desk.page.locator("main tbody tr");
  await expect(lines).toHaveCount(people.length - 2);
  await desk.press("/");
  await desk.type(right.name.split(" ")[1]!);
  await desk.press("Enter");
  await expect(lines).toHaveCount(1);
  await expect(lines.first()).toContainText("404 = 400 + 4");
  await desk.press("Escape", "a");
  await desk.is("preview");
  // One that was in nobody's hands is picked by its key and comes next.
  await desk.press("m");
  await expect(lines).toHaveCount(people.length - 2);
  const picked = (await lines.first().locator("td").nth(1).innerText()).trim();
  await desk.press("1");
  await desk.is("preview");
  await coded(desk, "3/negatief-contactpersoon-niet-gesproken");
  await desk.is("preview");
  expect(await desk.name()).toBe(picked);
  await coded(desk, "4.1/voicemail");
  await expect(await standing(boss, right.place)).toContainText("score 404");
  await told(boss, "callmonkey", await worked(desk, said), said);
});

test("under CallMonkey's result codes, from a quote to an order that goes on", async ({ seated, somebody }) => {
  const { boss, desk } = await begin(seated, somebody, "callmonkey", "sales");
  await desk.is("preview");
  const place = (await desk.contact()).replace("-", "/");
  await desk.choose("6/offerte");
  await desk.type("2.500,00");
  await desk.press("Tab");
  await desk.type("60");
  await desk.page.getByLabel("Order expected on").focus();
  await desk.type("tomorrow 11:00");
  await desk.press("Enter");
  await expect(await standing(boss, place)).toContainText("2,500.00 EUR");
  await desk.is("preview");
  // What hangs on an option appears with it.
  const lost = (await desk.contact()).replace("-", "/");
  await desk.choose("7/verloren");
  await desk.type("900");
  await desk.page.getByLabel("Main reason").selectOption("budget");
  await expect(desk.page.getByLabel("Call back on")).toBeHidden();
  await desk.page.getByLabel("Follow up again in future").focus();
  await desk.press("Space");
  await expect(desk.page.getByLabel("Call back on")).toBeVisible();
  await expect(desk.block.locator(".chosen .outcome")).toBeHidden();
  await desk.page.getByLabel("Who follows up").selectOption("anybody");
  await desk.page.getByLabel("Call back on").focus();
  await desk.type("in 3 days");
  await desk.press("Enter");
  await desk.is("preview");
  const there = await standing(boss, lost);
  await expect(there).toContainText("Back to telemarketing");
  await expect(there).toContainText("No budget");
});

test("under Contact Expert's reasons, with the state of the session", async ({ seated, somebody }) => {
  const said = { refused: "55", back: "51", won: "48" };
  const { boss, desk } = await begin(seated, somebody, "contact-expert");
  const closed = await coded(desk, "48");
  const back = await coded(desk, "51", "in 2 hours");
  const gone = await coded(desk, "55");
  await expect(await standing(boss, closed.place)).toContainText("CLOSED");
  await expect(await standing(boss, back.place)).toContainText("CALLBACK (4)");
  await expect(await standing(boss, gone.place)).toContainText("CLOSED");
  await told(boss, "contact-expert", await worked(desk, said), said);
});

test("under STUCC's status details, in the client's own order", async ({ seated, somebody }) => {
  const said = { refused: "declined", back: "open/$follow_up_personal", won: "success" };
  const { boss, desk } = await begin(seated, somebody, "stucc");
  const done = [await coded(desk, "open/$follow_up_personal", "in 2 hours"), await coded(desk, "success"), await coded(desk, "declined")];
  expect(done.map(({ name }) => name.split(" ")[0]).slice(0, 2)).toEqual(["Gezinus", "Ymkje"]);
  await expect(await standing(boss, done[0]!.place)).toContainText("open/$follow_up_personal");
  await told(boss, "stucc", await worked(desk, said), said);
});
