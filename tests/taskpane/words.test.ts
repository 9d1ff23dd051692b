/** What the pane says: in one folder, ready to be translated, and in words that a twelve-year-old reads. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import ts from "typescript";
import { words } from "../../src/taskpane/words";
import { where } from "../../src/taskpane/words/publications";
import { refusals, trouble } from "../../src/taskpane/words/trouble";

interface Said {
  readonly at: string;
  readonly text: string;
}

/** Sentences with figures or names in them are left out: what a name does to a sentence is not ours. */
function said(value: unknown, at = ""): readonly Said[] {
  if (typeof value === "string") return [{ at, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => said(inner, at === "" ? key : `${at}.${key}`));
}

/** Shorter ones are labels, and no measure is meant for labels. */
const LONG_ENOUGH = 8;

const sentences = said({ ...words, refusals, trouble, where }).flatMap(({ at, text }) =>
  text
    .split(/(?<=[.?!])\s+/)
    .filter((sentence) => sentence.split(/\s+/).length >= LONG_ENOUGH)
    .map((sentence) => ({ at, text: sentence })),
);

/** The school year, as in the United States, in which it is read: Kincaid and others 1975, Naval Technical Training Command report 8-75. */
function grade(texts: readonly Said[]): number {
  const found = texts.flatMap(({ text }) => text.match(/[\p{L}’']+/gu) ?? []);
  const syllables = found.reduce((sum, word) => sum + syllable(word), 0);
  return fleschKincaid({ sentence: texts.length, word: found.length, syllable: syllables });
}

/** Children in the seventh grade are twelve. */
const TWELVE = 7;
/** One sentence alone may be harder, as the measure swings with each long word. */
const ALONE = 10;

/** Words that others have chosen: a method's, a licence's, a publisher's. */
const GIVEN = new Set([
  "preset.methods.funnel",
  "preset.methods.fingertips",
  "about.dataBefore",
  "about.dataAfter",
  "about.methodText",
  "charts.spine",
  "where.gp-workforce.steps",
  "where.fingertips.gives",
  "where.fingertips.steps",
  "where.appointments.steps",
]);

test("the measure is the published one: its authors' formula on a sentence that can be counted by hand", () => {
  // "The cat sat on the mat": 6 words, 6 syllables, 1 sentence. 0.39 x 6 + 11.8 x 1 - 15.59 = -1.45
  expect(grade([{ at: "", text: "The cat sat on the mat" }])).toBeCloseTo(-1.45, 6);
});

test("all in all the pane reads as for a twelve-year-old", () => {
  expect(sentences.length).toBeGreaterThan(60);
  expect(grade(sentences)).toBeLessThanOrEqual(TWELVE);
});

test("no sentence of ours is much harder", () => {
  const hard = sentences.filter((sentence) => !GIVEN.has(sentence.at) && grade([sentence]) > ALONE);
  expect(hard).toEqual([]);
});

test("what is listed as given by others is there", () => {
  const places = new Set(said({ ...words, where }).map(({ at }) => at));
  expect([...GIVEN].filter((at) => !places.has(at))).toEqual([]);
});

describe("no screen or component says anything of its own", () => {
  const PANE = join(__dirname, "../../src/taskpane");
  /** Attributes that a person reads or hears. */
  const READ = new Set(["aria-label", "aria-description", "aria-roledescription", "alt", "title", "label", "placeholder", "lead", "hint"]);
  const files = [
    "App.tsx",
    ...["screens", "components"].flatMap((folder) => readdirSync(join(PANE, folder)).map((name) => `${folder}/${name}`)),
  ];

  /** Text between tags, and in attributes that are read out, with a letter in it. */
  function ownWords(file: string): readonly string[] {
    const tree = ts.createSourceFile(file, readFileSync(join(PANE, file), "utf8"), ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(node.text.trim());
      if (ts.isJsxAttribute(node) && READ.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer))
        found.push(node.initializer.text);
      if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression) && /\p{L}{2}/u.test(node.expression.text))
        if (!ts.isJsxAttribute(node.parent)) found.push(node.expression.text);
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  }

  test.each(files.filter((name) => name.endsWith(".tsx")))("%s", (file) => {
    expect(ownWords(file)).toEqual([]);
  });
});
