import type { Inspection, ReadOptions } from "../reference/read";
import type { ProfileReceipt } from "../actions/createProfile";
import type { Receipt } from "../actions/createScorecard";
import type { SharingReceipt, SharingRequest } from "../actions/prepareForSharing";
import type { RemovalReceipt } from "../actions/removeScorecard";
import type { Choices } from "../excel/choices";
import { messageFor } from "../messages";
import { ProblemError, type Problem } from "../problem";
import type { Period, ReferenceData } from "../reference/model";
import type { LocalData } from "../reference/localData";
import type { PackIndex } from "../reference/pack";
import type { LocalOutcome } from "./components/LocalData";
import { helpFor } from "./help";
import { afterEvent, firstState, type Include, type PaneEvent, type PaneState, type PickedFile, type Progress, type Task } from "./state";
import { counted } from "./words";

/** What the pane can ask of the rest of the add-in. Built once, in `addin.ts`. */
export interface PaneServices {
  readonly inspect: (files: readonly PickedFile[], told: Told, watch: Watch, signal: AbortSignal) => Promise<Inspection>;
  readonly read: (
    files: readonly PickedFile[],
    told: Told & { area: ReadOptions["area"] },
    watch: Watch,
    signal: AbortSignal,
  ) => Promise<ReferenceData>;
  /** The figures ready beside the add-in; null where there are none. */
  readonly findPack: () => Promise<PackIndex | null>;
  readonly takeFromPack: (pack: PackIndex, areaCode: string, signal: AbortSignal) => Promise<ReferenceData>;
  readonly illustrativeArea: () => Promise<ReferenceData>;
  readonly build: (data: ReferenceData, year: Period | null, watch: Watch, signal: AbortSignal, include: Include) => Promise<Receipt>;
  /** Opens the page of a practice, and makes it where it is not there yet. */
  readonly openPage: (data: ReferenceData, year: Period | null, code: string, watch: Watch, signal: AbortSignal) => Promise<ProfileReceipt>;
  readonly share: (request: SharingRequest) => Promise<SharingReceipt>;
  readonly remove: () => Promise<RemovalReceipt>;
  /** The practice code in the row of the selected cell; null where there is none. */
  readonly selectedPractice: () => Promise<string | null>;
  /** Inserts the template for local data, or shows the one that is there. */
  readonly insertLocalData: (data: ReferenceData) => Promise<{ readonly name: string; readonly wasThere: boolean }>;
  readonly addLocalData: (data: ReferenceData) => Promise<{ readonly data: ReferenceData; readonly local: LocalData }>;
  readonly showSheet: (id: string) => Promise<void>;
  readonly selectedAddress: () => Promise<string>;
  readonly selectedTexts: () => Promise<readonly string[]>;
  readonly insertFormula: (formula: string) => Promise<{ readonly address: string; readonly written: boolean }>;
  /** What was built in this workbook last, the data it carries, and what a person should know about them. */
  readonly recall: () => Promise<Recalled>;
}

/** Periods that a person has told for files that do not say them, by file name. */
export interface Told {
  readonly periods: ReadonlyMap<string, Period>;
}

export interface Recalled {
  readonly choices: Choices | null;
  readonly data: ReferenceData | null;
  readonly notice: string | null;
}

/** Told now and then how far a task has come. */
export type Watch = (progress: Progress) => void;

export type Pane = ReturnType<typeof createPane>;

/**
 * The pane's memory and what can be done with it. It lives as long as the add-in's page, so closing and reopening the pane
 * finds everything as it was, and the ribbon builds from the same data. At most one task runs: a new one ends the one before.
 */
export function createPane(services: PaneServices) {
  let state = firstState;
  let running: AbortController | null = null;
  let askedLast: () => Promise<boolean> = () => Promise.resolve(false);
  let recalling: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  const tell = (event: PaneEvent) => {
    state = afterEvent(state, event);
    listeners.forEach((listener) => listener());
  };
  const watch: Watch = ({ fraction, detail }) => tell({ kind: "progressed", fraction, detail });

  /** Runs a task as the only one, and answers whether it came to its end. What an overtaken task still has to say is not heard. */
  async function run(task: Task, work: (signal: AbortSignal) => Promise<PaneEvent | null>): Promise<boolean> {
    askedLast = () => run(task, work);
    running?.abort();
    const own = new AbortController();
    running = own;
    tell({ kind: "started", task });
    try {
      const outcome = await work(own.signal);
      if (running !== own) return false;
      tell({ kind: "stopped" });
      if (outcome !== null) tell(outcome);
      return true;
    } catch (error) {
      if (running === own) tell(failure(task, error));
      return false;
    }
  }

  /** Answers in a sentence, as `insertFormula` does: what is typed on a sheet is no task with a screen of its own. */
  async function locally(work: (data: ReferenceData) => Promise<LocalOutcome>): Promise<LocalOutcome> {
    try {
      if (state.data === null) return { said: "Load an area first.", cells: [] };
      return await work(state.data);
    } catch (error) {
      if (error instanceof ProblemError && error.problem.kind === "missing")
        return { said: "There is no sheet Local data in this workbook yet. Insert it first.", cells: [] };
      const { happened, todo } = helpFor(troubleOf("show", error).trouble);
      return { said: `${happened}. ${todo}`, cells: [] };
    }
  }

  /** Whether there is something to build from, or may be: the data of a scorecard of real practices are asked for where they are gone. */
  function ready(task: Task): boolean {
    const { data, recalled } = state;
    if (data !== null || recalled === null || recalled.illustrative) return true;
    tell({ kind: "screenShown", screen: "data" });
    const problem: Problem = { kind: "missing", what: `The data of ${recalled.area.name}`, reason: "notLoaded" };
    tell(failure(task, new ProblemError(problem)));
    return false;
  }

  /** Builds from what is loaded, or from the illustrative area where nothing is. */
  const build = (include: Include) =>
    run("build", async (signal) => {
      if (state.data === null) tell({ kind: "loaded", data: await services.illustrativeArea() });
      if (signal.aborted) throw new ProblemError({ kind: "cancelled", what: "scorecard" });
      return { kind: "built", receipt: await services.build(state.data!, state.year, watch, signal, include) };
    });

  const pane = {
    state: (): PaneState => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell,

    show: (screen: PaneState["screen"]) => tell({ kind: "screenShown", screen }),

    /** Adds files, a newer one in place of one of the same name, and looks into all of them. */
    addFiles: async (files: readonly PickedFile[]) => {
      if (files.length === 0) return;
      tell({ kind: "filesAdded", files });
      await pane.inspect();
    },
    removeFile: async (name: string) => {
      tell({ kind: "fileRemoved", name });
      if (state.files.length > 0) return void (await pane.inspect());
      running?.abort();
      running = null;
      tell({ kind: "stopped" });
    },
    tellPeriod: async (file: string, period: Period) => {
      tell({ kind: "periodTold", file, period });
      await pane.inspect();
    },
    inspect: () =>
      run("inspect", async (signal) => ({
        kind: "inspected",
        inspection: await services.inspect(state.files, { periods: state.periods }, watch, signal),
      })),

    /** Reads the files for the chosen area, or takes the area from the pack. */
    load: () =>
      run("load", async (signal) => {
        const { files, periods, areaCode, ownList, pack, from } = state;
        if (from === "pack" && pack !== null) return { kind: "loaded", data: await services.takeFromPack(pack, areaCode ?? "", signal) };
        return { kind: "loaded", data: await services.read(files, { periods, area: ownList ?? areaCode ?? "" }, watch, signal) };
      }),
    useIllustrativeArea: async () => {
      tell({ kind: "screenShown", screen: "build" });
      return run("load", async () => ({ kind: "loaded", data: await services.illustrativeArea() }));
    },

    /**
     * Builds from what is loaded, or from the illustrative area where nothing is loaded and nothing was built before.
     * A scorecard of real practices is never replaced by made-up ones: its files are asked for instead.
     */
    build: async () => {
      if (recalling !== null) await recalling;
      if (!ready("build")) return false;
      return build(state.include);
    },
    /** Builds what was built last anew, with the sheets that are there. Where nothing was built, it is asked what to build from. */
    refresh: async () => {
      if (recalling !== null) await recalling;
      if (!ready("build")) return false;
      if (state.data !== null) return build(firstState.include);
      tell({ kind: "screenShown", screen: "start" });
      return false;
    },

    /** Opens the page of a practice, made first where it is not there. */
    openPage: (code: string) => {
      tell({ kind: "practiceChosen", code });
      return run("practice", async (signal) => ({
        kind: "pageOpened",
        profile: await services.openPage(state.data!, state.year, code, watch, signal),
      }));
    },
    /** Opens the page of the practice in the row of the selected cell. Where no loaded practice is named there, it is asked for. */
    openSelectedPage: async () => {
      if (recalling !== null) await recalling;
      if (!ready("practice")) return false;
      const code = await pane.selectedPractice();
      tell({ kind: "practiceChosen", code: null });
      tell({ kind: "screenShown", screen: "practice" });
      return code !== null && state.data?.practices.has(code) ? pane.openPage(code) : false;
    },

    share: (request: SharingRequest) => run("share", async () => ({ kind: "shared", receipt: await services.share(request) })),
    remove: () => run("remove", async () => ({ kind: "removed", receipt: await services.remove() })),

    /** Asks the running task to stop. It ends in its own time: a sheet being written is finished or taken back first. */
    cancel: () => {
      running?.abort();
      watch({ fraction: null, detail: "Stopping" });
    },
    /**
     * Looks up, once, what was built in this workbook before, and takes up its data. Not being able to is no trouble.
     * Outside Excel there is nothing to look up.
     */
    recall: () =>
      (recalling ??= services
        .recall()
        .catch(() => null)
        .then((found) => {
          if (found !== null) tell({ kind: "recalled", ...found });
        })),
    /** Looks, once the pane is open, whether figures lie ready beside the add-in. Where there are none nothing is said. */
    findPack: async () => {
      try {
        const pack = await services.findPack();
        if (pack !== null) tell({ kind: "packFound", pack });
      } catch (error) {
        if (error instanceof ProblemError) tell({ kind: "noticed", notice: messageFor(error.problem) });
      }
    },
    usePack: () => tell({ kind: "packChosen" }),
    /** The practice code in the row of the selected cell, or null where there is none or Excel cannot say. */
    selectedPractice: () => services.selectedPractice().catch(() => null),
    /** What stands in the selected cells, or null where Excel cannot say. */
    selectedTexts: () => services.selectedTexts().catch(() => null),
    /** The address of the selected cells, or null where Excel cannot say. */
    selectedAddress: () => services.selectedAddress().catch(() => null),
    /** Puts a formula into the selected cell, and answers in a sentence what came of it. */
    insertFormula: async (formula: string): Promise<string> => {
      try {
        const { address, written } = await services.insertFormula(formula);
        return written ? `Inserted in ${address}.` : `${address} is not empty. Select an empty cell, then insert again.`;
      } catch (error) {
        const { trouble } = troubleOf("show", error);
        return `${helpFor(trouble).happened}. ${helpFor(trouble).todo}`;
      }
    },
    insertLocalData: () =>
      locally(async (data) => {
        const { name, wasThere } = await services.insertLocalData(data);
        return {
          said: wasThere ? `${name} is there already, with what was typed on it.` : `${name} was inserted: fill it in, then read it.`,
          cells: [],
        };
      }),
    /** Reads the sheet of local data, and puts its figures beside those that are loaded. */
    addLocalData: () =>
      locally(async (before) => {
        const { data, local } = await services.addLocalData(before);
        tell({ kind: "localDataRead", data });
        const cells = local.faults.map(({ cell, expected, found }) => `${cell}: found ${found}, expected ${expected}.`);
        return { said: `${counted(local.observations.length, "figure")} read, ${counted(cells.length, "cell")} refused.`, cells };
      }),
    tryAgain: () => askedLast(),
    showSheet: (id: string) =>
      run("show", async () => {
        await services.showSheet(id);
        return null;
      }),
  };
  return pane;
}

function failure(task: Task, error: unknown): PaneEvent {
  const cancelled = error instanceof ProblemError && error.problem.kind === "cancelled";
  return cancelled ? { kind: "stopped" } : troubleOf(task, error);
}

function troubleOf(task: Task, error: unknown) {
  const problem = error instanceof ProblemError ? error.problem : null;
  const details =
    problem !== null ? JSON.stringify(problem, null, 2) : String(error instanceof Error ? (error.stack ?? error.message) : error);
  return { kind: "failed", trouble: { task, problem, details } } as const;
}
