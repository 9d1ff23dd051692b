/** What the rooms of the torture chamber share: how much, which dice, and where the figures go. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** `npm run torture` is the whole of it; `npm test` a share. */
export const whole = process.env["TORTURE"] === "whole";

export const seed = Number(process.env["TORTURE_SEED"] ?? 20261125);

/** How often something is tried. */
export const times = (share: number, full: number): number =>
  whole ? Math.max(1, Math.round(full * Number(process.env["TORTURE_SIZE"] ?? 1))) : share;

if (whole) jest.setTimeout(3_600_000);

/** Dice that fall the same way for the same seed, room and throw. */
export class Dice {
  private state: number;

  constructor(...of: readonly (string | number)[]) {
    this.state = [...`${seed}|${of.join("|")}`].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619), 2166136261);
  }

  /** 0 up to and without 1 (Mulberry32). */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  /** A whole number from 0 up to and without `below`. */
  number(below: number): number {
    return Math.floor(this.fraction() * below);
  }
  chance(probability: number): boolean {
    return this.fraction() < probability;
  }
  one<T>(of: readonly T[]): T {
    return of[this.number(of.length)]!;
  }
  some<T>(of: readonly T[], probability = 0.5): T[] {
    return of.filter(() => this.chance(probability));
  }
}

/** Figures of one room for the table at the end. */
export function record(room: string, figures: Readonly<Record<string, string | number>>): void {
  const folder = path.join(__dirname, "..", "..", "out", "torture");
  mkdirSync(folder, { recursive: true });
  const file = path.basename(expect.getState().testPath ?? "");
  writeFileSync(path.join(folder, `${room}.json`), JSON.stringify({ room, file, seed, figures }));
}

/** What went wrong, so that one run names all of it; an empty list is what is expected. */
export class Findings {
  readonly found: string[] = [];
  note(where: string, what: string): void {
    if (this.found.length < 25) this.found.push(`${where}: ${what}`);
  }
}
