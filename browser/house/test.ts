// Tests as this house writes them: people with browsers of their own, and nothing a page may
// do in secret. Whatever is asked of elsewhere, said on the console or blocked by the page's
// policy fails the test, unless it was announced.
import { test as base, type Browser, type BrowserContextOptions, type Page } from "@playwright/test";
import type { Centre } from "./centre.ts";

export { expect } from "@playwright/test";

/** How late scripts come, in milliseconds: `DISPO_LATE_SCRIPTS=700`. */
const lateMs = Number(process.env.DISPO_LATE_SCRIPTS ?? 0);

export type Seat = "agent" | "supervisor" | "administrator";

/** Watches the pages of one test. */
export class Watch {
  readonly wrong: string[] = [];
  private readonly announced: RegExp[] = [];

  /** Something the test brings about itself, such as a wrong password. */
  expects(what: RegExp): void {
    this.announced.push(what);
  }

  note(what: string): void {
    if (!this.announced.some((known) => known.test(what))) this.wrong.push(what);
  }

  over(page: Page): void {
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.hostname !== "127.0.0.1" && url.protocol !== "data:") this.note(`asked of elsewhere: ${request.url()}`);
    });
    page.on("pageerror", (error) => this.note(`broken script: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") {
        this.note(`console: ${message.text()} (${message.location().url})`);
      }
    });
    page.on("response", (answer) => {
      if (answer.status() >= 500) this.note(`${answer.status()} of ${answer.url()}`);
    });
  }
}

/** Opens a browser for somebody who is not logged in. */
export type Somebody = (options?: BrowserContextOptions) => Promise<Page>;
/** Takes a seat of a demo. */
export type Seated = (centre: Centre, seat: Seat, options?: BrowserContextOptions) => Promise<Page>;

export async function opened(browser: Browser, watch: Watch, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1440, height: 900 }, ...options });
  // As over a poor connection: whoever does not wait for a page's script is found out.
  if (lateMs > 0) await context.route("**/*.js", (route) => setTimeout(() => void route.continue().catch(() => {}), lateMs));
  const page = await context.newPage();
  watch.over(page);
  pressSeen(page);
  return page;
}

/** Nobody presses the keys of a page before it is there; unlike fingers, a script would. */
function pressSeen(page: Page): void {
  const press = page.keyboard.press.bind(page.keyboard);
  page.keyboard.press = async (key, options) => {
    await page.waitForLoadState("load");
    await press(key, options);
  };
}

export const test = base.extend<{ watch: Watch; somebody: Somebody; seated: Seated }>({
  watch: async ({}, use) => {
    const watch = new Watch();
    await use(watch);
    base.expect(watch.wrong, "what pages did in secret").toEqual([]);
  },
  somebody: async ({ browser, watch }, use) => {
    const pages: Page[] = [];
    await use(async (options) => {
      const page = await opened(browser, watch, options);
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.context().close();
  },
  seated: async ({ somebody }, use) => {
    await use(async (centre, seat, options) => {
      const page = await somebody(options);
      await page.goto(centre.url(`/demo/${seat}`));
      return page;
    });
  },
});
