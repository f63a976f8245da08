// Keys that work on every page. Single keys never act while something is typed.
//
//   ?        shows the keys            /      goes to the search field ([data-search])
//   g + key  goes to a main page       Esc    leaves a field
//   any element with data-key="x" is clicked by x; data-key on a field focuses it

let goes = false;

export function startKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      leave();
      return;
    }
    if (isTyping(event.target)) return;
    if (act(event.key)) event.preventDefault();
  });
}

function act(key: string): boolean {
  if (goes) {
    goes = false;
    return click(`[data-go="${CSS.escape(key)}"]`);
  }
  if (document.querySelector("dialog[open]")) return click(`dialog[open] [data-key="${CSS.escape(key)}"]`);
  if (key === "?") {
    document.querySelector<HTMLDialogElement>("[data-keys]")?.showModal();
    return true;
  }
  if (key === "/") return focus(document.querySelector<HTMLElement>("[data-search]"));
  if (key === "g" && !document.querySelector('[data-key="g"]')) {
    goes = true;
    setTimeout(() => (goes = false), 1500);
    return true;
  }
  return click(`[data-key="${CSS.escape(key)}"]`);
}

function click(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element || element.matches(":disabled")) return false;
  if (element.matches("input:not([type=checkbox], [type=radio], [type=submit]), textarea, select")) return focus(element);
  element.click();
  return true;
}

function focus(element: HTMLElement | null): boolean {
  if (!element) return false;
  element.focus();
  if (element instanceof HTMLInputElement) element.select();
  return true;
}

function leave(): void {
  const field = document.activeElement;
  if (isTyping(field) && field instanceof HTMLElement) field.blur();
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return target.matches("input:not([type=checkbox], [type=radio], [type=submit], [type=button])");
}
