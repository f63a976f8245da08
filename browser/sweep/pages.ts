// Which pages there are. The program says it: a page that is new and cannot be reached from the
// others fails the sweep, unless the table below says where it is found or why it is no page.
import type { Page } from "@playwright/test";
import type { Centre } from "../house/centre.ts";

export type Route = { method: string; path: string; seat: string };

/** What answers a GET and is no page of its own. */
const noPages: [pattern: RegExp, reason: string][] = [
  [/^\/api\/|^\/metrics$/, "for programs"],
  [/^\/assets\/|^\/icon\.svg$|\.(css|js)$/, "a part of every page"],
  [/^\/live$/, "the stream of topics"],
  [/^\/recordings\/.*\/sound$/, "the sound of a recording"],
  [/^\/desk\/phone(\/line)?$/, "the account of the phone in the browser, and its line"],
  [/\/now$|^\/lists\/(uploads|\{list\}\/imports)$|^\/suppressions\/uploads$/, "a block of the page above it"],
  [/^\/demo\/(banner|\{seat\})$/, "the banner of every page, and a way in"],
  [/^\/$/, "leads to the first page of the role"],
];

/**
 * Pages behind others of which not every one leads there: where to begin, and what to follow; an
 * address is gone to even where no link shows it.
 */
const ways: Record<string, [begin: string, ...follow: string[]]> = {
  "/contacts/{list}/{contact}/correct/{attempt}": ["/results/statistics?by1=code", "main tbody td a", "main tbody a", "a[href*='/correct/']"],
  // Only where addresses are ordered by score the desk leads there.
  "/desk/list": ["/desk", "/desk/list"],
  "/lists/import/{upload}/running": ["/lists", ".lists-table a:has-text('Zomer')", "#imports a[href$='/running']"],
  // Of a file stopped early nothing may have been rejected, and nothing ever is of what was taken
  // in by hand, as callers are who are not known.
  "/lists/{list}/imports/{import}/problems": ["/lists", ".lists-table tbody a:not(:has-text('Zomer'))", "#imports td a:has-text('.csv')", "main a[href$='/problems']"],
  "/lists/{list}/imports/{import}/cancel": ["/lists", ".lists-table a:has-text('Zomer')", "#imports a[href$='/cancel']"],
};

/** Pages that strangers see; the sweep knows how to get there. */
export const doors = ["/login", "/start/{token}", "/stop/{token}"];

export function routes(centre: Centre): Route[] {
  return JSON.parse(centre.run("--json", "routes")) as Route[];
}

export function pagesOf(all: Route[]): Route[] {
  return all.filter((route) => route.method === "GET" && !noPages.some(([pattern]) => pattern.test(route.path)));
}

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+")}$`);
}

/** The route an address belongs to: one without parameters goes before one with them. */
export function routeOf(pages: Route[], address: string): Route | undefined {
  const path = new URL(address).pathname;
  const fitting = pages.filter((route) => pattern(route.path).test(path));
  return fitting.sort((a, b) => a.path.split("{").length - b.path.split("{").length)[0];
}

/** Goes there, unless it is a file, which the browser keeps instead of showing it. */
async function isFile(page: Page, address: string): Promise<boolean> {
  const answer = await page.request.get(address, { maxRedirects: 0 });
  if (answer.headers()["content-disposition"]?.startsWith("attachment")) return true;
  await page.goto(address);
  return false;
}

/**
 * An address for every page that can be reached by links and search forms from the first one;
 * none for files.
 */
export async function reachable(page: Page, centre: Centre, pages: Route[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const seen = new Set<string>();
  const waiting = [centre.url("/")];
  while (waiting.length > 0) {
    const wanted = waiting.shift()!;
    if (await isFile(page, wanted)) {
      found.set(routeOf(pages, wanted)!.path, "");
      continue;
    }
    const here = page.url();
    const own = routeOf(pages, here);
    if (own && !found.has(own.path)) found.set(own.path, here);
    for (const link of await linksOf(page)) {
      const route = routeOf(pages, link);
      if (!route || found.has(route.path) || seen.has(route.path)) continue;
      seen.add(route.path);
      waiting.push(link);
    }
  }
  for (const [path, [begin, ...follow]] of Object.entries(ways)) {
    if (found.has(path) || !found.has(routeOf(pages, centre.url(begin))!.path)) continue;
    await page.goto(centre.url(begin));
    for (const next of follow) {
      const link = page.locator(next.startsWith("/") ? `a[href="${next}"]` : next).first();
      const href = (await link.count()) > 0 ? await link.getAttribute("href") : null;
      if (!href && !next.startsWith("/")) break;
      const wanted = centre.url(href ?? next);
      if (await isFile(page, wanted)) found.set(routeOf(pages, wanted)!.path, "");
    }
    if (!found.has(path) && routeOf(pages, page.url())?.path === path) found.set(path, page.url());
  }
  return found;
}

/** Where links lead, and where forms that ask lead with what they hold at first. */
function linksOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map((link) => link.href);
    const forms = [...document.querySelectorAll<HTMLFormElement>("form[method=get]")].map((form) => {
      const url = new URL(form.action);
      for (const [name, value] of new FormData(form)) url.searchParams.append(name, String(value));
      return url.href;
    });
    return [...links, ...forms].filter((link) => new URL(link).origin === location.origin);
  });
}
