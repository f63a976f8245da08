// A file dropped onto its form, and how much of it has been sent.
//
//   <form data-drop>   with one file field in a `.drop`; what is `.scripted` is shown here only

export function startDrop(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-drop]");
  const place = form?.querySelector<HTMLElement>(".drop");
  const field = form?.querySelector<HTMLInputElement>("input[type=file]");
  if (!form || !place || !field) return;
  for (const hint of place.querySelectorAll<HTMLElement>("p.scripted")) hint.hidden = false;
  // A file that misses its place must not take the page away.
  for (const name of ["dragover", "drop"] as const) document.addEventListener(name, (event) => event.preventDefault());
  document.addEventListener("dragover", () => place.classList.add("over"));
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) place.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    place.classList.remove("over");
    const files = event.dataTransfer?.files;
    if (files?.length) field.files = files;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, place);
  });
}

function send(form: HTMLFormElement, place: HTMLElement): void {
  const bar = place.querySelector<HTMLProgressElement>("progress");
  const button = form.querySelector<HTMLButtonElement>("button");
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.upload.addEventListener("progress", (event) => {
    if (bar && event.lengthComputable) bar.value = (event.loaded / event.total) * 100;
  });
  request.addEventListener("load", () => {
    // The answer is the page after the form, or the form again with what is wrong.
    if (request.status < 400) window.location.assign(request.responseURL);
    else form.submit();
  });
  request.addEventListener("error", () => form.submit());
  if (bar) bar.hidden = false;
  if (button) button.disabled = true;
  request.send(new FormData(form));
}
