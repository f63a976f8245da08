// A centre of one's own: the real program, started as anybody starts it, on a database that
// is thrown away.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { program, root } from "./machine.ts";

const patience = 60_000;

export class Centre {
  /** What the program said on standard error, line by line. */
  said: string[] = [];
  address = "";
  readonly folder = mkdtempSync(join(tmpdir(), "dispo-browser-"));
  private running: ChildProcess | undefined;

  /** `by` is what runs the program, where it is not run by itself. */
  private constructor(private readonly line: string[], private readonly by: string[] = []) {}

  /** A centre that plays: from ten o'clock on a Tuesday, by a clock that nobody hurries. */
  static demo(options: { speed?: number; agents?: number; past?: number; seed?: number } = {}): Promise<Centre> {
    const { speed = 1, agents = 1, past = 60, seed = 7 } = options;
    const words = { day: "2026-06-02", speed, agents, past, seed };
    const line = Object.entries(words).flatMap(([word, value]) => [`--${word}`, String(value)]);
    // Who rings in is the test's to say.
    return new Centre(["demo", "--no-callers", ...line]).start();
  }

  /** A centre whose calls go over a real exchange, with this phone on the visitor's desk. */
  static overAsterisk(exchange: string, phone: string): Promise<Centre> {
    return new Centre(["demo", "--day", "2026-06-02", "--asterisk", exchange, "--phone", phone]).start();
  }

  /** What `./run --asterisk --address` runs: a centre with two Asterisks of its own. */
  static byRun(address: string): Promise<Centre> {
    return new Centre(["demo", "--day", "2026-06-02"], [`${root}scripts/demo-over-asterisk`, "--address", address]).start();
  }

  /** A centre for work, whose calls are simulated; `prepare` may fill its house before. */
  static async serve(prepare: (centre: Centre) => void = () => {}): Promise<Centre> {
    const centre = new Centre(["serve", "--exchange", "simulated"]);
    prepare(centre);
    return centre.start();
  }

  /** Any other sub-command on the same house; gives what it writes. */
  run(...words: string[]): string {
    return execFileSync(program, ["--db", this.database, ...words], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  url(path = "/"): string {
    return `http://${this.address}${path}`;
  }

  /** The way the program prints while nobody can log in. */
  get firstLink(): string {
    const found = this.said.join("\n").match(/http:\/\/[^\s]+(\/start\/[0-9a-f]+)/);
    if (!found?.[1]) throw new Error(`no first link: ${this.said.join("\n")}`);
    return this.url(found[1]);
  }

  /** Ends as by Ctrl-C; `hard` is a crash. */
  async stop(how: "orderly" | "hard" = "orderly"): Promise<void> {
    const running = this.running;
    if (!running) return;
    this.running = undefined;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    const signal = how === "hard" ? "SIGKILL" : "SIGINT";
    // As a terminal does it, to all that was started.
    if (this.by.length > 0) process.kill(-running.pid!, signal);
    else running.kill(signal);
    await ended;
  }

  /** Up again at the same address. */
  async start(): Promise<Centre> {
    const port = this.address.split(":")[1] ?? "0";
    const listen = this.line[0] === "demo" ? ["--port", port] : ["--listen", `127.0.0.1:${port}`];
    const [command, ...words] = [...this.by, program, "--db", this.database, ...this.line, ...listen];
    const running = spawn(command!, words, {
      cwd: this.folder,
      stdio: ["ignore", "ignore", "pipe"],
      detached: this.by.length > 0,
    });
    this.running = running;
    this.said = [];
    this.address = await this.listened(running);
    return this;
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get database(): string {
    return `sqlite:${this.path("centre.db")}`;
  }

  private listened(running: ChildProcess): Promise<string> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`${why}\n${this.said.join("\n")}`));
      const late = setTimeout(() => fail(`not up within ${patience / 1000} s`), patience);
      running.once("error", (error) => fail(error.message));
      running.once("exit", (code) => fail(`the program ended with ${code}`));
      createInterface({ input: running.stderr! }).on("line", (line) => {
        this.said.push(line);
        // The last thing it says before it serves.
        const done = /Ctrl-C ends it; started again|makes the first administrator/.test(line) || (this.line[0] === "serve" && /\(Ctrl-C ends it\)/.test(line) && this.address !== "");
        const address = this.said.join("\n").match(/http:\/\/(127\.0\.0\.1:\d+)/)?.[1];
        if (!done || !address) return;
        clearTimeout(late);
        resolve(address);
      });
    });
  }
}
