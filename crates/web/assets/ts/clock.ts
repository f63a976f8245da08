// Clocks and timers. They run by the centre's clock, which in a demo is faster than ours.
//
//   <time data-clock>          the time of day, ticking
//   <time data-since="µs">     time gone since an instant; with data-long-after="60" what it stands in
//                              gets the class `long` after so many seconds
//   <time data-until="µs">     time left until an instant
//   <time data-centre="µs" data-speed="20">   what the server says the time is, whenever it says so

const microsecondsPerMillisecond = 1000;
let origin = { centre: Number(document.body.dataset.now), ours: performance.now() };
let speed = Number(document.body.dataset.speed ?? 1);
let told: string | undefined;

/** The centre's now, in microseconds since 1970. */
export function now(): number {
  return origin.centre + (performance.now() - origin.ours) * speed * microsecondsPerMillisecond;
}

/** The server has told its time: from now on we follow that. */
export function setNow(centre: number): void {
  origin = { centre, ours: performance.now() };
}

export function startClocks(): void {
  if (!Number.isFinite(origin.centre)) return;
  tick();
  setInterval(tick, speed > 1 ? 250 : 1000);
}

/** A part of the page that was fetched anew may know better what time it is. */
function listen(): void {
  const source = document.querySelector<HTMLElement>("[data-centre]");
  if (!source || source.dataset.centre === told) return;
  told = source.dataset.centre;
  speed = Number(source.dataset.speed ?? speed);
  setNow(Number(told));
}

function tick(): void {
  listen();
  for (const element of document.querySelectorAll<HTMLElement>("[data-clock]")) {
    const zone = element.dataset.clock || document.body.dataset.zone;
    const options: Intl.DateTimeFormatOptions = { timeStyle: "medium", hourCycle: "h23" };
    if (zone) options.timeZone = zone;
    put(element, new Date(now() / microsecondsPerMillisecond).toLocaleTimeString("de-DE", options));
  }
  for (const element of document.querySelectorAll<HTMLElement>("[data-since]")) {
    const gone = now() - Number(element.dataset.since);
    put(element, duration(gone));
    if (gone >= Number(element.dataset.longAfter) * 1_000_000) element.parentElement?.classList.add("long");
  }
  for (const element of document.querySelectorAll<HTMLElement>("[data-until]")) {
    const left = Number(element.dataset.until) - now();
    put(element, duration(left));
    if (left <= 0) element.dispatchEvent(new CustomEvent("over", { bubbles: true }));
  }
}

function put(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function duration(microseconds: number): string {
  const seconds = Math.max(0, Math.floor(microseconds / 1_000_000));
  const two = (n: number) => String(n).padStart(2, "0");
  const minutes = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds < 3600 ? minutes : `${Math.floor(seconds / 3600)}:${minutes}`;
}
