/** Hostile text in whatever the pane shows, screen by screen, and in a specification's own words on the sheets: it stays text. */
import { JSDOM } from "jsdom";
import { createElement, type ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { FileReport, ReferenceData } from "../../src/reference/model";
import { buildScorecard } from "../../src/scorecard/build";
import type { ScorecardSpec } from "../../src/scorecard/spec";
import { layOutWorkbook } from "../../src/sheet/layout";
import { firstState, type PaneState } from "../../src/taskpane/state";
import { Area } from "../../src/taskpane/screens/Area";
import { Build } from "../../src/taskpane/screens/Build";
import { Data } from "../../src/taskpane/screens/Data";
import { Practice } from "../../src/taskpane/screens/Practice";
import { Start } from "../../src/taskpane/screens/Start";
import { writeWorkbook } from "../../src/xlsx/writeWorkbook";
import { readXlsx } from "../support/readXlsx";
import { everyHostile } from "./hostile";
import { smallArea, smallSpec } from "./smallArea";
import { Dice, Findings, record, whole } from "./torture";

const texts = everyHostile.map(([, text]) => text);
const short = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
let shown = 0;
let [screens, specs] = [0, 0];
afterAll(() =>
  record("hostile-text-in-the-pane", {
    strings: texts.length,
    "screens of the pane": screens,
    "strings × screens": shown,
    "specifications into a file": specs,
  }),
);

const report = (text: string): FileReport => ({
  ...{ file: text, publication: "qof-prevalence", period: null, rowsRead: 2, rowsUsed: 1, rowsOutsideArea: 0 },
  ...{ rowsRefused: [{ line: 2, column: text, expected: "a number", found: text }], remarks: [`Remark: ${text}`] },
});

function dataWith(text: string): ReferenceData {
  const data = smallArea();
  return {
    ...data,
    area: { ...data.area, name: text },
    practices: new Map([...data.practices].map(([code, each]) => [code, { ...each, name: text, pcnName: text }])),
    files: [report(text)],
  };
}

/** The pane with this text wherever a file, a server, a workbook or a person may have put it. */
const stateWith = (text: string): PaneState => ({
  ...firstState,
  files: [{ name: text, blob: new Blob() }],
  inspection: {
    files: [report(text)],
    areas: [{ code: "07G", name: text, kind: "subIcb", practices: 3, years: ["2022-23"] }],
    periodsNeeded: [{ file: text, publication: text }],
  },
  areaCode: "07G",
  groups: [{ name: text, practiceCodes: ["X00001"] }],
  data: dataWith(text),
  notice: text,
  trouble: { task: "load", problem: { kind: "unreadable", file: text, reason: text }, details: text },
  practiceCode: "X00001",
  welcomed: true,
});

const pane = new Proxy({}, { get: () => () => undefined });
const places: readonly (readonly [string, ComponentType<never>])[] = [
  ["Start", Start as ComponentType<never>],
  ["Data", Data as ComponentType<never>],
  ["Area", Area as ComponentType<never>],
  ["Build", Build as ComponentType<never>],
  ["Practice", Practice as ComponentType<never>],
];

it.each(places)("%s: no element, attribute or address comes of a text", (_, screen) => {
  const findings = new Findings();
  screens++;
  const shape = (text: string): string => {
    const { document } = new JSDOM(renderToStaticMarkup(createElement(screen, { pane, state: stateWith(text) } as never)))
      .window as unknown as Window;
    const elements = [...document.body.querySelectorAll("*")];
    // Ids are counted on; nothing else of an element may differ but its text and what is read aloud.
    return elements.map((each) => `${each.tagName} ${[...each.attributes].map(({ name }) => name).join(" ")}`).join("\n");
  };
  const usual = shape("harmless");
  expect(usual.length).toBeGreaterThan(200);
  for (const text of whole ? texts : new Dice("pane", _).some(texts, 0.03)) {
    shown++;
    if (shape(text) !== usual) findings.note(short(text), "other elements than for a harmless text");
  }
  expect(findings.found).toEqual([]);
});

it("a specification's name and headings, and the area it is for, in the .xlsx: text, and no formula that was not there", async () => {
  const findings = new Findings();
  const formulasOf = async (text: string): Promise<Set<string>> => {
    const spec: ScorecardSpec = { ...smallSpec, name: text, groups: smallSpec.groups.map((group) => ({ ...group, heading: text })) };
    const plan = layOutWorkbook(buildScorecard(smallArea(), { spec, builtOn: "2026-11-22" }));
    const { sheets } = await readXlsx(await writeWorkbook(plan));
    const cells = sheets.flatMap((sheet) => [...sheet.cells.values()]);
    return new Set(cells.map(({ formula }) => formula.replace(/\$?[A-Z]{1,3}\$?\d+/g, "REF").replace(/"[^"]*"/g, '""')));
  };
  const usual = new Set([...(await formulasOf("harmless")), ...(await formulasOf("x".repeat(60)))]);
  for (const text of whole ? texts : new Dice("spec words").some(texts, 0.005)) {
    specs++;
    const found = await formulasOf(text).catch((error: unknown) => error as Error);
    if (found instanceof Error) findings.note(short(text), found.message.slice(0, 200));
    else for (const formula of found) if (!usual.has(formula)) findings.note(short(text), formula.slice(0, 200));
  }
  expect(findings.found).toEqual([]);
});
