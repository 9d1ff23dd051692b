/** Pictures that tests take for people to look at: in out/, which is not kept. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

const PROJECT = join(__dirname, "..", "..");

/** Takes numbered pictures into a folder of out/. */
export function picturesIn(folder: string): (page: Page, name: string, only?: string) => Promise<void> {
  const at = join(PROJECT, "out", folder);
  mkdirSync(at, { recursive: true });
  let taken = 0;
  return async (page, name, only) => {
    taken++;
    const path = join(at, `${String(taken).padStart(2, "0")}-${name.replaceAll(/\W+/g, "-")}.png`);
    await (only === undefined ? page.screenshot({ path }) : page.locator(only).screenshot({ path }));
  };
}
