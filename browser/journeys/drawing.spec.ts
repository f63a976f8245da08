// Two agents press at the same moment and never get the same contact.
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { choosePassword, invite } from "../house/people.ts";
import { expect, test } from "../house/test.ts";

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.demo();
});
test.afterAll(() => centre?.close());

test("two desks that press at once, ten times, get twenty different contacts", async ({ seated, somebody }) => {
  const link = await invite(await seated(centre, "administrator"), centre, "Bo");
  const hers = await somebody();
  await choosePassword(hers, link, "four geese cross the road");
  const boss = await seated(centre, "supervisor");
  await boss.goto(centre.url("/campaigns"));
  await boss.locator("table.campaigns tbody a").first().click();
  await boss.locator("#agents summary").click();
  await boss.locator("#agents details").getByLabel("Bo", { exact: true }).check();
  await boss.locator('#agents button[value="add"]').click();
  await expect(boss.locator("#agents form").first()).toContainText("Bo");

  const desks = [new Desk(hers), await new Desk(await seated(centre, "agent")).open(centre.url("/desk"))];
  const had: string[] = [];
  const take = async () => {
    for (const desk of desks) await desk.is("preview");
    for (const desk of desks) had.push(await desk.contact());
  };
  await Promise.all(desks.map((desk) => desk.press("a")));
  await take();
  for (let times = 0; times < 10; times += 1) {
    const hands = await Promise.all(desks.map((desk) => desk.hand()));
    for (const desk of desks) await desk.choose("501");
    await Promise.all(desks.map((desk) => desk.press("Enter")));
    for (const [index, desk] of desks.entries()) {
      await expect(desk.block.locator(`[name=hand][value="${hands[index]}"]`)).toHaveCount(0);
    }
    await take();
  }
  expect(new Set(had).size, had.join(" ")).toBe(22);
});
