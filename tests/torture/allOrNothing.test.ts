/**
 * All or nothing. Every action, every request that it sends, every way in which Excel lets one down: afterwards the workbook is complete or
 * byte for byte as before, what a person typed is there, what is said is true, and trying again succeeds.
 */
import { createProfile } from "../../src/actions/createProfile";
import { createScorecard } from "../../src/actions/createScorecard";
import { insertExamples } from "../../src/actions/insertExamples";
import { keepData } from "../../src/actions/keepData";
import { addLocalData, insertLocalData } from "../../src/actions/localData";
import { prepareForSharing } from "../../src/actions/prepareForSharing";
import { removeScorecard } from "../../src/actions/removeScorecard";
import { rememberChoices } from "../../src/excel/choices";
import { insertFormula } from "../../src/excel/selection";
import { isHousekeeping } from "../../src/host/faults";
import { ProblemError } from "../../src/problem";
import { columnName } from "../../src/sheet/a1";
import { openExcel, type OpenExcel } from "../support/host";
import { officersWorkbook, type, valuesOf } from "../support/workbooks";
import { smallArea, smallRequest } from "./smallArea";
import { Dice, Findings, record, whole } from "./torture";
import { cellTexts, difference, sheetsIn, stateOf, withoutIds } from "./workbookState";

const data = smallArea();
const note = "Ring Dr Patel about the nurse";
const comment = "We lost our nurse in May";
const own = ["see minutes", "=not a formula"];
const withPage = { ...smallRequest, sheets: { practicePages: ["X00002"] } };

interface Action {
  readonly on: () => Promise<OpenExcel>;
  readonly run: () => Promise<unknown>;
  /** What a person typed and must find again, whichever way it ends. */
  readonly typed: readonly string[];
  /** What is not one document: a value in the settings, data that no sheet shows. It may tell Excel's own error. */
  readonly behindTheSheets?: true;
}

async function withScorecard(): Promise<OpenExcel> {
  const excel = await officersWorkbook();
  await createScorecard(data, withPage);
  const card = await valuesOf(excel, "Scorecard");
  const column = card.find((row) => row.includes("notes"))!.indexOf("notes");
  await type(excel, "Scorecard", { [`${columnName(column)}${card.findIndex(([code]) => code === "X00002") + 1}`]: note });
  const page = await valuesOf(excel, "Practice X00002");
  await type(excel, "Practice X00002", { [`A${page.findIndex(([text]) => text === "The practice’s comment") + 2}`]: comment });
  return excel;
}

async function withLocalData(): Promise<OpenExcel> {
  const excel = await officersWorkbook();
  await insertLocalData(data);
  return excel;
}

const kept = [...own, note, comment];
const actions: Readonly<Record<string, Action>> = {
  "create scorecard": { on: officersWorkbook, run: () => createScorecard(data, withPage), typed: own },
  refresh: { on: withScorecard, run: () => createScorecard(smallArea(4), smallRequest), typed: kept },
  "refresh without the practice": { on: withScorecard, run: () => createScorecard(without("X00002"), smallRequest), typed: kept },
  "practice page": { on: withScorecard, run: () => createProfile(data, "X00003", smallRequest), typed: kept },
  "worked examples": { on: officersWorkbook, run: () => insertExamples(null), typed: own },
  "local data": { on: officersWorkbook, run: () => insertLocalData(data), typed: own },
  "read local data": { on: withLocalData, run: () => addLocalData(data), typed: own },
  "prepare for sharing": { on: withScorecard, run: () => prepareForSharing({ ownSheets: true }), typed: kept },
  "remove scorecard": { on: withScorecard, run: () => removeScorecard(), typed: own },
  "insert formula": { on: officersWorkbook, run: () => insertFormula("=1+1"), typed: own },
  "keep data": { on: withScorecard, run: () => keepData(data, new Date(2026, 10, 22)), typed: kept, behindTheSheets: true },
  "remember choices": {
    on: withScorecard,
    run: () => rememberChoices({ area: data.area, illustrative: true, files: [] }),
    typed: kept,
    behindTheSheets: true,
  },
};

function without(code: string) {
  const four = smallArea(4);
  return {
    ...four,
    practices: new Map([...four.practices].filter(([each]) => each !== code)),
    observations: four.observations.filter(({ practiceCode }) => practiceCode !== code),
  };
}

/** A trouble befalls one request: `act` before it is sent. */
interface Trouble {
  readonly act: (excel: OpenExcel, request: number, actions: number) => void;
  /** Nothing can be asked of Excel any more until the person tries again. */
  readonly forGood?: true;
  /** A person's own doing, between two requests: the workbook is compared with what they made of it. */
  readonly person?: (excel: OpenExcel) => void;
  /** What the person does before trying again. */
  readonly mend?: (excel: OpenExcel) => void;
}

const refused =
  (code: string, more: (actions: number) => { afterActions?: number; answerLost?: true } = () => ({})): Trouble["act"] =>
  (excel, request, actions) =>
    excel.host.faults.fail({ request, code, ...more(actions) });

const idOf = (excel: OpenExcel, name: string) => excel.host.model.getters.getSheetIdByName(name);
const dispatch = (excel: OpenExcel, type: string, payload: object) => void excel.host.model.dispatch(type as never, payload as never);
const extra = (excel: OpenExcel, key: string, value: unknown) => dispatch(excel, "HOST_SET_EXTRA", { key, value });
const nothing = () => {};

const troubles: Readonly<Record<string, Trouble>> = {
  "refused at once": { act: refused("GeneralException") },
  "refused half-way": { act: refused("AccessDenied", (actions) => ({ afterActions: Math.floor(actions / 2) })) },
  "refused near its end": { act: refused("GeneralException", (actions) => ({ afterActions: actions - 1 })) },
  "connection cut before it": { act: refused("ConnectionFailure") },
  "connection cut after it": { act: refused("ConnectionFailure", () => ({ answerLost: true })) },
  "larger than Excel takes": { act: refused("RequestPayloadSizeLimitExceeded") },
  "answer larger than Excel gives": { act: refused("ResponsePayloadSizeLimitExceeded", () => ({ answerLost: true })) },
  "a cell is edited, for a moment": { act: refused("InvalidOperationInCellEditMode") },
  "a cell is edited, and Excel waits": { act: nothing },
  "Excel stalls": { act: nothing },
  "Excel answers no more": {
    act: (excel, request) => {
      for (let n = 0; n < 12; n++) excel.host.faults.fail({ request: request + n, code: "ConnectionFailure" });
    },
    forGood: true,
  },
  "the runtime is started anew": { act: nothing, forGood: true },
  "a person protects the scorecard": {
    act: nothing,
    person: (excel) => ["Scorecard", "Data"].forEach((name) => idOf(excel, name) && extra(excel, `protection|${idOf(excel, name)}`, {})),
    mend: (excel) =>
      ["Scorecard", "Data"].forEach((name) => idOf(excel, name) && extra(excel, `protection|${idOf(excel, name)}`, undefined)),
  },
  "a person protects the workbook": {
    act: nothing,
    person: (excel) => extra(excel, "workbookProtection", { password: null }),
    mend: (excel) => extra(excel, "workbookProtection", undefined),
  },
  "a person deletes a sheet": {
    act: nothing,
    person: (excel) => dispatch(excel, "DELETE_SHEET", { sheetId: idOf(excel, "Methods"), sheetName: "Methods" }),
  },
  "a person renames a sheet": {
    act: nothing,
    person: (excel) => dispatch(excel, "RENAME_SHEET", { sheetId: idOf(excel, "Scorecard"), oldName: "Scorecard", newName: "June card" }),
  },
  "a person types a note": {
    act: nothing,
    person: (excel) => {
      const sheetId = idOf(excel, "Scorecard");
      const at = sheetId === undefined ? undefined : noteCell(excel, sheetId, "X00003");
      if (at) dispatch(excel, "UPDATE_CELL", { ...at, content: late });
    },
  },
};
const late = "Typed while it was being built";

function noteCell(excel: OpenExcel, sheetId: string, practice: string) {
  const { getters } = excel.host.model;
  const text = (col: number, row: number) => String(getters.getEvaluatedCell({ sheetId, col, row }).value ?? "");
  for (let head = 0; head < 30; head++)
    for (let col = 0; col < 40; col++)
      if (text(col, head) === "notes") for (let row = head; row < 40; row++) if (text(0, row) === practice) return { sheetId, col, row };
  return undefined;
}

/** Requests that an action sends, with the number of actions in each, asked of an undisturbed run. */
async function undisturbed(state: object, action: Action) {
  const excel = await openExcel({ data: copy(state) });
  const before = stateOf(excel.host);
  const requests: number[] = [];
  excel.host.onRoundTrip((_, body) => void (isHousekeeping(body) || requests.push(body.Actions.length)));
  await action.run();
  await letGo();
  return { before, requests, complete: withoutIds(stateOf(excel.host)) };
}

const copy = (state: object): object => JSON.parse(JSON.stringify(state)) as object;
/** The client hands its references back in a request of its own. */
const letGo = () => new Promise((resolve) => setTimeout(resolve, 15));

/** Carries out something just before the n-th request, when the one before it has been answered. */
function before(excel: OpenExcel, request: number, act: () => void): void {
  if (request === 1) return act();
  let seen = 0;
  excel.host.onRoundTrip((_, body) => {
    if (!isHousekeeping(body) && ++seen === request - 1) act();
  });
}

interface Outcome {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: unknown;
}

async function attempt(run: () => Promise<unknown>): Promise<Outcome> {
  return run().then(
    (value) => ({ ok: true, value }),
    (error: unknown) => ({ ok: false, error }),
  );
}

const chartsMissing = (value: unknown) => ((value as { chartsNotDrawn?: readonly string[] } | undefined)?.chartsNotDrawn?.length ?? 0) > 0;

let tried = 0;
let requestsSeen = 0;
let failed = 0;
const ended = { complete: 0, "as before": 0, "cleared up by trying again": 0 };
/** To look into one: TORTURE_ONLY="refresh, request 4.*half-way". */
const only = process.env["TORTURE_ONLY"] === undefined ? null : new RegExp(process.env["TORTURE_ONLY"]);
/** In a share of the whole, one combination in so many. */
const share = Number(process.env["TORTURE_SHARE"] ?? (whole ? 1 : 0.01));

it.each(Object.entries(actions))("%s: complete or byte for byte as before, whatever befalls whichever request", async (name, action) => {
  const findings = new Findings();
  const dice = new Dice("all or nothing", name);
  const start = await action.on();
  await letGo();
  const state = start.host.exportState();
  const { before: untouched, requests, complete } = await undisturbed(state, action);
  requestsSeen += requests.length;

  for (const [kind, trouble] of Object.entries(troubles))
    for (let request = 1; request <= requests.length; request++) {
      if (!dice.chance(share)) continue;
      if (only !== null && !only.test(`${name}, request ${request} of ${requests.length}, ${kind}`)) continue;
      const where = `${name}, request ${request} of ${requests.length}, ${kind}`;
      tried++;
      let excel = await openExcel({ data: copy(state) });
      const { faults } = excel.host;
      let expected = untouched;
      trouble.act(excel, request, requests[request - 1]!);
      if (trouble.person)
        before(excel, request, () => {
          trouble.person!(excel);
          expected = "";
        });
      if (kind === "Excel stalls") before(excel, request, () => (faults.stall(), void setTimeout(() => faults.resume(), 20)));
      if (kind === "a cell is edited, and Excel waits")
        before(excel, request, () => ((faults.editMode = true), void setTimeout(() => (faults.editMode = false), 20)));
      let cut = false;
      const restarted = new Promise<void>((resolve) => {
        if (kind === "the runtime is started anew")
          before(excel, request, () => {
            cut = true;
            faults.stall();
            setTimeout(resolve, 20);
          });
      });
      if (trouble.person && request === 1) expected = stateOf(excel.host);

      const outcome = await Promise.race<Outcome>([attempt(action.run), restarted.then(() => ({ ok: false, error: "restarted" }))]);
      if (!cut) await letGo();
      faults.clear();
      const after = stateOf(excel.host);

      const typed = [...action.typed, ...(kind === "a person types a note" && after.includes(late) ? [late] : [])];
      const missing = (state: string) => typed.filter((text) => !cellTexts(state).some((cell) => cell.includes(text)));
      if (missing(after).length > 0) findings.note(where, `lost ${missing(after).join(", ")}`);

      if (outcome.ok) {
        ended.complete++;
        const partly = trouble.person !== undefined || chartsMissing(outcome.value);
        if (!partly && withoutIds(after) !== complete) findings.note(where, `complete, but ${difference(withoutIds(after), complete)}`);
      } else if (outcome.error !== "restarted") {
        const { error } = outcome;
        const problem = error instanceof ProblemError ? error.problem : null;
        if (problem?.kind !== "host" && !action.behindTheSheets) findings.note(where, `says ${String(error)}`);
        const same = expected === "" ? null : after === expected;
        if (problem?.kind === "host") {
          if (problem.nothingChanged && same === false) findings.note(where, `says unchanged, but ${difference(after, expected)}`);
          if (!problem.nothingChanged && !trouble.forGood) findings.note(where, `half-way${same ? ", but nothing had changed" : ""}`);
        } else if (same === false && !trouble.forGood) findings.note(where, `half-way: ${difference(after, expected)}`);
        ended[same === false ? "cleared up by trying again" : "as before"]++;
      } else ended["cleared up by trying again"]++;

      if (cut) excel = await openExcel({ data: JSON.parse(JSON.stringify(excel.host.exportState())) as object });
      trouble.mend?.(excel);
      const again = await attempt(action.run);
      await letGo();
      const end = stateOf(excel.host);
      if (!again.ok) findings.note(where, `trying again says ${String(again.error)}`);
      else {
        if (missing(end).length > 0) findings.note(where, `lost by trying again: ${missing(end).join(", ")}`);
        const leftovers = sheetsIn(end).filter((sheet) => /being built|\(3\)/.test(sheet.name));
        if (leftovers.length > 0) findings.note(where, `leaves ${leftovers.map((sheet) => sheet.name).join(", ")}`);
        const comparable = !trouble.person && !outcome.ok;
        if (comparable && withoutIds(end) !== complete) findings.note(where, `tried again, ${difference(withoutIds(end), complete)}`);
      }
    }
  failed += findings.found.length;
  expect(findings.found).toEqual([]);
});

afterAll(() => {
  record("all-or-nothing", {
    actions: Object.keys(actions).length,
    requests: requestsSeen,
    faults: Object.keys(troubles).length,
    combinations: tried,
    ...ended,
    failed,
  });
});
