// Small helps for forms: a choice that submits itself, a question before what destroys.
//
//   <select data-submits>                 its form is sent when another choice is made
//   <button data-ask="Delete 12 rows?">   asks before its form is sent

export function startForms(): void {
  document.addEventListener("change", (event) => {
    const choice = event.target;
    if (choice instanceof HTMLSelectElement && "submits" in choice.dataset) choice.form?.requestSubmit();
  });
  document.addEventListener("submit", (event) => {
    const question = event.submitter?.dataset.ask;
    if (question && !window.confirm(question)) event.preventDefault();
  });
}

/** Tells people who listen rather than look. */
export function say(text: string): void {
  const place = document.querySelector("[data-said]");
  if (place) place.textContent = text;
}
