import { ProblemError } from "../problem";
import type { ReferenceData } from "../reference/model";
import type { ScorecardSpec } from "../scorecard/spec";
import { inWords } from "./failure";
import type { PaneServices, Picture } from "./services";
import type { OwnList, PaneEvent, PaneState, Task } from "./state";
import { words } from "./words";

/** What came of something, in a sentence, and the cells it concerns. */
export interface Outcome {
  readonly said: string;
  readonly cells: readonly string[];
}

/** Requests that are over in a moment and are answered in a sentence where they were made, and not by a screen of their own. */
export function createAnswers(services: PaneServices, state: () => PaneState, tell: (event: PaneEvent) => void) {
  const orNull = <T>(asked: Promise<T>): Promise<T | null> => asked.catch(() => null);
  async function said(task: Task, work: () => Promise<string>): Promise<string> {
    try {
      return await work();
    } catch (error) {
      return inWords(task, error);
    }
  }
  async function locally(work: (data: ReferenceData) => Promise<Outcome>): Promise<Outcome> {
    const { data } = state();
    if (data === null) return { said: words.local.noArea, cells: [] };
    try {
      return await work(data);
    } catch (error) {
      const noSheet = error instanceof ProblemError && error.problem.kind === "missing";
      return { said: noSheet ? words.local.noSheet : inWords("local", error), cells: [] };
    }
  }
  /** What is chosen counts at once; that the workbook cannot keep it is said, and no more. */
  async function keepWishes(): Promise<void> {
    const { spec, groups } = state();
    await services.keepWishes({ spec, groups }).catch(() => tell({ kind: "noticed", notice: words.preset.notSaved }));
  }

  return {
    /** The practice code in the row of the selected cell, or null where there is none or Excel cannot say. */
    selectedPractice: () => orNull(services.selectedPractice()),
    /** What stands in the selected cells, or null where Excel cannot say. */
    selectedTexts: () => orNull(services.selectedTexts()),
    /** The address of the selected cells, or null where Excel cannot say. */
    selectedAddress: () => orNull(services.selectedAddress()),

    /** Where the number in the selected cell comes from, in lines. */
    explainCell: (): Promise<string> =>
      said("show", async () => {
        const { data, spec, year } = state();
        if (data === null) return words.whereFrom.nothing;
        const found = await services.explainCell(data, { spec, year });
        return found === null ? words.whereFrom.noFigure : `${found.text}\n${words.whereFrom.noted[found.note](found.cell)}`;
      }),
    insertFormula: (formula: string): Promise<string> =>
      said("show", async () => {
        const { address, written } = await services.insertFormula(formula);
        return written ? words.functions.inserted(address) : words.functions.occupied(address);
      }),
    insertPicture: (picture: Picture): Promise<string> =>
      said("picture", async () => words.charts.inserted(await services.insertPicture(picture))),
    insertExamples: (): Promise<string> =>
      said("examples", async () => {
        const { name, wasThere } = await services.insertExamples(state().data);
        return wasThere ? words.functions.examplesThere(name) : words.functions.examplesDone(name);
      }),
    /** Enters formulas of ours that Excel does not know any more again. */
    repair: async (): Promise<Outcome> => {
      try {
        const { cells, left } = await services.repair();
        return { said: words.functions.repaired(cells.length, left.length), cells: cells.map(({ sheet, cell }) => `${sheet}!${cell}`) };
      } catch (error) {
        return { said: inWords("repair", error), cells: [] };
      }
    },

    insertLocalData: (): Promise<Outcome> =>
      locally(async (data) => {
        const { name, wasThere } = await services.insertLocalData(data);
        return { said: wasThere ? words.local.there(name) : words.local.inserted(name), cells: [] };
      }),
    /** Reads the sheet of local data, and puts its figures beside those that are loaded. */
    addLocalData: (): Promise<Outcome> =>
      locally(async (before) => {
        const { data, local } = await services.addLocalData(before);
        tell({ kind: "localDataRead", data });
        const cells = local.faults.map(({ cell, expected, found }) => words.local.fault(cell, found, expected));
        return { said: words.local.done(local.observations.length, cells.length), cells };
      }),

    chooseSpec: async (spec: ScorecardSpec | null): Promise<void> => {
      tell({ kind: "specChosen", spec });
      await keepWishes();
    },
    keepGroup: async (group: OwnList): Promise<void> => {
      tell({ kind: "groupKept", group });
      await keepWishes();
    },
  };
}
