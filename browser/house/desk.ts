// An agent's desk, by keyboard.
import { expect, type Locator, type Page } from "@playwright/test";

export type State = "out" | "break" | "passive" | "waiting" | "preview" | "dialling" | "talking" | "wrap-up";

export class Desk {
  readonly block: Locator;

  constructor(readonly page: Page) {
    this.block = page.locator("#desk");
  }

  async open(url: string): Promise<this> {
    await this.page.goto(url);
    return this;
  }

  /** Sits down, if nobody sits there, and waits for the first contact. */
  async begin(): Promise<void> {
    if (["out", "break"].includes(await this.state())) await this.press("a");
    await this.is("preview");
  }

  /** Sets the clock of a demo; if that is another speed, the page comes again. */
  async speed(times: number): Promise<void> {
    if ((await this.page.locator("body").getAttribute("data-speed")) === String(times)) return;
    await this.page.locator("#demo-speed").selectOption(String(times));
    await expect(this.page.locator("body")).toHaveAttribute("data-speed", String(times));
    await this.page.waitForLoadState("load");
  }

  async is(...states: State[]): Promise<State> {
    await expect(this.block).toHaveAttribute("data-state", new RegExp(`^(${states.join("|")})$`));
    return this.state();
  }

  async state(): Promise<State> {
    return (await this.block.getAttribute("data-state")) as State;
  }

  /** Leaves for a break by its key, or for the day by `0`; the contact in hand is given back. */
  async leave(key: string): Promise<void> {
    await this.press("b", key);
    // It waits for the contact; one that is given back before it is asked for brings the next.
    await expect(this.block.locator(".presence .tag.warn")).toBeVisible();
    await this.press("r");
    await this.is(key === "0" ? "out" : "break");
  }

  /** Away until so many minutes from now, by a clock that runs as fast as it can. */
  async away(minutes: number): Promise<void> {
    const clock = async () => {
      const [hour, minute] = (await this.page.locator("#demo time").innerText()).split(":").map(Number);
      return hour! * 60 + minute!;
    };
    const until = (await clock()) + minutes;
    await this.leave("1");
    await this.speed(600);
    await expect.poll(async () => (await clock()) >= until, { timeout: 30_000 }).toBe(true);
    await this.speed(1);
    await this.press("a");
    await this.is("preview");
  }

  /** Keys one after the other, as fingers do. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** The mark of what is in hand: another one is another contact, or the same again. */
  async hand(): Promise<string> {
    return (await this.block.locator("[name=hand]").first().getAttribute("value")) ?? "";
  }

  /** Which contact is in hand. */
  async contact(): Promise<string> {
    return (await this.hand()).split("-").slice(0, 2).join("-");
  }

  async name(): Promise<string> {
    return (await this.block.locator(".contact-name").innerText()).trim();
  }

  /** The key of the group, and the key in it, that stand on the button of a code. */
  async keysOf(code: string): Promise<[string, string]> {
    const button = this.block.locator(`.code[value="${code}"]`);
    const group = await button.locator("xpath=ancestor::*[@data-codes]").getAttribute("data-codes");
    const key = await button.getAttribute("data-code-key");
    if (!group || !key) throw new Error(`code ${code} has no keys`);
    return [group, key];
  }

  /** Chooses a code by its keys, without confirming it. */
  async choose(code: string): Promise<void> {
    const [group, key] = await this.keysOf(code);
    await this.press(group, key);
    await expect(this.block.locator("[data-chosen]")).toHaveAttribute("data-chosen", code);
  }

  /** Gives a code by its keys, with a moment where it asks for one, and waits until the contact is
   * out of hand. */
  async code(code: string, at = ""): Promise<void> {
    const hand = await this.hand();
    await this.choose(code);
    if (at) await this.type(at);
    await this.press("Enter");
    await expect(this.block.locator(`[name=hand][value="${hand}"]`)).toHaveCount(0);
  }

  /** Dials by a fast clock until a person is on the line; from then on it goes as fast as ours.
   * Whoever spoke and hung up before is coded with `refused`. */
  async talk(refused = "501"): Promise<void> {
    for (let calls = 0; calls < 40; calls += 1) {
      await this.is("preview");
      await this.speed(20);
      const hand = await this.hand();
      await this.press("d");
      if (await this.isAnswered(hand, refused)) return;
    }
    throw new Error("nobody answers");
  }

  /** Follows the call of this hand by a fast clock, until a person is on the line; a contact for
   * whom nobody spoke is out of hand afterwards. */
  async isAnswered(hand: string, refused = "501"): Promise<boolean> {
    await this.speed(20);
    // What the line alone can code goes at once, and another contact comes.
    const gone = this.block.locator(`[name=hand]:not([value="${hand}"])`);
    const over = this.page.locator('#desk:is([data-state="talking"], [data-state="wrap-up"])');
    await expect(gone.or(over).first()).toBeAttached();
    // A machine picks up as a person does, and is told from one within four seconds.
    const five = this.page.locator('#desk[data-state="talking"] .call .timer').filter({ hasNotText: /^0?0:0[0-4]$/ });
    const silent = this.page.locator('#desk:not([data-state="talking"])');
    await expect(five.or(silent).first()).toBeAttached();
    // The page comes again, and shows what is so.
    await this.speed(1);
    if ((await this.hand()) !== hand) return false;
    if ((await this.state()) === "talking") return true;
    await this.letGo(refused);
    return false;
  }

  /** Lets a call that is over go with what the line said; whoever spoke and hung up is coded. */
  async letGo(refused = "501"): Promise<void> {
    if ((await this.block.locator("[data-confirm]").count()) === 0) return this.code(refused);
    const hand = await this.hand();
    await this.press("Enter");
    await expect(this.block.locator(`[name=hand][value="${hand}"]`)).toHaveCount(0);
  }
}
