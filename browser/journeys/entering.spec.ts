// The first start, invitations, passwords, sessions: the ways in, and out again.
import type { Page } from "@playwright/test";
import { Centre } from "../house/centre.ts";
import { expect, test } from "../house/test.ts";

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.serve();
});
test.afterAll(() => centre?.close());

const boss = { login: "boss", password: "a quiet tuesday morning" };
const ada = { login: "ada", password: "four geese cross the road" };

async function logIn(page: Page, who: { login: string; password: string }): Promise<void> {
  await page.goto(centre.url("/login"));
  await page.getByLabel("Login").fill(who.login);
  await page.getByLabel("Password").fill(who.password);
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByRole("button", { name: "Log in" }).click();
  const answer = await answered;
  if (answer.status() === 303) await expect(page.locator(".who")).toBeVisible();
  else await answer.finished();
  await page.waitForLoadState("load");
}

async function choosePassword(page: Page, password: string): Promise<void> {
  await page.getByLabel("New password", { exact: true }).fill(password);
  await page.getByLabel("New password once more").fill(password);
  await page.getByRole("button", { name: "Save and begin" }).click();
}

test("the printed link makes the first administrator, once", async ({ somebody, watch }) => {
  const page = await somebody();
  await page.goto(centre.firstLink);
  await page.getByLabel("Name").fill("Boss");
  await page.getByLabel("Login").fill(boss.login);
  watch.expects(/status of 422/);
  await choosePassword(page, "short");
  await expect(page.getByRole("alert")).toContainText("Too short");
  await choosePassword(page, boss.password);
  await expect(page.locator(".who")).toHaveText("Boss");

  watch.expects(/status of (404|410|403|409)/);
  const other = await somebody();
  await other.goto(centre.firstLink);
  await expect(other.getByRole("heading", { name: "This link does not work" })).toBeVisible();
});

test("an invited agent chooses a password and sits at her desk", async ({ somebody }) => {
  const page = await somebody();
  await logIn(page, boss);
  await page.goto(centre.url("/people"));
  await page.keyboard.press("n");
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("Login").fill(ada.login);
  await page.getByLabel("Role").selectOption("agent");
  await page.getByLabel("Language").selectOption("en");
  await page.getByRole("button", { name: "Add and make invitation" }).click();
  const link = await page.getByLabel("Link").inputValue();

  const hers = await somebody();
  await hers.goto(link);
  await choosePassword(hers, ada.password);
  await expect(hers).toHaveURL(centre.url("/desk"));
  await expect(hers.locator("#desk")).toHaveAttribute("data-state", "out");
});

test("the language changes with the settings, and stays for the log-in page", async ({ somebody }) => {
  const page = await somebody();
  await logIn(page, ada);
  await page.goto(centre.url("/settings"));
  await page.getByLabel("Language").selectOption("hu");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "hu");
  await page.getByLabel("Nyelv").selectOption("en");
  await page.locator("main form[action='/settings'] button").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "Log out", exact: true }).click();
  await expect(page).toHaveURL(/\/login/);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("button", { name: "Anmelden" })).toBeVisible();
});

test("a session is seen and ended from another browser", async ({ somebody }) => {
  const here = await somebody();
  await logIn(here, ada);
  const there = await somebody();
  await logIn(there, ada);
  await here.goto(centre.url("/settings"));
  const others = here.locator("tr", { has: here.getByRole("button", { name: "Log out there" }) });
  const before = await others.count();
  expect(before).toBeGreaterThan(0);
  await here.getByRole("button", { name: /other/ }).click();
  await expect(others).toHaveCount(0);
  await there.goto(centre.url("/desk"));
  await expect(there).toHaveURL(/\/login/);
});

test("a changed password is the one that counts", async ({ somebody, watch }) => {
  const page = await somebody();
  await logIn(page, ada);
  await page.goto(centre.url("/settings/password"));
  watch.expects(/status of 422/);
  await page.getByLabel("Present password").fill("not this one at all");
  await page.getByLabel("New password", { exact: true }).fill("seven swans on the ice");
  await page.getByLabel("New password once more").fill("seven swans on the ice");
  await page.getByRole("button", { name: "Change" }).click();
  await expect(page.getByRole("alert")).toContainText("not your present password");
  await page.getByLabel("Present password").fill(ada.password);
  await page.getByLabel("New password", { exact: true }).fill("seven swans on the ice");
  await page.getByLabel("New password once more").fill("seven swans on the ice");
  await page.getByRole("button", { name: "Change" }).click();
  await expect(page).toHaveURL(/\/settings$/);
  const other = await somebody();
  await logIn(other, ada);
  await expect(other.getByRole("alert")).toContainText("do not belong together");
  ada.password = "seven swans on the ice";
  await logIn(other, ada);
  await expect(other).toHaveURL(centre.url("/desk"));
});

test("five wrong passwords lock a login out, and an administrator lets her in again", async ({ somebody, watch }) => {
  watch.expects(/status of (422|429)/);
  const page = await somebody();
  for (let n = 0; n < 5; n += 1) await logIn(page, { ...ada, password: `wrong password ${n}` });
  await expect(page.getByRole("alert")).toContainText("Too many wrong passwords");
  await logIn(page, ada);
  await expect(page.getByRole("alert")).toContainText("Too many wrong passwords");

  const admin = await somebody();
  await logIn(admin, boss);
  await admin.goto(centre.url("/people"));
  await admin.getByRole("link", { name: "Ada" }).click();
  await admin.getByRole("button", { name: "Unlock" }).click();
  await logIn(page, ada);
  await expect(page).toHaveURL(centre.url("/desk"));
});
