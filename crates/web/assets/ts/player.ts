// A recording is listened to by keys: j and l go back and ahead, k plays and stops, as do space and the
// arrows; marks of pauses lead to where they are. Without this the browser's own player remains.
import { isTyping } from "./keys";

const seconds = 5;

export function startPlayer(): void {
  const player = document.querySelector<HTMLElement>("[data-player]");
  const sound = player?.querySelector<HTMLAudioElement>("[data-sound]");
  const more = player?.querySelector<HTMLElement>("[data-player-more]");
  if (!player || !sound || !more) return;
  more.hidden = false;
  const on = (selector: string, act: () => void): void => {
    player.querySelector(selector)?.addEventListener("click", act);
  };
  const move = (by: number): void => {
    sound.currentTime = Math.max(0, sound.currentTime + by);
  };
  const toggle = (): void => {
    if (sound.paused) void sound.play();
    else sound.pause();
  };
  on("[data-player-back]", () => move(-seconds));
  on("[data-player-ahead]", () => move(seconds));
  on("[data-player-on]", toggle);
  const speed = player.querySelector<HTMLSelectElement>("[data-player-speed]");
  speed?.addEventListener("change", () => {
    sound.playbackRate = Number(speed.value);
  });
  for (const mark of player.querySelectorAll<HTMLElement>("[data-player-at]")) {
    mark.addEventListener("click", () => {
      sound.currentTime = Number(mark.dataset.playerAt);
      void sound.play();
    });
  }
  document.addEventListener("keydown", (event) => {
    const isOurs = event.target === document.body || event.target === document.documentElement;
    if (event.defaultPrevented || isTyping(event.target) || !isOurs) return;
    if (event.key === " ") toggle();
    else if (event.key === "ArrowLeft") move(-seconds);
    else if (event.key === "ArrowRight") move(seconds);
    else return;
    event.preventDefault();
  });
}
