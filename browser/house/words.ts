// The keys of the interface's texts: none may be seen on a page.
import { readdirSync, readFileSync } from "node:fs";
import { root } from "./machine.ts";

export const languages = ["en", "nl", "de", "hu"] as const;
export type Language = (typeof languages)[number];

export function keysOfAllTexts(): string[] {
  const folder = `${root}locales/en`;
  const texts = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, "utf8"));
  return texts.flatMap((text) => [...text.matchAll(/^([a-z][a-z0-9-]*) =/gm)].map((found) => found[1]!));
}
