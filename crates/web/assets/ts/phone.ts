// The phone in the agent's browser: registered with the exchange by the desk's own server, and
// answered at once when it rings, since nobody but Dispo can ring it.
import { Line, type State } from "./phone/line";
import { Sound } from "./phone/sound";

interface Account {
  user: string;
  password: string;
}

const place = document.querySelector<HTMLElement>("[data-phone]");
if (place) void start(place);

async function start(place: HTMLElement): Promise<void> {
  const answer = await fetch("/desk/phone", { headers: { accept: "application/json" } }).catch(() => null);
  // Her phone stands on the desk, or she has none.
  if (!answer?.ok) return;
  const account = (await answer.json()) as Account;
  place.hidden = false;
  const part = <T extends HTMLElement>(name: string) => place.querySelector<T>(`[data-phone-${name}]`)!;
  const mute = part<HTMLButtonElement>("mute");
  const test = part<HTMLButtonElement>("test");
  const state = part<HTMLOutputElement>("state");
  const show = (now: State) => {
    state.dataset.phoneState = now;
    state.textContent = state.getAttribute(`data-says-${now}`);
    mute.setAttribute("aria-pressed", String(now === "muted"));
    test.setAttribute("aria-pressed", String(now === "echo"));
    mute.disabled = now !== "call" && now !== "muted";
    test.disabled = now !== "ready" && now !== "echo";
  };
  const sound = new Sound(part<HTMLAudioElement>("sound"), part<HTMLMeterElement>("level"));
  const line = new Line(account.user, account.password, sound, show);
  mute.addEventListener("click", () => line.mute());
  test.addEventListener("click", () => line.test());
  part("again").addEventListener("click", () => void again());
  choose(part<HTMLSelectElement>("microphone"), "audioinput", sound, () => line.microphoneChanged());
  choose(part<HTMLSelectElement>("speaker"), "audiooutput", sound, () => {});
  window.addEventListener("beforeunload", (event) => {
    if (line.isTalking) event.preventDefault();
  });
  show("connecting");
  await again();

  /** From the beginning: the microphone, then the line. */
  async function again(): Promise<void> {
    line.stop();
    show("connecting");
    if (await sound.listen()) line.start();
    else show("deaf");
    list();
  }

  function list(): void {
    for (const select of place.querySelectorAll("select")) select.dispatchEvent(new Event("list"));
  }
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
