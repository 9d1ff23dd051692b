import { ProblemError } from "../problem";
import type { FileSource } from "./fileSource";
import { listAreas } from "./geography";
import { findPlace, type Place } from "./place";
import { LoadRun, type LoadOptions } from "./loadRun";
import type { Comparator, FileReport, PublishedIndicator, ReferenceData } from "./model";
import { widerAreasOf } from "./widerAreas";

/** What the files hold of every sub-ICB location that they know. */
export interface EveryArea {
  /** How many they know; those without figures are not among `areas`. */
  readonly known: number;
  /** One after the other, each put together when it is asked for; `comparators` are those of its ICB. */
  readonly areas: () => Generator<Pick<ReferenceData, "area" | "practices" | "observations" | "comparators">>;
  /** The sums over England. */
  readonly comparators: readonly Comparator[];
  readonly files: readonly FileReport[];
  readonly publishedIndicators: readonly PublishedIndicator[];
}

/**
 * Reads the figures of all sub-ICB locations in one pass: each file twice and no more, however many areas there are.
 * @throws ProblemError where a file does not say its period
 */
export async function readEveryArea(files: readonly FileSource[], options: LoadOptions): Promise<EveryArea> {
  const run = new LoadRun(options);
  await run.recognise(files);
  const [needed] = run.periodsNeeded();
  if (needed) throw new ProblemError({ kind: "periodNeeded", ...needed });
  const choices = listAreas(run.geographies);
  const wanted = choices.filter(({ kind, code }) => kind === "subIcb" && /^[A-Z0-9]{2,12}$/.test(code));
  const places = wanted.map(({ code }) => findPlace(code, run.geographies, choices)).filter(isStillThere);
  const around = places.map((place) => widerAreasOf(place, run.geographies, choices));
  const wider = new Map(around.flat().map((one) => [one.place.area.code, one]));
  await run.readFigures(places, [...wider.values()]);
  return {
    known: places.length,
    *areas() {
      for (const [i, place] of places.entries()) {
        const observations = run.observations(i);
        if (observations.length === 0) continue;
        const comparators = around[i]?.flatMap((one) => run.widerComparators(one.place.area.code)) ?? [];
        yield { area: place.area, practices: place.practices() as ReferenceData["practices"], observations, comparators };
      }
    },
    comparators: run.comparators(),
    files: run.reports(),
    publishedIndicators: run.publishedIndicators,
  };
}

/** Whether some practice is of the area by the last word on it: a CCG that was merged has handed all of its practices on. */
const isStillThere = ({ area, practices }: Place): boolean =>
  [...practices().values()].some(({ subIcbCode, subIcbOnsCode }) => subIcbCode === area.code || subIcbOnsCode === area.code);
