// A roster as a week of half hours that are clicked, drawn over with the pointer, or set by keys: it
// writes the field in which the same stands as text.
//
//   <div data-hours="field" data-mode="select" data-slots="3,0,0,0,0,0,0" data-days="Mon,Tue,…">
//
// Each figure holds the half hours of a day as bits, the first from eight o'clock on.

const slots = 28;
const firstMinute = 8 * 60;
const minutes = 30;
const names = ["mo", "tu", "we", "th", "fr", "sa", "su"];

export function startHours(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-hours]")) draw(place);
}

function draw(place: HTMLElement): void {
  const field = document.getElementById(place.dataset.hours ?? "");
  if (!(field instanceof HTMLInputElement)) return;
  const days = (place.dataset.slots ?? "").split(",").map(Number);
  const table = document.createElement("table");
  table.setAttribute("role", "grid");
  table.setAttribute("aria-label", `${place.dataset.label ?? ""}: ${place.dataset.how ?? ""}`);
  const labels = (place.dataset.days ?? "").split(",");
  table.append(head(), ...days.map((open, day) => row(labels[day] ?? "", open, day)));
  place.replaceChildren(table);
  const first = cell(table, 0, 0);
  if (first) first.tabIndex = 0;
  const told = (): void => tell(table, field, place);
  byPointer(table, told);
  byKeys(table, told);
  // What is typed is read by the server: until then the grid does not know it.
  field.addEventListener("input", (event) => event.isTrusted && place.classList.add("stale"));
}

function head(): HTMLElement {
  const line = document.createElement("thead");
  const hours = line.insertRow();
  hours.insertCell();
  for (let slot = 0; slot < slots; slot += 4) {
    const hour = document.createElement("th");
    hour.colSpan = 4;
    hour.textContent = String((firstMinute + slot * minutes) / 60);
    hours.append(hour);
  }
  return line;
}

function row(label: string, open: number, day: number): HTMLTableRowElement {
  const line = document.createElement("tr");
  const name = document.createElement("th");
  name.scope = "row";
  name.textContent = label;
  line.append(name);
  for (let slot = 0; slot < slots; slot += 1) {
    const half = line.insertCell();
    half.setAttribute("role", "gridcell");
    half.setAttribute("aria-selected", String(((open >> slot) & 1) === 1));
    half.setAttribute("aria-label", `${label} ${clock(slot)}`);
    half.title = `${label} ${clock(slot)}`;
    half.tabIndex = -1;
    half.dataset.day = String(day);
    half.dataset.slot = String(slot);
  }
  return line;
}

function clock(slot: number): string {
  const at = firstMinute + slot * minutes;
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
}

function cell(table: HTMLElement, day: number, slot: number): HTMLElement | null {
  return table.querySelector(`[data-day="${day}"][data-slot="${slot}"]`);
}

function isOpen(half: Element | null): boolean {
  return half?.getAttribute("aria-selected") === "true";
}

function set(half: HTMLElement, open: boolean): void {
  half.setAttribute("aria-selected", String(open));
}

/** The first half hour says what all between it and the pointer become. */
function byPointer(table: HTMLElement, told: () => void): void {
  let from: HTMLElement | undefined;
  const at = (event: PointerEvent): HTMLElement | null => {
    const there = document.elementFromPoint(event.clientX, event.clientY);
    return there instanceof HTMLElement && table.contains(there) ? there.closest("[data-slot]") : null;
  };
  table.addEventListener("pointerdown", (event) => {
    const half = at(event);
    if (!half) return;
    from = half;
    set(half, !isOpen(half));
    move(table, half);
  });
  table.addEventListener("pointermove", (event) => {
    const half = from ? at(event) : null;
    if (half && from) fill(table, from, half);
  });
  document.addEventListener("pointerup", () => {
    if (!from) return;
    from = undefined;
    told();
  });
}

function fill(table: HTMLElement, from: HTMLElement, to: HTMLElement): void {
  const between = (name: "day" | "slot", half: HTMLElement): boolean => {
    const [a, b, at] = [from, to, half].map((one) => Number(one.dataset[name]));
    return Math.min(a ?? 0, b ?? 0) <= (at ?? 0) && (at ?? 0) <= Math.max(a ?? 0, b ?? 0);
  };
  for (const half of table.querySelectorAll<HTMLElement>("[data-slot]")) {
    if (between("day", half) && between("slot", half)) set(half, isOpen(from));
  }
}

/** Arrows go, with shift they carry the value along; the space bar changes. */
function byKeys(table: HTMLElement, told: () => void): void {
  const steps: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  table.addEventListener("keydown", (event) => {
    const half = event.target;
    if (!(half instanceof HTMLElement) || half.dataset.slot === undefined) return;
    const step = steps[event.key];
    if (step) {
      const next = cell(table, Number(half.dataset.day) + step[0], Number(half.dataset.slot) + step[1]);
      if (next) move(table, next);
      if (next && event.shiftKey) set(next, isOpen(half));
      if (next && event.shiftKey) told();
    } else if (event.key === " ") {
      set(half, !isOpen(half));
      told();
    } else {
      return;
    }
    event.preventDefault();
  });
}

function move(table: HTMLElement, half: HTMLElement): void {
  for (const other of table.querySelectorAll<HTMLElement>('[tabindex="0"]')) other.tabIndex = -1;
  half.tabIndex = 0;
  half.focus();
}

/** The unbroken stretches of each day, as they are typed. */
function tell(table: HTMLElement, field: HTMLInputElement, place: HTMLElement): void {
  const lines: string[] = [];
  names.forEach((name, day) => {
    let from: number | undefined;
    for (let slot = 0; slot <= slots; slot += 1) {
      const open = slot < slots && isOpen(cell(table, day, slot));
      if (open && from === undefined) from = slot;
      if (open || from === undefined) continue;
      lines.push(`${name} ${clock(from)}-${clock(slot)}`);
      from = undefined;
    }
  });
  field.value = lines.join("; ");
  place.classList.remove("stale");
  const mode = document.getElementById(place.dataset.mode ?? "");
  if (mode instanceof HTMLSelectElement && mode.value === "keep" && lines.length > 0) mode.value = "change";
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
