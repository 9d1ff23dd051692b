import type { SharingRequest } from "../actions/prepareForSharing";
import { messageFor } from "../messages";
import { ProblemError, type Problem } from "../problem";
import type { Period } from "../reference/model";
import { createAnswers } from "./answers";
import { failure } from "./failure";
import type { PaneServices, Watch } from "./services";
import { afterEvent, firstState, type Include, type PaneEvent, type PaneState, type PickedFile, type Task } from "./state";
import { words } from "./words";

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
      const why = await told(error);
      if (running === own) tell(failure(task, why));
      return false;
    }
  }

  /** Excel says of a workbook for reading only what it says of a protected one; a person does something else about it. */
  async function told(error: unknown): Promise<unknown> {
    if (!(error instanceof ProblemError) || error.problem.kind !== "host" || error.problem.code !== "AccessDenied") return error;
    const readOnly = await services.isReadOnly().catch(() => false);
    return readOnly ? new ProblemError({ ...error.problem, code: "ReadOnly" }) : error;
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
      return { kind: "built", receipt: await services.build(state.data!, state, watch, signal, include) };
    });

  const answers = createAnswers(services, () => state, tell);

  const pane = {
    ...answers,
    state: (): PaneState => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell,

    /** Says what nobody was ready for. */
    fail: (error: unknown) => tell(failure("show", error)),

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
        profile: await services.openPage(state.data!, state, code, watch, signal),
      }));
    },
    /** Opens the page of the practice in the row of the selected cell. Where no loaded practice is named there, it is asked for. */
    openSelectedPage: async () => {
      if (recalling !== null) await recalling;
      if (!ready("practice")) return false;
      const code = await answers.selectedPractice();
      tell({ kind: "practiceChosen", code: null });
      tell({ kind: "screenShown", screen: "practice" });
      return code !== null && state.data?.practices.has(code) ? pane.openPage(code) : false;
    },

    share: (request: SharingRequest) => run("share", async () => ({ kind: "shared", receipt: await services.share(request) })),
    remove: () => run("remove", async () => ({ kind: "removed", receipt: await services.remove() })),

    /** Asks the running task to stop. It ends in its own time: a sheet being written is finished or taken back first. */
    cancel: () => {
      running?.abort();
      watch({ fraction: null, detail: words.working.stopping });
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
    /** Inserts the template for local data, for the area that is loaded; where none is, it is asked for. */
    openLocalData: async () => {
      if (recalling !== null) await recalling;
      if (state.data === null) {
        if (ready("local")) tell({ kind: "screenShown", screen: "start" });
        return false;
      }
      const { data } = state;
      return run("local", async () => {
        const { name, wasThere } = await services.insertLocalData(data);
        return { kind: "noticed", notice: wasThere ? words.local.there(name) : words.local.inserted(name) };
      });
    },

    /** Looks, once the pane is open, whether figures lie ready beside the add-in. Where there are none nothing is said. */
    findPack: async () => {
      try {
        const pack = await services.findPack();
        if (pack !== null) tell({ kind: "packFound", pack, news: services.packNews(pack) });
      } catch (error) {
        if (error instanceof ProblemError) tell({ kind: "noticed", notice: messageFor(error.problem) });
      }
    },
    usePack: () => tell({ kind: "packChosen" }),
    tryAgain: () => askedLast(),
    showSheet: (id: string) =>
      run("show", async () => {
        await services.showSheet(id);
        return null;
      }),
  };
  return pane;
}
