// Fields that others reveal: at once here, on the next page where there is no script.
//
//   <form data-reveals> … <div data-when="kind=unreached,callback;reopen=list" data-usual="none">
//
// Alternatives (;) of terms that all hold (&): a field with one of these values, or with any. What
// has been filled in stays to be seen, so that nothing is kept that nobody can see.

export function startReveal(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-reveals]")) {
    form.addEventListener("input", () => reveal(form));
    form.addEventListener("change", () => reveal(form));
  }
}

function reveal(form: HTMLFormElement): void {
  const entered = new FormData(form);
  const forced = entered.getAll("actions").includes("mail");
  const popUp = form.querySelector<HTMLInputElement>("input[name=pop_up]");
  // An e-mail is looked at before it goes, so the code opens its screen.
  if (forced && popUp) popUp.checked = true;
  for (const part of form.querySelectorAll<HTMLElement>("[data-when]")) {
    part.hidden = !holds(part.dataset.when ?? "", entered) && !isSet(part);
  }
  for (const many of form.querySelectorAll<HTMLElement>("[data-many]")) {
    many.hidden = !many.querySelector("[data-when]:not([hidden])");
  }
}

function holds(when: string, entered: FormData): boolean {
  if (when === "") return true;
  return when.split(";").some((all) => all.split("&").every((term) => {
    const [name = "", values] = term.split("=");
    const found = entered.getAll(name).map(String);
    return values === undefined ? found.some(Boolean) : found.some((value) => values.split(",").includes(value));
  }));
}

function isSet(part: HTMLElement): boolean {
  const usual = part.dataset.usual ?? "";
  return [...part.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")].some((field) => {
    const isTick = field instanceof HTMLInputElement && field.type === "checkbox";
    const value = isTick ? (field.checked ? "1" : "") : field.value;
    return value !== usual;
  });
}
