// The supervisor's floor beside a desk at work: phases, numbers, messages.
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { expect, test } from "../house/test.ts";

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.demo();
});
test.afterAll(() => centre?.close());

test("the floor follows a desk by itself", async ({ seated }) => {
  const boss = await seated(centre, "supervisor");
  await boss.goto(centre.url("/floor"));
  // Never loaded anew: whoever does so loses this mark.
  await boss.evaluate(() => document.documentElement.setAttribute("data-same-page", "yes"));
  const row = boss.locator(".agents tbody tr", { hasText: "You" });
  const phase = row.locator(".tag").first();
  // Shown is who is at work.
  await expect(boss.locator(".agents tbody tr")).not.toHaveCount(0);
  await expect(row).toHaveCount(0);

  const page = await seated(centre, "agent");
  const desk = await new Desk(page).open(centre.url("/desk"));
  await desk.begin();
  await expect(phase).toHaveText("preview");
  await expect(row.getByRole("link").nth(1)).toHaveAttribute("href", `/contacts/${(await desk.contact()).replace("-", "/")}`);
  const hand = await desk.hand();
  await desk.press("d");
  await desk.is("dialling");
  await expect(phase).toHaveText("dialling");
  if (!(await desk.isAnswered(hand))) await desk.talk();
  await expect(phase).toHaveText("talking");
  await desk.press("h");
  await desk.is("wrap-up");
  await expect(phase).toHaveText("wrap-up");
  await desk.code("700");
  await desk.is("preview");
  await desk.leave("1");
  await expect(phase).toHaveClass(/warn/);
  await expect(row.locator("td.n").nth(2)).toHaveText("1");
  await desk.press("a");
  await desk.is("preview");
  await expect(phase).toHaveText("preview");
  await expect(boss.locator("html")).toHaveAttribute("data-same-page", "yes");
});

test("a number leads to the contacts behind it, and one of them to its reasons", async ({ seated }) => {
  const boss = await seated(centre, "supervisor");
  await boss.goto(centre.url("/floor"));
  const held = boss.locator(".held a[href*='why=']");
  await expect(held).not.toHaveCount(0);
  for (const number of await held.all()) {
    await boss.goto(centre.url("/floor"));
    const count = Number((await number.locator("b").innerText()).replace(/\D/g, ""));
    const label = (await number.innerText()).replace(/^[\d,.\s]+/, "");
    await number.click();
    await expect(boss.locator("main .lead")).toContainText(label);
    // One agent works on: the number has moved by hardly more than a contact.
    const there = await boss.locator("main tbody tr").count();
    expect(Math.abs(there - Math.min(count, 50)), `${label}: ${there} for ${count}`).toBeLessThan(3);
  }
  await boss.goto(centre.url("/floor"));
  await held.filter({ hasText: "not due yet" }).first().click();
  const one = boss.locator("main tbody a").first();
  const name = await one.innerText();
  await one.click();
  await expect(boss.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(boss.locator("#contact .standing ul.plain").first().locator("li")).not.toHaveCount(0);
});

test("a message reaches the desk, and is read by key", async ({ seated }) => {
  const page = await seated(centre, "agent");
  const desk = await new Desk(page).open(centre.url("/desk"));
  await desk.begin();
  const contact = await desk.contact();
  await desk.press("b");
  const menu = desk.block.locator("details.menu[open]");
  await expect(menu).toHaveCount(1);

  const boss = await seated(centre, "supervisor");
  await boss.goto(centre.url("/floor"));
  await boss.locator(".agents tbody").getByRole("link", { name: "You" }).click();
  await boss.locator("#text").fill("Please ask for the postcode, too.");
  await boss.getByRole("button", { name: "Send" }).click();
  await expect(boss.locator("main [role=status]")).toContainText("Message sent.");

  const messages = desk.block.locator(".messages");
  await expect(messages).toContainText("Please ask for the postcode, too.");
  // A menu that was open is still: its keys mean something else than the desk's.
  await expect(menu).toHaveCount(1);
  await desk.press("Escape");
  await boss.goto(centre.url("/floor/messages"));
  const sent = boss.locator("#sent li", { hasText: "postcode" });
  await expect(sent).toContainText("not read yet");
  await desk.press("l");
  await expect(messages).toHaveCount(0);
  expect(await desk.contact()).toBe(contact);
  await expect(sent.locator(".tag.good")).toHaveText("read");
  await expect(sent).not.toContainText("not read yet");
});
