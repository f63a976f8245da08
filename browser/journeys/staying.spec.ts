// What stays when something breaks: the connection, the server, the scripts.
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { expect, test } from "../house/test.ts";

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.demo();
});
test.afterAll(() => centre?.close());

for (const how of ["orderly", "hard"] as const) {
  test(`the server is started anew in mid-call (${how}), and the desk catches up by itself`, async ({ seated, watch }) => {
    watch.expects(/ERR_|Failed to fetch|NetworkError|status of 5/);
    const page = await seated(centre, "agent");
    const desk = await new Desk(page).open(centre.url("/desk"));
    await desk.begin();
    await desk.talk();
    await desk.press("n");
    await desk.type("he wants a quote");
    const contact = await desk.contact();

    // Whoever has hung up by now is not cut off.
    const cutOff = how === "hard" && (await desk.state()) === "talking";

    await centre.stop(how);
    const lost = page.locator("[data-lost]");
    await expect(lost).toBeVisible();
    await expect(lost).toContainText("Connection lost");
    await centre.start();
    await expect(lost).toBeHidden({ timeout: 30_000 });

    // The call went with the server; the contact and what was typed did not.
    await desk.is("wrap-up");
    expect(await desk.contact()).toBe(contact);
    await expect(page.locator("[name=note]")).toHaveValue("he wants a quote");
    await desk.press("Escape");
    await desk.code("501");
    await desk.is("preview");
    const boss = await seated(centre, "supervisor");
    await boss.goto(centre.url(`/contacts/${contact.replace("-", "/")}`));
    await expect(boss.locator(".story").first()).toContainText(cutOff ? "Interrupted on our side" : "Answered");
  });
}

test("without scripts a contact is coded, settings change, contacts are found", async ({ seated }) => {
  const page = await seated(centre, "agent", { javaScriptEnabled: false });
  await page.goto(centre.url("/desk"));
  const desk = new Desk(page);
  if ((await desk.state()) !== "preview") await page.getByRole("button", { name: "Start" }).click();
  await expect(page).toHaveURL(centre.url("/desk"));
  const hand = await desk.hand();
  await page.getByLabel("Note").fill("asked to be left alone");
  await page.locator("label.group", { hasText: "5" }).first().click();
  await page.locator('.code[value="501"]').click();
  await expect(page.locator("[data-chosen]")).toHaveAttribute("data-chosen", "501");
  await expect(page.getByLabel("Note")).toHaveValue("asked to be left alone");
  await page.locator("[data-confirm]").click();
  await expect(page).toHaveURL(centre.url("/desk"));
  expect(await desk.hand()).not.toBe(hand);

  await page.goto(centre.url("/settings"));
  await page.getByLabel("Language").selectOption("de");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.getByLabel("Sprache").selectOption("en");
  await page.locator("main form[action='/settings'] button").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");

  const boss = await seated(centre, "supervisor", { javaScriptEnabled: false });
  await boss.goto(centre.url("/contacts"));
  await boss.getByLabel("Name, number, key").fill("Nebelmeissner");
  await boss.getByRole("button", { name: "Search" }).click();
  await boss.locator("main tbody a").first().click();
  await expect(boss.locator("#contact")).toBeVisible();
});
