// A desk that nobody touches falls passive: what it only looks at is given back, and no other
// contact is taken.
//
//   <div id="desk" data-passive-after="300">   seconds of ours, while it waits or previews
//   <form data-passive>                        what is sent then

const lookEveryMs = 5_000;
let touched = performance.now();

export function startPassive(): void {
  if (!document.querySelector("#desk")) return;
  for (const sign of ["keydown", "pointerdown", "pointermove", "input", "wheel"]) {
    document.addEventListener(sign, () => (touched = performance.now()), { capture: true, passive: true });
  }
  setInterval(look, lookEveryMs);
}

function look(): void {
  const desk = document.querySelector<HTMLElement>("[data-passive-after]");
  if (!desk) return;
  const after = Number(desk.dataset.passiveAfter) * 1000;
  if (performance.now() - touched < after) return;
  touched = performance.now();
  document.querySelector<HTMLFormElement>("[data-passive]")?.requestSubmit();
}
