// A code with a contact priority is made in the browser from nothing, and a cause is tried again
// sooner: options appear as others are chosen, the check says what is missing, and it is published.
import { Centre } from "../house/centre.ts";
import type { Desk } from "../house/desk.ts";
import { open } from "../house/opening.ts";
import { expect, test } from "../house/test.ts";
import type { Page } from "@playwright/test";

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.demo();
});
test.afterAll(() => centre?.close());

async function begin(boss: Page, name: string): Promise<void> {
  await boss.goto(centre.url(`/catalogues/${name}`));
  await boss.getByRole("button", { name: "Begin a draft" }).click();
}

test("a callback of priority six is made from nothing, and its options reveal each other", async ({ seated, watch }) => {
  watch.expects(/422/);
  const boss = await seated(centre, "supervisor");
  await begin(boss, "callmonkey");

  // Won or lost takes no code; the group of callbacks does.
  const add = boss.locator("#add");
  await expect(add.getByLabel("Group").locator("option")).not.toContainText(["7 Won or lost"]);
  await add.getByLabel("Code").fill("4.6/proposal");
  await add.getByLabel("Like").selectOption("7/order");
  await add.getByRole("button").click();
  await expect(boss.locator("#new-code-error")).toContainText("Group 7 takes no codes of your own");
  await add.getByLabel("Like").selectOption("");
  await add.getByLabel("Group").selectOption("4");
  await add.getByRole("button").click();
  await expect(boss.locator("main")).toContainText("how near the right person was");

  // What is chosen reveals the next.
  const reminder = boss.getByLabel("reminder to the agent");
  const address = boss.getByLabel("e-mail address", { exact: true });
  await expect(reminder).toBeHidden();
  await boss.getByLabel("Contact priority").selectOption("4");
  await expect(reminder).toBeHidden();
  await boss.getByLabel("Contact priority").selectOption("6");
  await reminder.check();
  await expect(boss.getByLabel("Due again")).toBeHidden();
  await boss.getByLabel("Kind", { exact: true }).selectOption("callback");
  await boss.getByLabel("Due again").fill("DateAdd=1d");
  await boss.getByLabel("With a note").uncheck();
  await expect(address).toBeHidden();
  await boss.getByLabel("e-mail to the contact").check();
  await address.check();
  await expect(boss.getByLabel("With a note")).toBeChecked();
  await boss.getByLabel("Whose contact it is").selectOption("handling_agent");
  await boss.getByLabel("another user", { exact: true }).check();
  for (const [language, label] of [["Dutch", "Terugbellen over offerte"], ["English", "Call about the proposal"], ["German", "Rückruf zum Angebot"], ["Hungarian", "Visszahívás az ajánlatról"]] as const) {
    await boss.getByLabel(`Label, ${language}`).fill(label);
  }
  await boss.getByLabel("Meaning", { exact: true }).fill("callback.personal.plain");
  await boss.getByLabel("Who was spoken to").selectOption("right_person");
  await boss.getByLabel("Column of the report").selectOption("to_call");
  await expect(boss.locator("#buttons")).toContainText("Call about the proposal");
  await boss.getByRole("button", { name: "Keep in the draft" }).click();
  await expect(reminder).toBeChecked();

  await boss.getByRole("link", { name: "Draft", exact: true }).click();
  await expect(boss.locator("main")).toContainText("Nothing is wrong. Nothing is doubtful.");
  await boss.getByRole("link", { name: "Publish" }).click();
  await expect(boss.locator("main")).toContainText("disposition 4.6/proposal");
  await boss.getByRole("button", { name: "Publish" }).click();
  await expect(boss.locator("main")).toContainText("callmonkey-1000.toml");
});

/** People who are at work by day. */
const rows = ["Klantnr;Naam;Telefoon", ...Array.from({ length: 16 }, (_, n) => `N${n + 1};Nynke Biezenwaard ${n + 1};050-07001${String(n + 10)}`)];

/** Dials by key until nobody answers; says in how many minutes that contact is due again. */
async function dueAfterNoAnswer(desk: Desk, boss: Page): Promise<number> {
  for (let calls = 0; calls < 12; calls += 1) {
    await desk.is("preview");
    const [hand, place] = [await desk.hand(), (await desk.contact()).replace("-", "/")];
    await desk.speed(20);
    await desk.press("d");
    if (await desk.isAnswered(hand, "55")) {
      await desk.press("h");
      await desk.is("wrap-up");
      await desk.code("55");
      continue;
    }
    await boss.goto(centre.url(`/contacts/${place}`));
    const last = boss.locator("table tbody tr").first();
    if (!(await last.innerText()).includes("No answer")) continue;
    const due = boss.locator(".standing .facts > div", { hasText: /^Due/ }).locator("dd");
    return minutes(await due.innerText()) - minutes(await last.locator("td").nth(1).innerText());
  }
  throw new Error("everybody answers");
}

function minutes(moment: string): number {
  const [, hour, minute] = moment.match(/\b(\d\d):(\d\d)\b/) ?? [];
  if (!hour || !minute) throw new Error(`no time of day: ${moment}`);
  return Number(hour) * 60 + Number(minute);
}

test("a cause is tried again after half an hour, looked at first, and acts", async ({ seated, somebody, watch }) => {
  watch.expects(/422/);
  const [boss, admin] = [await seated(centre, "supervisor"), await seated(centre, "administrator")];
  const desk = await open({ centre, boss, admin, hers: await somebody(), catalogue: "contact-expert", list: "voorjaar", rows, kind: "consumer" });
  expect(await dueAfterNoAnswer(desk, boss)).toBeGreaterThan(170);

  await begin(boss, "contact-expert");
  await boss.getByRole("link", { name: "Causes, limits, groups" }).click();
  const after = boss.getByLabel("Again after: No answer");
  await expect(after).toHaveValue("PT3H");
  await after.fill("soon");
  await boss.getByRole("button", { name: "Keep in the draft" }).click();
  await expect(boss.locator("#causes .error")).toContainText("30m, 2h or P1D");
  await after.fill("30m");
  await boss.getByRole("button", { name: "Keep in the draft" }).click();
  await expect(after).toHaveValue("PT30M");

  // What would have gone differently with the calls there were.
  await boss.goto(centre.url("/catalogues/contact-expert/draft/publish"));
  await expect(boss.locator("main")).toContainText("PT30M");
  await expect(boss.locator("#replay")).toContainText("due earlier");
  await expect(boss.locator("#replay tbody tr").first()).toContainText("33");
  await boss.getByRole("button", { name: "Publish" }).click();
  await expect(boss.locator("main")).toContainText("contact-expert-1000.toml");

  // The list moves, and it acts.
  const list = boss.locator("#lists tbody tr", { hasText: "voorjaar" });
  await list.locator("select").selectOption("1000");
  await list.getByRole("button", { name: "Move" }).click();
  await expect(list.locator("td").first()).toHaveText("1000");
  const sooner = await dueAfterNoAnswer(desk, boss);
  expect(sooner).toBeGreaterThanOrEqual(29);
  expect(sooner).toBeLessThanOrEqual(33);
});
