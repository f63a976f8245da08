// The way of a file into a list, page by page.
import { expect, type Page } from "@playwright/test";

export type File = { name: string; mimeType: string; buffer: Buffer };

export function csv(name: string, rows: string[], encoding: BufferEncoding = "utf8"): File {
  return { name, mimeType: "text/csv", buffer: Buffer.from(`${rows.join("\r\n")}\r\n`, encoding) };
}

export class Wizard {
  constructor(readonly page: Page) {}

  /** Which upload the page is about. */
  get upload(): string {
    const found = this.page.url().match(/\/lists\/import\/(\d+)/);
    if (!found?.[1]) throw new Error(`no upload: ${this.page.url()}`);
    return found[1];
  }

  /** From the page on which a file is handed in to what is seen in it. */
  async handIn(file: File): Promise<void> {
    await this.page.locator("#file").setInputFiles(file);
    await this.page.locator("form[data-drop] button.main").click();
    await expect(this.page).toHaveURL(/\/lists\/import\/\d+$/);
  }

  /** Where the page says how the file was read: `Encoding`, `Rows` and so on, by the label. */
  fact(label: string) {
    return this.page.locator("dl.facts > div").filter({ has: this.page.locator("dt", { hasText: label }) }).locator("dd");
  }

  async toColumns(): Promise<void> {
    await this.page.locator('button[name="then"][value="columns"]').click();
    await expect(this.page).toHaveURL(/\/columns$/);
  }

  /** What a column becomes, in the table of the columns. */
  row(header: string) {
    return this.page.locator("table.mapping tbody tr").filter({ has: this.page.locator("th b", { hasText: new RegExp(`^${header}$`) }) });
  }

  /** Has the whole file checked, without waiting for it. */
  async check(): Promise<void> {
    await this.page.locator("form[action$='/columns'] .actions button.main").click();
    await expect(this.page).toHaveURL(/\/check$/);
  }

  async checked(): Promise<void> {
    await expect(this.page.locator("#checked a[href$='/confirm']").first()).toBeVisible({ timeout: 30_000 });
  }

  async toConfirm(): Promise<void> {
    await this.page.locator("#checked a.main[href$='/confirm']").click();
    await expect(this.page).toHaveURL(/\/confirm$/);
  }

  /** Begins to write, without waiting for the end. */
  async confirm(): Promise<void> {
    await this.page.locator("form[action$='/confirm'] button.main").click();
    await expect(this.page).toHaveURL(/\/(running|imports\/\d+)$/);
  }

  /** Waits for the end, and goes to what came of it. */
  async result(): Promise<void> {
    const see = this.page.locator("#running a.main[href*='/imports/']");
    const there = this.page.locator("main [role=status]");
    await expect(see.or(there).first()).toBeVisible({ timeout: 60_000 });
    if (await see.isVisible()) await see.click();
    await expect(this.page).toHaveURL(/\/lists\/\d+\/imports\/\d+$/);
  }
}
