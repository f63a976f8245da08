// One page of a browser has the phone, whichever asked first: two would take it from each other. It
// stays there until that page is closed, and goes to the next that waits.
const name = "dispo-phone";
/** A page that is loaded anew is back within this time. */
const backWithinMs = 1500;

type Lock = () => void;

/** Resolves once this page has the phone; `waits` is called where another one has it. */
export async function alone(waits: () => void): Promise<void> {
  // Where there are no locks there is no microphone either: both want a secure page.
  if (!navigator.locks) return;
  if (await take({ ifAvailable: true })) return;
  waits();
  const release = await take({});
  await new Promise((over) => setTimeout(over, backWithinMs));
  const { pending } = await navigator.locks.query();
  // Whoever had it was only loaded anew, and goes first; once, or two that wait would never end.
  if (!pending?.some((lock) => lock.name === name)) return;
  const again = take({});
  release?.();
  await again;
}

/** Kept until the page is closed, or it is released; none where another page has it. */
function take(options: LockOptions): Promise<Lock | null> {
  return new Promise((resolve) => {
    void navigator.locks.request(name, options, (lock) => {
      if (!lock) return resolve(null);
      return new Promise<void>((release) => resolve(release));
    });
  });
}
