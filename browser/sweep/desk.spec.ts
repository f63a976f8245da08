// Every state of the desk, in both themes, wide and narrow: complete, fitting, and without findings.
import type { Page } from "@playwright/test";
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { choosePassword, invite } from "../house/people.ts";
import { expect, test } from "../house/test.ts";
import { keysOfAllTexts } from "../house/words.ts";
import { look } from "./looks.ts";

const keys = keysOfAllTexts();

// Hungarian has the longest words, Dutch the most of them.
for (const locale of ["nl-NL", "hu-HU"]) {
  test(`the desk in every state (${locale})`, async ({ seated, somebody }) => {
    test.setTimeout(180_000);
    const centre = await Centre.demo();
    try {
      const page = await seated(centre, "agent", { locale });
      const desk = await new Desk(page).open(centre.url("/desk"));
      const wrong: string[] = [];
      const seen = async (state: string, where: Page = page) => {
        wrong.push(...(await look(where, keys, locale === "nl-NL")).map((what) => `${state}: ${what}`));
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
      const hand = await desk.hand();
      await desk.press("d");
      await desk.is("dialling");
      await seen("dialling");
      if (!(await desk.isAnswered(hand))) await desk.talk();
      await desk.is("talking");
      await seen("talking");
      await desk.press("h");
      await desk.is("wrap-up");
      await seen("wrap-up");
      await desk.press("?");
      await seen("keys");

      // Whoever has no campaign yet waits.
      const link = await invite(await seated(centre, "administrator"), centre, "Bo", locale.slice(0, 2));
      const bo = await somebody({ locale });
      await choosePassword(bo, link, "four geese cross the road");
      const other = new Desk(bo);
      await other.press("a");
      await other.is("waiting");
      await seen("waiting", bo);
      await other.press("b");
      await seen("menu of breaks", bo);
      await other.press("1");
      await other.is("break");
      await seen("break", bo);
      expect(wrong).toEqual([]);
    } finally {
      await centre.close();
    }
  });
}
