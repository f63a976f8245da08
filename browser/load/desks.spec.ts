// Desks under load: four real browsers beside many other desks at one server. It prints how long
// it takes from the key press until the next contact is painted; only that it works is asserted,
// a slow machine fails nothing. scripts/measure-desks runs it at its full size.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Page } from "@playwright/test";
import { Desk } from "../house/desk.ts";
import { program } from "../house/machine.ts";
import { expect, test } from "../house/test.ts";

const full = process.env.DISPO_LOAD === "full";
const size = full ? { desks: 200, seconds: 90, idle: 10, pace: 4000 } : { desks: 24, seconds: 40, idle: 2, pace: 1000 };
const guests = 4;

type Invitation = { address: string; logins: string[]; password: string };
type Times = { what: string; presses: number; median: number; p95: number; p99: number };
type Figures = { desks: number; idle_statements: number; presses: Times[] };

/** Milliseconds from each Enter that saves until the next contact stands painted. */
async function watchPaint(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const times: number[] = [];
    const hand = () => document.querySelector<HTMLInputElement>("#desk [name=hand]")?.value ?? "";
    Object.assign(window, { paints: times });
    document.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Enter" || !document.querySelector("[data-confirm]")) return;
        const before = hand();
        const pressed = event.timeStamp;
        const seen = () => {
          if (hand() === before) return;
          watching.disconnect();
          // A task after the frame: by then it is painted.
          requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - pressed)));
        };
        const watching = new MutationObserver(seen);
        watching.observe(document.body, { subtree: true, childList: true, attributes: true });
      },
      { capture: true },
    );
  });
  return () => page.evaluate(() => (window as unknown as { paints: number[] }).paints);
}

async function work(page: Page, until: number): Promise<number[]> {
  const desk = new Desk(page);
  await desk.begin();
  const paints = await watchPaint(page);
  for (let contacts = 0; contacts < 2 || Date.now() < until; contacts += 1) {
    await desk.code("501");
    await desk.is("preview");
    await page.waitForTimeout(size.pace / 2);
  }
  return paints();
}

function share(times: number[], hundredth: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * hundredth) / 100))] ?? 0).toFixed(1);
}

test("many desks work at once, and the next contact is painted", async ({ somebody }) => {
  test.setTimeout((size.seconds + 2 * size.idle + 120) * 1000);
  const words = Object.entries({ ...size, guests }).flatMap(([word, value]) => [`--${word}`, String(value)]);
  const running = spawn(program, ["--json", "bench", "desks", ...words], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve) => running.once("exit", resolve));
  try {
    const lines = createInterface({ input: running.stdout })[Symbol.asyncIterator]();
    const invitation = JSON.parse((await lines.next()).value as string) as Invitation;
    // Half of the time is for logging in, and for leaving before the server goes.
    const until = Date.now() + (full ? size.seconds * 1000 - 10_000 : (size.seconds * 1000) / 2);
    const pages = await Promise.all(
      invitation.logins.map(async (login) => {
        const page = await somebody();
        await page.goto(`http://${invitation.address}/login`);
        await page.locator("#login").fill(login);
        await page.locator("#password").fill(invitation.password);
        await page.locator("main form button.main").click();
        await page.locator("#desk").waitFor();
        return page;
      }),
    );
    const paints = (await Promise.all(pages.map((page) => work(page, until)))).flat();
    // The server goes when the figures are told.
    for (const page of pages) await page.goto("about:blank");
    const figures = JSON.parse((await lines.next()).value as string) as Figures;
    expect(await ended).toBe(0);

    const rows = figures.presses.map((of) => `${of.what}: ${of.presses} presses, median ${of.median.toFixed(1)}, p95 ${of.p95.toFixed(1)}, p99 ${of.p99.toFixed(1)} ms`);
    rows.push(`in ${pages.length} browsers, key press to next contact painted: ${paints.length} presses, median ${share(paints, 50)}, p95 ${share(paints, 95)}, p99 ${share(paints, 99)} ms`);
    rows.push(`${figures.desks} desks; idle: ${figures.idle_statements.toFixed(3)} statements per desk and second`);
    console.log(rows.join("\n"));
    expect(paints.length).toBeGreaterThanOrEqual(guests * 2);
    for (const of of figures.presses) expect(of.presses).toBeGreaterThan(0);
    // Rounds of the house fall into one span or the other; desks that asked would be many.
    expect(figures.idle_statements).toBeLessThan(1);
  } finally {
    running.kill("SIGKILL");
  }
});
