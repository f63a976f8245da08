// A talk is recorded: the agent pauses while a card number is read, the supervisor listens
// afterwards, and where the next one refuses nothing is left, once that cannot be taken back.
import { Centre } from "../house/centre.ts";
import { Desk } from "../house/desk.ts";
import { expect, test } from "../house/test.ts";
import { record } from "../sweep/recorded.ts";

let centre: Centre;
test.beforeAll(async () => {
  centre = await Centre.demo();
});
test.afterAll(() => centre?.close());

test("a pause leaves a gap, a supervisor listens by keyboard, a refusal leaves nothing", async ({ seated }) => {
  const boss = await seated(centre, "supervisor");
  await record(boss, centre);
  const page = await seated(centre, "agent");
  const desk = await new Desk(page).open(centre.url("/desk"));
  await desk.begin();
  await desk.talk();
  const tape = page.locator(".tape");
  await expect(tape).toHaveClass(/tape-on/);
  await page.waitForTimeout(1_500);
  await desk.press("v");
  await expect(tape).toHaveClass(/tape-paused/);
  await expect(tape).toContainText("Recording paused for");
  await page.waitForTimeout(1_200);
  await desk.press("v");
  await expect(tape).toHaveClass(/tape-on/);
  await page.waitForTimeout(1_200);
  if ((await desk.state()) === "talking") await desk.press("h");
  await desk.is("wrap-up");
  await desk.code("501");

  // A machine that was taken for a person before may have been recorded, too; the newest is first.
  const newest = boss.locator("main tbody tr").first();
  await expect(async () => {
    await boss.goto(centre.url("/recordings"));
    await expect(newest.getByRole("link", { name: /^Listen/ })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await newest.getByRole("link", { name: /^Listen/ }).click();
  await expect(boss.locator("main")).toContainText("was told");
  const sound = boss.locator("audio");
  const seconds = (): Promise<number> => sound.evaluate((audio: HTMLAudioElement) => audio.duration);
  await expect(boss.locator(".marks li")).toHaveCount(1);
  // Nothing of the sound is fetched before it is played.
  expect(await sound.evaluate((audio: HTMLAudioElement) => audio.readyState)).toBe(0);
  await boss.keyboard.press("Space");
  await expect.poll(seconds).toBeGreaterThan(1);
  await expect.poll(() => sound.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThan(0.2);
  await boss.keyboard.press("Space");
  expect(await sound.evaluate((audio: HTMLAudioElement) => audio.paused)).toBe(true);
  await boss.locator("[data-player-speed]").selectOption("1.5");
  expect(await sound.evaluate((audio: HTMLAudioElement) => audio.playbackRate)).toBe(1.5);

  await desk.is("preview");
  await desk.talk();
  await expect(tape).toHaveClass(/tape-on/);
  // A slip: it pauses at once, and goes on.
  await desk.press("z");
  await expect(tape).toContainText("What was recorded is destroyed in");
  await expect(tape.locator("time")).toHaveText(/00:0[5-9]/);
  await desk.press("u");
  await expect(tape).toHaveClass(/tape-on/);
  // Meant: ten seconds, or the end of the talk, and nothing is left.
  await desk.press("z");
  await expect(tape).toContainText("What was recorded is destroyed in");
  await expect(tape).toContainText("Not recorded: refused", { timeout: 15_000 });
  await expect(async () => {
    await boss.goto(centre.url("/recordings"));
    await expect(newest).toContainText("Refused, and destroyed", { timeout: 1_000 });
  }).toPass();
  await expect(newest.getByRole("link", { name: /^Listen/ })).toHaveCount(0);
});
