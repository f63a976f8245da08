// The desk by keyboard. A digit opens a group of codes; while it is open its codes have the
// letters, and the desk's own keys rest. Enter saves what was chosen, Esc goes a step back.
import { say } from "./forms";
import { isTyping } from "./keys";

export function startDesk(): void {
  if (!desk()) return;
  document.addEventListener("keydown", keys, { capture: true });
  document.addEventListener("input", find);
  // Whatever is drawn anew meanwhile, a menu stays open until something is chosen in it: its next
  // key would mean something else.
  document.addEventListener("submit", leaveMenu, { capture: true });
  document.addEventListener("htmx:before:swap", () => (opened = one("details.menu[open] > summary")?.dataset.key ?? null));
  document.addEventListener("htmx:after:swap", settled);
  document.addEventListener("htmx:finally:request", sent);
  document.addEventListener("over", (event) => {
    const place = (event.target as Element | null)?.closest<HTMLElement>("[data-over-hides]");
    if (place) place.hidden = true;
  });
  announce();
}

let announced = "";
let told = "";
let state = "";
let shown = "";
/** The key of the menu that was open before the desk was drawn anew. */
let opened: string | null = null;
/** Keys of the keypad still to be sent, in whose talk they were pressed, and whether some are on
 * their way. */
let dialled = "";
let dialledIn = "";
let sending = false;

function desk(): HTMLElement | null {
  return document.querySelector("#desk");
}

function keys(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const done = isTyping(event.target) ? typing(event) : acting(event);
  if (!done) return;
  event.preventDefault();
  event.stopPropagation();
}

/** In a field only Enter and Esc mean something. */
function typing(event: KeyboardEvent): boolean {
  const field = event.target as HTMLElement;
  if (event.key === "Escape") {
    if (field.matches("[data-find]")) clear(field as HTMLInputElement);
    field.blur();
    return true;
  }
  if (event.key !== "Enter" || field.matches("textarea")) return false;
  if (field.matches("[data-find]")) return take(field as HTMLInputElement);
  // Without something chosen a field is left, nothing is sent.
  if (!one("[data-confirm]")) field.blur();
  return !one("[data-confirm]") || (field.matches("select") && press(one("[data-confirm]")));
}

function acting(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  const place = one<HTMLDetailsElement>("details.menu[open]");
  if (place) return inMenu(place, key);
  if (key === "escape") return close() || press(one("[data-leave]"));
  const onControl = event.target instanceof HTMLElement && event.target.matches("button, a, summary");
  if (key === "enter" && !onControl) return press(one("[data-confirm]"));
  if (/^\d$/.test(key)) return open(key);
  const group = one<HTMLInputElement>("[data-group]:checked");
  if (!group || key.length > 1) return false;
  return press(one(`[data-codes="${group.value}"] [data-code-key="${CSS.escape(key)}"]`)) || /^[a-z]$/.test(key);
}

function inMenu(place: HTMLDetailsElement, key: string): boolean {
  if (key === "escape") {
    place.open = false;
    return true;
  }
  const choice = place.querySelector<HTMLButtonElement>(`[data-menu-key="${CSS.escape(key)}"]`);
  return choice && "stays" in place.dataset ? dialKey(choice.value) : press(choice);
}

/** Keys of the keypad that are pressed while others are still on their way follow together. */
function dialKey(key: string): boolean {
  dialled += key;
  dialledIn = hand();
  sendKeys();
  return true;
}

function sendKeys(): void {
  const button = one<HTMLButtonElement>("[data-stays] button");
  // What was meant for one customer is not sent to the next, nor later in the same talk.
  if (!button || hand() !== dialledIn) dialled = "";
  if (sending || !dialled || !button) return;
  const own = button.value;
  [button.value, dialled, sending] = [dialled, "", true];
  button.click();
  button.value = own;
}

function sent(event: Event): void {
  const source = (event as CustomEvent<{ ctx: { sourceElement: Element } }>).detail.ctx.sourceElement;
  if (!source.matches("#handling")) return;
  sending = false;
  sendKeys();
}

/** What is chosen in a menu closes it, but for a keypad, where the next key is pressed in it too. */
function leaveMenu(event: SubmitEvent): void {
  if (!event.submitter?.closest("[data-stays]")) menu(null);
}

/** Opens the menu with this key, or closes all. */
function menu(key: string | null): void {
  for (const place of all("details.menu")) (place as HTMLDetailsElement).open = place.querySelector("summary")?.dataset.key === key;
}

function open(digit: string): boolean {
  const group = one<HTMLInputElement>(`[data-group="${digit}"]`);
  if (!group) return false;
  group.checked = true;
  return true;
}

/** Closes the open group; false where none is. */
function close(): boolean {
  const group = one<HTMLInputElement>("[data-group]:checked");
  if (group) group.checked = false;
  return !!group;
}

/** Shows the codes whose number, label or group holds all the words. */
function find(event: Event): void {
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || !field.matches("[data-find]")) return;
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  desk()?.toggleAttribute("data-finds", words.length > 0);
  for (const code of all(".code")) {
    const text = (code.textContent ?? "").toLowerCase();
    code.hidden = words.length > 0 && !words.every((word) => text.includes(word));
  }
}

/** Chooses the first code that was found, and leaves the field: the next Enter saves. */
function take(field: HTMLInputElement): boolean {
  const found = visible(".code")[0];
  clear(field);
  field.blur();
  return press(found) || true;
}

function clear(field: HTMLInputElement): void {
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** After every answer: say what happened, go where the next thing is typed. */
function settled(): void {
  announce();
  const place = desk();
  if (!place) return;
  if (opened) menu(opened);
  sendKeys();
  // A contact that was taken back leaves nothing in hand: the next one is asked for.
  const waits = place.dataset.state === "waiting" && state !== "waiting";
  state = place.dataset.state ?? "";
  if (waits) place.dispatchEvent(new CustomEvent("live"));
  const chosen = place.querySelector<HTMLElement>("[data-chosen]")?.dataset.chosen ?? "";
  const now = `${hand()} ${chosen}`;
  if (now === shown) return;
  shown = now;
  place.removeAttribute("data-finds");
  if (!chosen) return;
  close();
  const wrong = place.querySelector<HTMLElement>(".wrong input, .wrong select");
  (wrong ?? place.querySelector<HTMLElement>("[data-first]"))?.focus();
}

/** What was done, or what has become of the call; the same desk drawn again says nothing. */
function announce(): void {
  const place = desk();
  const phase = place?.querySelector(".phase")?.textContent ?? "";
  const text = place?.dataset.say || (phase === told ? "" : phase);
  told = phase;
  if (!text || text === announced) return;
  announced = text;
  say(text);
}

/** Which handling this desk shows; nothing where nobody is in hand. */
function hand(): string {
  return one<HTMLInputElement>("[name=hand]")?.value ?? "";
}

function visible(selector: string): HTMLElement[] {
  return all(selector).filter((element) => !element.hidden);
}

function all(selector: string): HTMLElement[] {
  return [...(desk()?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

function one<T extends HTMLElement = HTMLElement>(selector: string): T | null {
  return desk()?.querySelector<T>(selector) ?? null;
}

function press(element: HTMLElement | null | undefined): boolean {
  if (!element || element.matches(":disabled")) return false;
  element.click();
  return true;
}
