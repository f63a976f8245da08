// Rows that change places by being dragged. The buttons in them do the same without a pointer.
//
//   <tbody data-order="/where"><tr data-code="501" data-group="5">   within their group

export function startOrder(): void {
  const body = document.querySelector<HTMLElement>("[data-order]");
  if (!body) return;
  let taken: HTMLElement | undefined;
  for (const row of body.querySelectorAll<HTMLElement>("[data-code]")) row.draggable = true;
  body.addEventListener("dragstart", (event) => {
    taken = rowOf(event.target);
    taken?.classList.add("taken");
    event.dataTransfer?.setData("text/plain", taken?.dataset.code ?? "");
  });
  body.addEventListener("dragover", (event) => {
    const over = rowOf(event.target);
    unmark(body);
    if (!taken || !over || over === taken || over.dataset.group !== taken.dataset.group) return;
    event.preventDefault();
    const isBelow = Boolean(taken.compareDocumentPosition(over) & Node.DOCUMENT_POSITION_FOLLOWING);
    over.classList.add(isBelow ? "over-below" : "over");
  });
  body.addEventListener("drop", (event) => {
    const over = rowOf(event.target);
    if (!taken || !over || over === taken || over.dataset.group !== taken.dataset.group) return;
    event.preventDefault();
    send(body.dataset.order ?? "", taken.dataset.code ?? "", over.dataset.code ?? "");
  });
  body.addEventListener("dragend", () => {
    unmark(body);
    taken?.classList.remove("taken");
    taken = undefined;
  });
}

function rowOf(target: EventTarget | null): HTMLElement | undefined {
  const element = target instanceof Element ? target : null;
  return element?.closest<HTMLElement>("[data-code]") ?? undefined;
}

function unmark(body: HTMLElement): void {
  for (const row of body.querySelectorAll(".over, .over-below")) row.classList.remove("over", "over-below");
}

function send(where: string, code: string, to: string): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = where;
  for (const [name, value] of Object.entries({ code, to })) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}
