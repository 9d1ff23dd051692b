import type { IndicatorDefinition } from "../definition";
import { accessIndicators } from "./access";
import { achievementIndicators, allExceptions } from "./achievement";
import { localIndicators } from "./local";
import { prevalenceIndicators } from "./prevalence";

/** Every indicator the scorecard knows in words, by id. Others can still be loaded and traced on the Data sheet. */
export const indicatorLibrary: ReadonlyMap<string, IndicatorDefinition> = new Map(
  [...prevalenceIndicators, ...achievementIndicators, allExceptions, ...accessIndicators, ...localIndicators].map((definition) => [
    definition.id,
    definition,
  ]),
);

/**
 * Whether an id can be asked for on a scorecard: one of the library, a QOF code of some year (HYP008), or a measure of a local sheet. A
 * code that only a later year knows must not make a saved scorecard unreadable: it is left out where nobody has loaded it.
 */
export const isIndicatorId = (id: string): boolean =>
  indicatorLibrary.has(baseOf(id)) || /^[A-Z]{2,6}\d{3}$/.test(baseOf(id)) || /^local_[a-z0-9_]{1,40}$/.test(id);

/**
 * What is worked out of another indicator: "HYP008.all", care given to all patients on the register; "HYP008.excepted", the share taken out
 * of the denominator; "HYP.found", those found out of those expected to have the condition.
 */
export const derived = ["all", "excepted", "found"] as const;

/** The published indicator behind an id: "HYP008" for "HYP008.excepted". */
export const baseOf = (id: string): string => id.replace(/\.(all|excepted|found)$/, "");
