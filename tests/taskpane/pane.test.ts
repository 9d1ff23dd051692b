/** The pane's memory and its tasks, without a page: what happens when tasks overtake, stop and fail. */
import { ProblemError } from "../../src/problem";
import type { Inspection } from "../../src/reference/read";
import { illustrativeArea } from "../../src/reference/illustrative";
import { helpFor } from "../../src/taskpane/help";
import { createPane } from "../../src/taskpane/pane";
import type { PaneServices } from "../../src/taskpane/services";

const nothingFound: Inspection = { files: [], areas: [], periodsNeeded: [] };
const receipt = {
  ...{ sheets: [], practices: 33, values: 1, notShown: 0, replaced: false, milliseconds: 1 },
  ...{ leftOut: [], chartsNotDrawn: [], notesKept: 0, columnsKept: 0, textsKept: 0, changes: null },
};
const file = (name: string) => ({ name, blob: new Blob(["x"]) });

/** Services that do nothing wrong unless told otherwise. */
const services = (other: Partial<PaneServices> = {}): PaneServices => ({
  inspect: async () => nothingFound,
  read: async () => illustrativeArea(),
  illustrativeArea: async () => illustrativeArea(),
  build: async () => receipt,
  openPage: async (_data, _year, code) => ({
    page: { id: "1", name: `Practice ${code}` },
    how: "added",
    chartsNotDrawn: [],
    receipt: null,
  }),
  share: async () => ({ cells: [], noted: 0, left: [], names: [], sheets: [], dataRemoved: false }),
  remove: async () => ({ sheets: ["Scorecard"] }),
  selectedPractice: async () => null,
  explainCell: async () => null,
  showSheet: async () => undefined,
  selectedTexts: async () => [],
  selectedAddress: async () => "Sheet1!A1",
  insertFormula: async () => ({ address: "Sheet1!A1", written: true }),
  findPack: async () => null,
  packNews: () => null,
  insertLocalData: async () => ({ name: "Local data", wasThere: false }),
  addLocalData: async (data) => ({ data, local: { period: "2025-26", measures: [], observations: [], faults: [] } }),
  takeFromPack: async () => illustrativeArea(),
  insertExamples: async () => ({ name: "Worked examples", wasThere: false }),
  repair: async () => ({ cells: [], left: [] }),
  insertPicture: async () => ({ sheet: "Sheet1", atCell: true }),
  keepWishes: async () => undefined,
  isReadOnly: async () => false,
  recall: async () => ({ choices: null, data: null, notice: null }),
  ...other,
});

test("building before anything is loaded builds the illustrative area", async () => {
  const pane = createPane(services());
  expect(await pane.build()).toBe(true);
  expect(pane.state()).toMatchObject({ screen: "result", receipt: { practices: 33 }, work: null, trouble: null });
  expect(pane.state().data?.illustrative).toBe(true);
});

test("a newer inspection wins, however late the older one answers", async () => {
  const answers: ((found: Inspection) => void)[] = [];
  const pane = createPane(services({ inspect: () => new Promise((resolve) => answers.push(resolve)) }));
  const first = pane.addFiles([file("a.csv")]);
  const second = pane.addFiles([file("b.csv")]);
  const area = { code: "07G", name: "Thurrock", kind: "subIcb", practices: 33, years: [] } as const;
  answers[1]!({ ...nothingFound, areas: [area] });
  await second;
  answers[0]!(nothingFound);
  await first;
  expect(pane.state().inspection?.areas).toEqual([area]);
  expect(pane.state().areaCode).toBe("07G");
});

test("cancelling ends the work without an error, and what was loaded stays", async () => {
  const build: PaneServices["build"] = (_data, _year, _watch, signal) =>
    new Promise((_, reject) => signal.addEventListener("abort", () => reject(new ProblemError({ kind: "cancelled", what: "scorecard" }))));
  const pane = createPane(services({ build }));
  await pane.useIllustrativeArea();
  const building = pane.build();
  expect(pane.state().work?.task).toBe("build");
  pane.cancel();
  expect(await building).toBe(false);
  expect(pane.state()).toMatchObject({ work: null, trouble: null, receipt: null });
  expect(pane.state().data).not.toBeNull();
});

test("a build that could not be stopped in time says that it was made", async () => {
  const pane = createPane(
    services({
      build: (_data, _year, _watch, signal) => new Promise((resolve) => signal.addEventListener("abort", () => resolve(receipt))),
    }),
  );
  await pane.useIllustrativeArea();
  const building = pane.build();
  pane.cancel();
  expect(await building).toBe(true);
  expect(pane.state().screen).toBe("result");
});

test("Try again asks for the same again, and the trouble goes", async () => {
  let refusals = 1;
  const build: PaneServices["build"] = async () => {
    if (refusals-- > 0) throw new ProblemError({ kind: "host", code: "InvalidOperationInCellEditMode", nothingChanged: true, detail: "" });
    return receipt;
  };
  const pane = createPane(services({ build }));
  expect(await pane.build()).toBe(false);
  expect(pane.state().trouble).toMatchObject({ task: "build", problem: { kind: "host" } });
  expect(await pane.tryAgain()).toBe(true);
  expect(pane.state()).toMatchObject({ trouble: null, screen: "result" });
});

test("a fault of ours keeps its details to be copied", async () => {
  const pane = createPane(services({ build: async () => Promise.reject(new TypeError("x is not a function")) }));
  await pane.build();
  expect(pane.state().trouble?.problem).toBeNull();
  expect(pane.state().trouble?.details).toContain("x is not a function");
});

test("the area built last in this workbook is chosen again when the files know it", async () => {
  const area = { code: "07G", name: "Thurrock" };
  const choices = [
    { ...area, kind: "subIcb", practices: 33, years: [] },
    { code: "99X", name: "Elsewhere", kind: "subIcb", practices: 9, years: [] },
  ] as const;
  const pane = createPane(
    services({
      recall: async () => ({ choices: { area, illustrative: false, files: ["a.csv"] }, data: null, notice: null }),
      inspect: async () => ({ ...nothingFound, areas: choices }),
    }),
  );
  await pane.recall();
  await pane.addFiles([file("b.csv")]);
  expect(pane.state().areaCode).toBe("07G");
});

test("data kept in the workbook is taken up again, and building builds it", async () => {
  const data = { ...illustrativeArea(), area: { code: "07G", name: "Thurrock" }, illustrative: false };
  const choices = { area: data.area, illustrative: false, files: ["a.csv"] };
  const built: string[] = [];
  const pane = createPane(
    services({ recall: async () => ({ choices, data, notice: null }), build: async ({ area }) => (built.push(area.name), receipt) }),
  );
  await pane.recall();
  await pane.build();
  expect(built).toEqual(["Thurrock"]);
});

test("a scorecard of real practices is never replaced by made-up ones: its files are asked for", async () => {
  const choices = { area: { code: "07G", name: "Thurrock" }, illustrative: false, files: ["a.csv"] };
  const pane = createPane(services({ recall: async () => ({ choices, data: null, notice: null }) }));
  await pane.recall();
  expect(await pane.build()).toBe(false);
  expect(pane.state()).toMatchObject({ screen: "data", data: null, receipt: null, trouble: { problem: { kind: "missing" } } });
});

describe("refreshing", () => {
  const area = { code: "07G", name: "Thurrock" };

  test("builds from what the workbook carries, for the year chosen then, and asks for no further sheets", async () => {
    const data = { ...illustrativeArea(), area, illustrative: false };
    const built: unknown[] = [];
    const pane = createPane(
      services({
        recall: async () => ({ choices: { area, illustrative: false, files: [], year: "2022-23" }, data, notice: null }),
        build: async ({ area: { name } }, { year }, _watch, _signal, include) => (built.push([name, year, include]), receipt),
      }),
    );
    await pane.recall();
    pane.tell({ kind: "includeChosen", include: { practicePages: true } });
    expect(await pane.refresh()).toBe(true);
    expect(built).toEqual([["Thurrock", "2022-23", { practicePages: false, funnels: false, underDoctoring: false }]]);
  });

  test("where nothing was built asks what to build from, and builds nothing", async () => {
    const built: string[] = [];
    const pane = createPane(services({ build: async () => (built.push("built"), receipt) }));
    await pane.recall();
    expect(await pane.refresh()).toBe(false);
    expect(pane.state().screen).toBe("start");
    expect(built).toEqual([]);
  });
});

describe("the practice of the selected row", () => {
  const opened: string[] = [];
  const paneOf = (selected: string | null) =>
    createPane(
      services({
        selectedPractice: async () => selected,
        openPage: async (_data, _year, code) => {
          opened.push(code);
          return { page: { id: "1", name: `Practice ${code}` }, how: "added", chartsNotDrawn: [], receipt: null };
        },
      }),
    );

  test("has its page opened, and the pane shows that practice", async () => {
    const pane = paneOf("X00003");
    await pane.useIllustrativeArea();
    expect(await pane.openSelectedPage()).toBe(true);
    expect(opened.splice(0)).toEqual(["X00003"]);
    expect(pane.state()).toMatchObject({ screen: "practice", practiceCode: "X00003", profile: { how: "added" } });
  });

  test.each([["Z99999"], [null]])("when it is %s, it is asked for and nothing is made", async (code) => {
    const pane = paneOf(code);
    await pane.useIllustrativeArea();
    expect(await pane.openSelectedPage()).toBe(false);
    expect(opened).toEqual([]);
    expect(pane.state()).toMatchObject({ screen: "practice", practiceCode: null });
  });
});

test("a scorecard that was removed is forgotten, and what went is said", async () => {
  const pane = createPane(services());
  await pane.build();
  expect(await pane.remove()).toBe(true);
  expect(pane.state()).toMatchObject({ screen: "start", receipt: null, recalled: null, notice: "Removed from this workbook: Scorecard." });
});

test("a refusal while preparing for sharing says that the workbook is as it was", async () => {
  const refused = new ProblemError({ kind: "host", code: "AccessDenied", nothingChanged: true, detail: "" });
  const pane = createPane(services({ share: async () => Promise.reject(refused) }));
  expect(await pane.share({ ownSheets: false })).toBe(false);
  expect(helpFor(pane.state().trouble!).meaning).toBe("The workbook is as it was before.");
});

test("nothing is changed in a state that was handed out", async () => {
  const pane = createPane(services());
  const before = pane.state();
  const copy = structuredClone({ ...before, files: [...before.files] });
  await pane.addFiles([file("a.csv")]);
  expect(before).toEqual(copy);
});

describe("figures ready beside the add-in", () => {
  const packed = { file: "", bytes: 0, sha256: "" };
  const pack = {
    format: "gp-scorecard pack",
    version: 1,
    made: "2026-11-22",
    periods: ["2022-23"],
    england: packed,
    areas: [{ ...packed, code: "07G", name: "Thurrock", practices: 33 }],
  } as const;

  test("are offered, and one area is taken from them without any file", async () => {
    const taken: string[] = [];
    const pane = createPane(
      services({ findPack: async () => pack, takeFromPack: async (_, code) => (taken.push(code), illustrativeArea()) }),
    );
    await pane.findPack();
    pane.usePack();
    expect(pane.state()).toMatchObject({ screen: "area", from: "pack" });
    pane.tell({ kind: "areaChosen", code: "07G" });
    expect(await pane.load()).toBe(true);
    expect(taken).toEqual(["07G"]);
  });

  test("that are older than some seen here before are offered with that said", async () => {
    const pane = createPane(services({ findPack: async () => pack, packNews: () => ({ kind: "older", newest: "2026-12-01" }) }));
    await pane.findPack();
    expect(pane.state()).toMatchObject({ pack: { made: "2026-11-22" }, packNews: { kind: "older", newest: "2026-12-01" } });
  });

  test("give way to files as soon as files are asked for", async () => {
    const pane = createPane(services({ findPack: async () => pack }));
    await pane.findPack();
    pane.usePack();
    pane.show("data");
    expect(pane.state().from).toBe("files");
  });

  test("that are not in order are told of, and are no reason not to start", async () => {
    const findPack = () => Promise.reject(new ProblemError({ kind: "unreadable", file: "The pack", reason: "it is a web page" }));
    const pane = createPane(services({ findPack }));
    await pane.findPack();
    expect(pane.state()).toMatchObject({ screen: "start", pack: null, notice: "The pack could not be read: it is a web page." });
  });
});

describe("local data", () => {
  test("are read beside what is loaded, and the cells that cannot be used are named", async () => {
    const fault = { cell: "C7", row: 7, column: "Referrals to LTC clinics", expected: "a whole number, 0 or more", found: "many" };
    const both = { ...illustrativeArea(), area: { code: "X", name: "with local data" } };
    const local = { period: "2025-26", measures: [], observations: [], faults: [fault] };
    const pane = createPane(services({ addLocalData: async () => ({ data: both, local }) }));
    await pane.useIllustrativeArea();
    expect(await pane.addLocalData()).toEqual({
      said: "0 figures read, 1 cell refused.",
      cells: ["C7: found many, expected a whole number, 0 or more."],
    });
    expect(pane.state().data).toBe(both);
  });

  test("say what to do first where there is no area, or no sheet", async () => {
    const problem = { kind: "missing", what: "The sheet Local data", reason: "notLoaded" } as const;
    const pane = createPane(services({ addLocalData: () => Promise.reject(new ProblemError(problem)) }));
    expect((await pane.insertLocalData()).said).toBe("Load an area first.");
    await pane.useIllustrativeArea();
    expect((await pane.addLocalData()).said).toBe("There is no sheet Local data in this workbook yet. Insert it first.");
  });
});
