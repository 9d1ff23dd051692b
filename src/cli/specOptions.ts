import { readFileSync } from "node:fs";
import { InvalidArgumentError, Option } from "commander";
import type { ReferenceData } from "../reference/model";
import { longTermConditions, presetOf, presets } from "../scorecard/presets";
import { readSpec } from "../scorecard/readSpec";
import { cellContents, comparatorKinds, type ComparatorKind, type ScorecardSpec } from "../scorecard/spec";

/** What a scorecard should show, as it was typed: the name of a preset or what stands in a file, and what is to be otherwise. */
export interface SpecOptions {
  readonly preset?: string | ScorecardSpec;
  readonly comparator?: ComparatorKind;
  readonly method?: ScorecardSpec["comparison"]["method"];
  readonly formulas?: ScorecardSpec["formulas"];
}

const everythingLoaded = "everything-loaded";
const known = [...presets.map(({ id }) => id), everythingLoaded];

export const presetOption = () =>
  new Option(
    "--preset <id|file.json>",
    `what it shows: ${known.slice(0, 3).join(", ")} ..., ${everythingLoaded}, or a file that was saved`,
  ).argParser((typed): string | ScorecardSpec => {
    if (known.includes(typed)) return typed;
    if (!/\.json$/i.test(typed)) throw new InvalidArgumentError(`Enter a .json file, or one of ${known.join(", ")}.`);
    let text: string;
    try {
      text = readFileSync(typed, "utf8");
    } catch {
      throw new InvalidArgumentError("The file could not be opened.");
    }
    return readSpec(text);
  });

/** A group of one's own needs its practices, which a preset's file names. */
export const comparatorOption = () =>
  new Option("--comparator <whom>", "whom practices are compared with").choices(comparatorKinds.filter((kind) => kind !== "peers"));

export const methodOption = () => new Option("--method <method>", "how they are compared").choices(["funnel", "fingertips"]);

export const formulasOption = () =>
  new Option("--formulas <kind>", "what calculating cells hold: formulas of Excel, or values").choices(cellContents);

/** The specification that was asked for, for these data. */
export function specFor({ preset, comparator, method, formulas }: SpecOptions, data: ReferenceData): ScorecardSpec {
  const spec = preset === undefined ? longTermConditions : typeof preset === "string" ? presetOf(preset, data)! : preset;
  return {
    ...spec,
    comparison: {
      ...spec.comparison,
      ...(comparator === undefined ? {} : { comparator: { kind: comparator } }),
      ...(method === undefined ? {} : { method }),
    },
    ...(formulas === undefined ? {} : { formulas }),
  };
}
