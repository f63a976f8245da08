// A callback agreed on in an agent's own words comes back at that time.
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { expect, test } from "../house/test.ts";
import type { Locator } from "@playwright/test";

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.demo();
});
test.afterAll(() => centre?.close());

/** Where the mark stands in a week that is drawn, as whoever looks at it reads it: day and hour. */
function marked(week: Locator): Promise<{ day: string; hour: number; isOpen: boolean }> {
  return week.evaluate((svg) => {
    const box = (element: Element) => element.getBoundingClientRect();
    const middle = (element: Element) => box(element).top + box(element).height / 2;
    const mark = svg.querySelector(".moment")!;
    const texts = [...svg.querySelectorAll("text")];
    const days = texts.filter((text) => text.getAttribute("text-anchor") === "end");
    const far = (text: Element) => Math.abs(middle(text) - middle(mark));
    const [day] = days.sort((a, b) => far(a) - far(b));
    const [twelve, sixteen] = ["12", "16"].map((hour) => {
      const tick = box(texts.find((text) => text.textContent === hour)!);
      return tick.left + tick.width / 2;
    });
    const from = box(mark).left;
    const isOpen = [...svg.querySelectorAll(".open")].some((open) => {
      const { left, right, top, bottom } = box(open);
      return left <= from && from < right && top < middle(mark) && middle(mark) < bottom;
    });
    return { day: day!.textContent ?? "", hour: 12 + (4 * (from - twelve!)) / (sixteen! - twelve!), isOpen };
  });
}

test("“di 14:30” is understood, marked in the week, stands among the own callbacks, and is offered then", async ({ seated }) => {
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

  // With a roster the week is drawn, and the moment stands in it before anything is saved.
  const week = desk.block.locator("svg.week");
  await expect(week).toHaveCount(0);
  await page.getByLabel("Wanneer bellen").fill("di-vr 14:00-");
  await page.getByRole("button", { name: "Toon wat volgt" }).press("Enter");
  await expect(week.locator(".moment")).toHaveCount(1);
  const mark = await marked(week);
  expect(mark).toMatchObject({ day: "di", isOpen: true });
  expect(mark.hour).toBeCloseTo(14.5, 1);
  await expect(desk.block.locator(".agree .hint").first()).toContainText("14:30");
  expect(await desk.contact()).toBe(contact);

  await at.press("Enter");
  await expect(desk.block.locator("[data-chosen]")).toHaveCount(0);
  await desk.is("preview");
  expect(await desk.contact()).not.toBe(contact);

  await desk.press("w");
  const own = desk.block.locator("details.menu.wide tr");
  await expect(own).toHaveCount(1);
  await expect(own).toContainText("14:30");
  await desk.press("Escape");

  // Away from the desk until then, by a clock that runs as fast as it can and slows down in time:
  // half an hour after the moment anybody may have her callback.
  await desk.leave("1");
  const clock = () => page.locator("#demo time").innerText();
  await desk.speed(600);
  await expect.poll(async () => (await clock()) >= "14:10", { timeout: 60_000 }).toBe(true);
  await desk.speed(200);
  await expect.poll(async () => (await clock()) >= "14:31", { timeout: 60_000 }).toBe(true);
  await desk.speed(1);
  await desk.is("break");
  await desk.press("a");
  await desk.is("preview");
  expect(await desk.contact()).toBe(contact);
  expect(await desk.name()).toBe(name);
  await expect(desk.block.locator(".call")).toContainText("14:30");
});
