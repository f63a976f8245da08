// What is looked for on a page: texts that are missing, text that does not fit, what axe finds.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

type Theme = "light" | "dark";
/** Width and theme: every page is looked at in all of them. */
const lights: [width: number, theme: Theme][] = [
  [1440, "light"],
  [390, "dark"],
  [390, "light"],
  [1440, "dark"],
];

/** Keys of texts that are shown as they are. */
function rawKeys(page: Page, keys: string[]): Promise<string[]> {
  return page.evaluate((keys) => {
    const known = new Set(keys);
    const said = [document.title];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) said.push(texts.currentNode.nodeValue ?? "");
    for (const element of document.querySelectorAll("*")) {
      for (const name of ["placeholder", "aria-label", "title", "alt", "data-ask"]) said.push(element.getAttribute(name) ?? "");
    }
    return [...new Set(said.join("\n").match(/[a-z][a-z0-9]*(-[a-z0-9]+)+/g) ?? [])].filter((word) => known.has(word));
  }, keys);
}

/** What does not fit: the page itself, or text that is cut off. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const describe = (element: Element) => {
      const text = (element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
      return `${element.tagName.toLowerCase()}${element.id && `#${element.id}`}${[...element.classList].map((name) => `.${name}`).join("")} “${text}”`;
    };
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) {
      const wide = [...document.body.querySelectorAll("*")].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.right > width + 1 && !element.closest(".scroll, .unseen, .said, .skip") && element.children.length === 0;
      });
      wrong.push(`the page is ${document.documentElement.scrollWidth} wide: ${wide.slice(0, 3).map(describe).join(", ")}`);
    }
    for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
      if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth === 0) continue;
      if (element.closest(".unseen, .said, .skip, .scroll") || element.matches("input, select, textarea, svg, svg *")) continue;
      if (getComputedStyle(element).overflowX === "visible") continue;
      wrong.push(`cut off: ${describe(element)} (${element.scrollWidth} in ${element.clientWidth})`);
    }
    return wrong;
  });
}

/** What axe finds by the rules of WCAG 2.2 AA and by good practice. */
async function findings(page: Page): Promise<string[]> {
  // Straight into the page's world: no script tag, so its policy stays as it is.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  return page.evaluate(async (rules) => {
    type Found = { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] };
    const { axe } = window as unknown as { axe: { run: (where: Document, how: object) => Promise<{ violations: Found[] }> } };
    const { violations } = await axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
    return violations.flatMap((found) =>
      found.nodes.slice(0, 3).map((node) => `${found.id}: ${found.help}: ${node.target.join(" ")} ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`),
    );
  }, rules);
}

/** The chosen theme and width, without another request: both are the style sheet's. */
async function show(page: Page, width: number, theme: Theme): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
}

/**
 * What is wrong with a page as it lies there: texts and fit in both widths and themes. axe is slow
 * and is asked in one of the four, by turns. Whoever looks at a page in each of the four languages
 * with the number of the page plus the number of the language as its turn has axe see every page
 * in every language, and every page in both widths and themes.
 */
export async function look(page: Page, keys: string[], turn: number): Promise<string[]> {
  const wrong = (await rawKeys(page, keys)).map((key) => `no text for ${key}`);
  for (const [at, [width, theme]] of lights.entries()) {
    await show(page, width, theme);
    const here = await overflow(page);
    if (at === turn % lights.length) here.push(...(await findings(page)));
    wrong.push(...here.map((what) => `${width} ${theme}: ${what}`));
  }
  await show(page, 1440, "light");
  return wrong;
}
