// Every page of the product for every role, in four languages, wide and narrow, light and dark.
import type { Page } from "@playwright/test";
import { Centre } from "../house/centre.ts";
import { expect, test, type Seat } from "../house/test.ts";
import { keysOfAllTexts, languages, type Language } from "../house/words.ts";
import { look } from "./looks.ts";
import { doors, pagesOf, reachable, routes, type Route } from "./pages.ts";
import { talkRecorded } from "./recorded.ts";
import { bringAbout } from "./underway.ts";

const largestFirstPage = 100_000;
const keys = keysOfAllTexts();

// Each test has a centre of its own, so that they can run beside each other.
test.describe.configure({ mode: "parallel" });
let centre: Centre;
let pages: Route[];
const seats = ["agent", "supervisor", "administrator"] as const;
const found = new Map<Seat, Map<string, string>>();

test.beforeAll(async ({ browser }) => {
  // With some past, so that tables have rows and figures.
  centre = await Centre.demo({ agents: 6 });
  pages = pagesOf(routes(centre));
  const page = await browser.newPage();
  await page.goto(centre.url("/demo/supervisor"));
  await talkRecorded(page, centre);
  await bringAbout(page, centre);
  await page.context().close();
});
test.afterAll(() => centre?.close());

/** An address of every page the seat can reach, by the path of its route. */
async function addressesOf(seat: Seat, page: Page): Promise<Map<string, string>> {
  const addresses = found.get(seat) ?? (await reachable(page, centre, pages));
  found.set(seat, addresses);
  return addresses;
}

/** Once by the form of the settings; then it is the user's language everywhere. */
async function speak(page: Page, language: Language): Promise<void> {
  await page.goto(centre.url("/settings"));
  await page.locator("#language").selectOption(language);
  await page.locator("main form[action='/settings'] button").click();
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}

/** Whether a lower seat has the page as well: for higher ones only the frame differs. */
function isOf(seat: Seat, path: string): boolean {
  const own = { agent: ["anybody", "desk"], supervisor: ["supervisor"], administrator: ["administrator"] };
  return own[seat].includes(pages.find((route) => route.path === path)?.seat ?? "");
}

for (const seat of seats) {
  test(`every page of the ${seat} is complete and fits`, async ({ seated }) => {
    test.setTimeout(300_000);
    const page = await seated(centre, seat);
    const addresses = await addressesOf(seat, page);
    const wrong: string[] = [];
    for (const [spoken, language] of languages.entries()) {
      await speak(page, language);
      for (const [number, [path, address]] of [...addresses].entries()) {
        // The pages of lower seats are looked at in one language each, by turns.
        const itsTurn = isOf(seat, path) || (number + seats.indexOf(seat)) % languages.length === spoken;
        if (!address || !itsTurn) continue;
        await page.goto(address);
        const here = await look(page, keys, number + spoken);
        wrong.push(...here.map((what) => `${language} ${new URL(address).pathname}: ${what}`));
      }
    }
    expect(wrong).toEqual([]);
  });
}

test("what strangers see is complete and fits", async ({ somebody, watch }) => {
  watch.expects(/status of 404/);
  const wrong: string[] = [];
  for (const [spoken, language] of languages.entries()) {
    const page = await somebody({ locale: language });
    for (const [number, path] of ["/login", "/start/0000", "/stop/0000", "/nowhere"].entries()) {
      await page.goto(centre.url(path)).catch(() => undefined);
      const here = await look(page, keys, number + spoken);
      wrong.push(...here.map((what) => `${language} ${path}: ${what}`));
    }
  }
  expect(wrong).toEqual([]);
});

test("no page is forgotten", async ({ seated }) => {
  const seen = new Set<string>();
  for (const seat of seats) {
    const addresses = await addressesOf(seat, await seated(centre, seat));
    for (const path of addresses.keys()) seen.add(path);
  }
  const forgotten = pages.filter((route) => !seen.has(route.path) && !doors.includes(route.path));
  expect(forgotten.map((route) => route.path)).toEqual([]);
});

test("what is wrong with a page is seen", async ({ somebody }) => {
  const page = await somebody();
  await page.goto(centre.url("/login"));
  expect(await look(page, keys, 0)).toEqual([]);
  await page.evaluate(() => {
    const put = (text: string, style: Partial<CSSStyleDeclaration>) => {
      const element = document.createElement("p");
      element.textContent = text;
      Object.assign(element.style, style);
      document.querySelector("main")!.append(element);
    };
    put("login-title", {});
    put("hardly to be seen", { color: "rgb(200, 200, 200)", backgroundColor: "rgb(255, 255, 255)" });
    put("longer than its place", { overflow: "hidden", width: "20px", whiteSpace: "nowrap" });
    put("wider than the page", { width: "2000px", maxWidth: "none" });
  });
  const seen = (await look(page, keys, 0)).join("\n");
  for (const wrong of ["no text for login-title", "color-contrast", "cut off", "the page is 2"]) expect(seen).toContain(wrong);
});

test("a first page is small", async ({ seated }) => {
  const heavy: string[] = [];
  const page = await seated(centre, "administrator");
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
  let bytes = 0;
  cdp.on("Network.loadingFinished", (part) => (bytes += part.encodedDataLength));
  for (const [path, address] of await addressesOf("administrator", page)) {
    if (!address) continue;
    bytes = 0;
    await page.goto(address);
    if (bytes > largestFirstPage) heavy.push(`${path}: ${bytes} bytes`);
  }
  expect(heavy).toEqual([]);
  expect(bytes).toBeGreaterThan(1_000);
});
