// An agent's desk, by keyboard.
import { expect, type Locator, type Page } from "@playwright/test";

export type State = "out" | "break" | "waiting" | "preview" | "dialling" | "talking" | "wrap-up";

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

  /** Sets the clock of a demo; the page comes again. */
  async speed(times: number): Promise<void> {
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

  /** Dials until somebody answers; whoever does not is let go with what the line said. */
  async talk(): Promise<void> {
    for (let calls = 0; calls < 40; calls += 1) {
      await this.is("preview");
      const hand = await this.hand();
      await this.press("d");
      // By a fast clock a dial may come too late to be placed: then the contact goes back at once.
      const gone = this.block.locator(`[name=hand]:not([value="${hand}"])`);
      const over = this.page.locator('#desk:is([data-state="talking"], [data-state="wrap-up"])');
      await expect(gone.or(over).first()).toBeAttached();
      const state = await this.state();
      if (state === "talking") return;
      if (state === "wrap-up") await this.letGo();
    }
    throw new Error("nobody answers");
  }

  /** Lets a call that came to nothing go with what the line said. */
  async letGo(): Promise<void> {
    const hand = await this.hand();
    await expect(this.block.locator("[data-confirm]")).toBeVisible();
    await this.press("Enter");
    await expect(this.block.locator(`[name=hand][value="${hand}"]`)).toHaveCount(0);
  }
}
