import { funnelsFor } from "../scorecard/funnel";
import type { ScorecardModel } from "../scorecard/model";
import { underDoctoring } from "../scorecard/underDoctoring";
import {
  coreSheets,
  funnelSheet,
  indicatorOf,
  practiceOf,
  practiceSheet,
  underDoctoringSheet,
  withSheets,
  type WantedSheet,
} from "../sheet/layout";

/** Which sheets to make besides the scorecard, its data and its methods. Those that are there already need not be asked for again. */
export interface SheetChoice {
  /** Pages of practices, by code. */
  readonly practicePages?: "all" | readonly string[];
  /** Funnel plots, by indicator. */
  readonly funnels?: "all" | readonly string[];
  readonly underDoctoring?: boolean;
}

/** A sheet that was asked for, or was there before, and cannot be made from these data. */
export interface SheetLeftOut {
  readonly name: string;
  /** In a few words, to follow the name. */
  readonly reason: string;
}

/** What can be made from these data besides the core sheets. */
export function sheetsPossible(model: ScorecardModel) {
  return {
    practicePages: model.practices.map(({ practice }) => practice.code),
    funnels: funnelsFor(model).map(({ column }) => column.definition.id),
    underDoctoring: underDoctoring(model) !== null,
  };
}

/**
 * Decides on the sheets: the core, what was asked for, and what is there already, as far as it can be made; in the order of the scorecard.
 * @param existing keys of our sheets in the workbook
 */
export function decideSheets(
  model: ScorecardModel,
  choice: SheetChoice,
  existing: readonly string[],
): { readonly sheets: readonly WantedSheet[]; readonly leftOut: readonly (SheetLeftOut & { readonly key: string })[] } {
  const possible = sheetsPossible(model);
  const asked = (wanted: "all" | readonly string[] | undefined, all: readonly string[], keyed: (key: string) => string | null) =>
    new Set([...(wanted === "all" ? all : (wanted ?? [])), ...existing.flatMap((key) => keyed(key) ?? [])]);
  const pages = asked(choice.practicePages, possible.practicePages, practiceOf);
  const funnels = asked(choice.funnels, possible.funnels, indicatorOf);
  const capacity = choice.underDoctoring === true || existing.includes(underDoctoringSheet.key);

  const without = (codes: ReadonlySet<string>, all: readonly string[], sheet: (code: string) => WantedSheet, reason: string) =>
    [...codes].filter((code) => !all.includes(code)).map((code) => ({ ...sheet(code), reason }));
  const extra = [
    ...possible.funnels.filter((indicator) => funnels.has(indicator)).map(funnelSheet),
    ...(capacity && possible.underDoctoring ? [underDoctoringSheet] : []),
    ...possible.practicePages.filter((code) => pages.has(code)).map(practiceSheet),
  ];
  return {
    sheets: extra.length === 0 ? coreSheets : withSheets(extra),
    leftOut: [
      ...without(funnels, possible.funnels, funnelSheet, "too few practices to compare, or no comparator, in these data"),
      ...(capacity && !possible.underDoctoring ? [{ ...underDoctoringSheet, reason: "no workforce figures in these data" }] : []),
      ...without(pages, possible.practicePages, practiceSheet, "the practice has no figures in these data"),
    ],
  };
}
