// Every state of the desk, in four languages, both themes, wide and narrow: complete, fitting, and
// without findings.
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { choosePassword, invite } from "../house/people.ts";
import { expect, test } from "../house/test.ts";
import { keysOfAllTexts, languages } from "../house/words.ts";
import { look } from "./looks.ts";

const keys = keysOfAllTexts();

// Each test has a centre of its own, so that they can run beside each other.
test.describe.configure({ mode: "parallel" });

for (const [spoken, language] of languages.entries()) {
  test(`the desk in every state (${language})`, async ({ seated, somebody, watch }) => {
    test.setTimeout(180_000);
    const centre = await Centre.demo();
    try {
      const page = await seated(centre, "agent", { locale: language });
      const desk = await new Desk(page).open(centre.url("/desk"));
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      const wrong: string[] = [];
      let states = 0;
      const seen = async (state: string, where = desk) => {
        wrong.push(...(await look(where.page, keys, spoken + states)).map((what) => `${state}: ${what}`));
        states += 1;
      };
      await desk.is("out");
      await seen("out");
      await desk.press("a");
      await desk.is("preview");
      await seen("preview");
      await desk.choose("310");
      await seen("code chosen, with the dialog of a callback");
      await page.locator("[data-first]").fill("25:99");
      await desk.press("Enter");
      await expect(desk.block.locator(".agree .error")).toBeVisible();
      await seen("callback not understood");
      await desk.press("Escape", "Escape");
      await expect(desk.block.locator("[data-chosen]")).toHaveCount(0);
      await desk.press("5");
      await seen("group of codes open");
      await desk.press("Escape");
      await desk.code("310", "14:30");
      await desk.is("preview");
      await expect(desk.block.locator("form.undo")).toBeVisible();
      await seen("to be taken back");
      await desk.press("w");
      await expect(desk.block.locator("details.menu.wide tr")).toHaveCount(1);
      await seen("own callbacks");
      await desk.press("Escape");
      const hand = await desk.hand();
      await desk.press("d");
      await desk.is("dialling");
      await seen("dialling");
      if (!(await desk.isAnswered(hand))) await desk.talk();
      await seen("talking");
      await desk.press("h");
      await desk.is("wrap-up");
      await seen("wrap-up");
      await desk.press("?");
      await seen("keys");
      await desk.press("Escape");

      // Whoever has no campaign yet waits.
      const link = await invite(await seated(centre, "administrator"), centre, "Bo", language);
      const other = new Desk(await somebody({ locale: language }));
      await choosePassword(other.page, link, "four geese cross the road");
      await other.press("a");
      await other.is("waiting");
      await seen("waiting", other);
      // As the script does after five minutes without a touch.
      await other.page.locator("[data-passive]").evaluate((form: HTMLFormElement) => form.requestSubmit());
      await other.is("passive");
      await seen("passive", other);
      await other.press("b");
      await seen("menu of breaks", other);
      await other.press("1");
      await other.is("break");
      await seen("break", other);

      watch.expects(/ERR_|Failed to fetch|NetworkError/);
      await centre.stop();
      await expect(page.locator("[data-lost]")).toBeVisible();
      await seen("connection lost");
      expect(wrong).toEqual([]);
    } finally {
      await centre.close();
    }
  });
}
