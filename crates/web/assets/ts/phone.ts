// The phone in somebody's browser, on her desk or on the floor: registered with the exchange by the
// desk's own server, and answered at once when it rings, since nobody but Dispo can ring it.
import { alone } from "./phone/alone";
import { Line, type State } from "./phone/line";
import { Sound } from "./phone/sound";

interface Account {
  user: string;
  password: string;
}

/** Seconds until an exchange that did not answer is asked again. */
const AGAIN = 10;

const place = document.querySelector<HTMLElement>("[data-phone]");
if (place) start(place);

function start(place: HTMLElement): void {
  const part = <T extends HTMLElement>(name: string) => place.querySelector<T>(`[data-phone-${name}]`)!;
  const test = part<HTMLButtonElement>("test");
  const state = part<HTMLOutputElement>("state");
  const show = (now: State) => {
    state.dataset.phoneState = now;
    state.textContent = state.getAttribute(`data-says-${now}`);
    test.setAttribute("aria-pressed", String(now === "echo"));
    test.disabled = now !== "ready" && now !== "echo";
  };
  const sound = new Sound(part<HTMLAudioElement>("sound"), part<HTMLMeterElement>("level"));
  let line: Line | null = null;
  let later: ReturnType<typeof setTimeout> | undefined;
  let mine: Promise<void> | undefined;
  let turn = 0;
  test.addEventListener("click", () => line?.test());
  part("again").addEventListener("click", () => void again());
  choose(part<HTMLSelectElement>("microphone"), "audioinput", sound, () => line?.microphoneChanged());
  choose(part<HTMLSelectElement>("speaker"), "audiooutput", sound, () => {});
  window.addEventListener("beforeunload", (event) => {
    if (line?.isTalking) event.preventDefault();
  });
  // A page that is closed says goodbye: otherwise the exchange would talk to nobody for minutes.
  window.addEventListener("pagehide", () => line?.stop());
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  void again();

  /** From the beginning: the account, whether no other page has it, the microphone, the line. */
  async function again(): Promise<void> {
    const own = ++turn;
    clearTimeout(later);
    line?.stop();
    line = null;
    show("connecting");
    const account = await ask();
    if (own !== turn) return;
    // Her phone stands on the desk.
    place.hidden = account === "none";
    if (account === "none") return;
    if (account === "later") return retry();
    mine ??= alone(() => show("elsewhere"));
    await mine;
    if (own !== turn) return;
    const isFree = await begin();
    if (own !== turn) return;
    if (!isFree) return retry();
    const hears = await sound.listen();
    if (own !== turn) return;
    for (const select of place.querySelectorAll("select")) select.dispatchEvent(new Event("list"));
    if (!hears) return show("deaf");
    line = new Line(account.user, account.password, sound, show);
    line.start();
  }

  function retry(): void {
    show("lost");
    later = setTimeout(() => void again(), AGAIN * 1000);
  }
}

async function ask(): Promise<Account | "none" | "later"> {
  const answer = await fetch("/desk/phone", { headers: { accept: "application/json" } }).catch(() => null);
  if (answer?.status === 404) return "none";
  return answer?.ok ? ((await answer.json()) as Account) : "later";
}

/** Nothing is in hand here yet: what the exchange still holds of this phone went with an earlier page,
 * and is let go before anybody is brought together with it. */
async function begin(): Promise<boolean> {
  const answer = await fetch("/desk/phone", { method: "POST" }).catch(() => null);
  return answer?.ok ?? false;
}

/** A list of devices, kept as devices come and go. */
function choose(select: HTMLSelectElement, kind: MediaDeviceKind, sound: Sound, changed: () => void): void {
  const list = async () => {
    const devices = (await sound.devices()).filter((device) => device.kind === kind);
    const options = devices.map((device) => new Option(device.label, device.deviceId));
    select.replaceChildren(...options);
    select.value = sound.chosen(kind) ?? devices[0]?.deviceId ?? "";
    select.disabled = devices.length === 0;
  };
  select.addEventListener("list", () => void list());
  select.addEventListener("change", () => void sound.choose(kind, select.value).then(changed));
  navigator.mediaDevices?.addEventListener("devicechange", () => void list());
}
