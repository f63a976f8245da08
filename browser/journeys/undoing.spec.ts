// What was coded a moment ago is taken back at the desk.
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { expect, test } from "../house/test.ts";

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.demo();
});
test.afterAll(() => centre?.close());

test("a code is taken back by key, and given anew", async ({ seated }) => {
  const page = await seated(centre, "agent");
  const desk = await new Desk(page).open(centre.url("/desk"));
  await desk.begin();
  const [contact, name] = [await desk.contact(), await desk.name()];
  await desk.code("501");
  await desk.is("preview");
  expect(await desk.contact()).not.toBe(contact);
  const bar = desk.block.locator("form.undo");
  await expect(bar).toContainText("501");
  await expect(bar).toContainText(name);

  await desk.press("u");
  await expect.poll(() => desk.contact()).toBe(contact);
  expect(await desk.name()).toBe(name);
  await expect(page.locator("[data-said]")).toContainText("Taken back");
  await expect(bar).toHaveCount(0);
  await desk.code("700");
  await expect(page.locator("[data-said]")).toContainText("700");

  const boss = await seated(centre, "supervisor");
  await boss.goto(centre.url(`/contacts/${contact.replace("-", "/")}`));
  await expect(boss.locator(".standing .lead")).toContainText("700");
  await expect(boss.locator(".story").first()).toContainText("501");
});

test("after ten seconds the offer has gone, and the key does nothing", async ({ seated }) => {
  const page = await seated(centre, "agent");
  const desk = await new Desk(page).open(centre.url("/desk"));
  await desk.begin();
  await desk.code("501");
  await desk.is("preview");
  const bar = desk.block.locator("form.undo");
  await expect(bar).toBeVisible();
  await expect(bar).toBeHidden({ timeout: 15_000 });
  const hand = await desk.hand();
  await desk.press("u");
  await page.reload();
  await expect(bar).toHaveCount(0);
  await desk.is("preview");
  expect(await desk.hand()).toBe(hand);
});
