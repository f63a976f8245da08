// What moves: the stream of topics, and the calm bar when it is lost.
import { setNow } from "./clock";

const shortestWaitMs = 250;
const nearEveryMs = 45_000;
const waiting = new Map<Element, number>();
/** Requests under way, and the block each belongs to. */
const drawing = new Map<object, Element>();
const acting = new Map<object, Element>();
/** Blocks to be drawn anew once nothing is done in them any more. */
const later = new Set<Element>();

export function startLive(): void {
  if (!("signedIn" in document.body.dataset)) return;
  document.addEventListener("htmx:before:request", begin);
  document.addEventListener("htmx:finally:request", end);
  // A desk that dials by itself says that its browser is awake.
  setInterval(() => again("[data-near]"), nearEveryMs);
  let lost = false;
  const stream = new EventSource("/live");
  stream.addEventListener("hello", () => {
    again(lost ? "[data-live]" : "[data-hurries]");
    lost = false;
    show(false);
  });
  stream.addEventListener("topics", (event) => topics(new Set((event as MessageEvent<string>).data.split(" "))));
  stream.addEventListener("now", (event) => setNow(Number((event as MessageEvent<string>).data)));
  stream.addEventListener("error", () => {
    lost = true;
    show(true);
  });
}

/** Fires `live` at every block that names one of the topics. */
function topics(told: Set<string>): void {
  for (const block of document.querySelectorAll<HTMLElement>("[data-live]")) {
    const wanted = (block.dataset.live ?? "").split(" ");
    if (wanted.some((topic) => told.has(topic))) soon(block);
  }
}

/** After a loss all of it; at first only what may have gone on before the stream was there. */
function again(blocks: string): void {
  for (const block of document.querySelectorAll(blocks)) soon(block);
}

type Request = { sourceElement: Element };

/** Whoever acts in a block must not see it drawn as it was before: that request is given up. */
function begin(event: Event): void {
  const request = (event as CustomEvent<{ ctx: Request }>).detail.ctx;
  const block = request.sourceElement.closest("[data-live]");
  if (!block) return;
  if (block === request.sourceElement) {
    drawing.set(request, block);
    return;
  }
  acting.set(request, block);
  if (![...drawing.values()].includes(block)) return;
  later.add(block);
  block.dispatchEvent(new CustomEvent("htmx:abort"));
}

function end(event: Event): void {
  const request = (event as CustomEvent<{ ctx: Request }>).detail.ctx;
  drawing.delete(request);
  const block = acting.get(request);
  if (!block) return;
  acting.delete(request);
  if (isActed(block) || !later.delete(block)) return;
  if (block.isConnected) soon(block);
}

function isActed(block: Element): boolean {
  return [...acting.values()].includes(block);
}

/** At once if the block has been quiet, else as soon as its pause is over; never twice for one reason. */
function soon(block: Element): void {
  if (isActed(block)) {
    later.add(block);
    return;
  }
  if (waiting.has(block)) {
    waiting.set(block, 1);
    return;
  }
  waiting.set(block, 0);
  block.dispatchEvent(new CustomEvent("live"));
  setTimeout(() => {
    const again = waiting.get(block) === 1;
    waiting.delete(block);
    if (again && block.isConnected) soon(block);
  }, pause(block));
}

/** A block that is dear to fetch says how long it rests: `data-pause="1000"`. */
function pause(block: Element): number {
  const own = block instanceof HTMLElement ? Number(block.dataset.pause) : NaN;
  return Number.isFinite(own) ? Math.max(own, shortestWaitMs) : shortestWaitMs;
}

function show(lost: boolean): void {
  const bar = document.querySelector<HTMLElement>("[data-lost]");
  if (bar) bar.hidden = !lost;
}
