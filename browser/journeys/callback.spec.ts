// A callback agreed on in an agent's own words comes back at that time.
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { expect, test } from "../house/test.ts";

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.demo();
});
test.afterAll(() => centre?.close());

test("“di 14:30” is understood, stands among the own callbacks, and is offered then", async ({ seated }) => {
  const page = await seated(centre, "agent", { locale: "nl-NL" });
  const desk = await new Desk(page).open(centre.url("/desk"));
  await desk.press("a");
  await desk.is("preview");
  const [contact, name] = [await desk.contact(), await desk.name()];
  await desk.choose("310");

  // What cannot be meant is said beside the field; nothing is lost.
  const at = page.getByLabel("Terugbellen op");
  await expect(at).toBeFocused();
  await desk.type("di 25:30");
  await desk.press("Enter");
  await expect(desk.block.locator(".agree .error")).toContainText("25:30");
  await expect(at).toBeFocused();
  await at.fill("di 14:30");
  await desk.press("Enter");
  await expect(desk.block.locator("[data-chosen]")).toHaveCount(0);
  await desk.is("preview");
  expect(await desk.contact()).not.toBe(contact);

  await desk.press("w");
  const own = desk.block.locator("details.menu.wide tr");
  await expect(own).toHaveCount(1);
  await expect(own).toContainText("14:30");
  await desk.press("Escape");

  // Away from the desk until then, by a clock that runs six hundred times as fast.
  await desk.press("r");
  await desk.is("preview");
  await desk.press("b", "1", "r");
  await desk.is("break");
  await desk.speed(600);
  await expect(page.locator("#demo time")).toHaveText(/^14:(3[1-9]|[45]\d)/, { timeout: 60_000 });
  await desk.speed(1);
  await desk.is("break");
  await desk.press("a");
  await desk.is("preview");
  expect(await desk.contact()).toBe(contact);
  expect(await desk.name()).toBe(name);
  await expect(desk.block.locator(".call")).toContainText("14:30");
});
