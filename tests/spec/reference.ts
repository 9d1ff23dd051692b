import { readFileSync } from "node:fs";
import { join } from "node:path";
import { workedExamples } from "../../src/functions/examples";
import { type Declared, returnsOf } from "./metadata";
import { pages } from "./pages";

/** The order in which an officer would look for them. */
const chapters: readonly (readonly [title: string, ids: readonly string[]])[] = [
  ["The three that the add-in is known for", ["PATIENTS_PER_GP", "LTC_SCORE", "VARIATION_Z"]],
  ["Workforce and quality", ["GP_GAP", "ACHIEVEMENT", "QOF_POINTS", "CASE_FINDING", "CASE_FINDING_GAP", "OPPORTUNITY"]],
  ["Is the difference real?", ["BAND", "WILSON_LOWER", "WILSON_UPPER", "BYARS_LOWER", "BYARS_UPPER", "FUNNEL_LOWER", "FUNNEL_UPPER"]],
  ["Between practices and over time", ["OVERDISPERSION", "SHRINK", "QUANTILE_BAND", "XMR_LIMITS"]],
  ["Allowing for age and sex", ["EXPECTED", "ISR", "DSR"]],
  ["Published figures loaded in the workbook", ["REFERENCE", "PRACTICE_NAME", "PRACTICES", "REFERENCE_DATE"]],
];

const introduction = `# The SCORECARD functions

Generated from the functions' own descriptions and from the tables that test them (\`tests/spec\`). Every number on this page is checked by a test.

**How to type one.** \`=SCORECARD.PATIENTS_PER_GP(B5:B37, C5:C37)\` fills one cell per practice below itself; leave room, and do not use it inside an Excel table.
Ranges have the same shape; a single cell repeats. What stands in square brackets may be left out. Proportions are typed from 0 to 1: 0.95, not 95.

**When a cell shows an error**

| error | what it says | what to do |
|---|---|---|
| \`#VALUE!\` | text where a number belongs, ranges of different shape, or a word that is not among the options | click the error: the message says what was found and what is expected |
| \`#NUM!\` | a number that cannot be: negative, a numerator above its denominator, a percentage for a proportion | compare with the tables below |
| \`#DIV/0!\` | the denominator, or the number of GPs, is 0 | nothing: there is nothing to divide by |
| \`#N/A\` | blank, suppressed, not published, not loaded, or too few practices for the method | click the error: the message gives the reason |

A wrong row shows its error in its own place; the other rows are computed, and a wrong row is left out of pooled figures. A blank is never 0. A mistake in an option or in
the shapes is shown once, in the first cell. The functions only compute: they change nothing on the sheet, ask nothing of the network, and give the same answer again.

Some older builds of Excel hand a blank cell to a function as 0. Where a figure is missing and 0 could be true, type \`*\` or \`=NA()\` instead of leaving the cell blank.
`;

/** The page of all functions, from docstrings, worked examples and the tables of behaviour. */
export function referenceText(declared: readonly Declared[]): string {
  const listed = chapters.flatMap(([, ids]) => ids);
  const unlisted = declared.filter(({ id }) => !listed.includes(id));
  if (unlisted.length > 0) throw new Error(`in no chapter: ${unlisted.map(({ id }) => id).join(", ")}`);
  const functions = chapters.map(([title, ids]) => {
    const entries = ids.map((id) => entry(declared.find((each) => each.id === id)!));
    return `## ${title}\n\n${entries.join("\n")}`;
  });
  const tables = ["cells", "shapes"].map((name) => readFileSync(join(__dirname, `tables/${name}.md`), "utf8").replace(/^# /, "## "));
  return [introduction, ...functions, ...tables].join("\n");
}

function entry({ id, description, parameters }: Declared): string {
  const page = pages.find((each) => each.id === id)!;
  const signature = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ");
  const meanings = parameters.map(
    ({ name, optional, description }) => `| ${name} | ${optional ? "may be left out" : "needed"} | ${description} |`,
  );
  return [
    `### ${id}`,
    `\`=SCORECARD.${id}(${signature})\``,
    description,
    ["| parameter | | meaning |", "|---|---|---|", ...meanings].join("\n"),
    `**Result.** ${returnsOf(id)}`,
    exampleOf(id),
    `**Method.** ${page.method}`,
    ...page.text
      .slice(page.text.indexOf("\n## ") + 1)
      .split("\n")
      .map((line) => line.replace(/^## (.*)/, "_$1_"))
      .join("\n")
      .split(/\n{2,}/),
    "",
  ]
    .filter((part) => part !== undefined)
    .join("\n\n");
}

function exampleOf(id: string): string | undefined {
  const example = workedExamples.find((each) => each.id === id);
  if (!example) return undefined;
  const headings = example.inputs.flatMap(({ name, cells }) => cells[0]!.map((_, column) => (column === 0 ? name : "")));
  const height = Math.max(example.result.length, ...example.inputs.map(({ cells }) => cells.length));
  const rows = Array.from({ length: height }, (_, row) => [
    ...example.inputs.flatMap(({ cells }) => cells[row] ?? cells[0]!.map(() => "")),
    ...(example.result[row] ?? example.result[0]!.map(() => "")),
  ]);
  const line = (cells: readonly unknown[]) => `| ${cells.join(" | ")} |`;
  const width = headings.length + example.result[0]!.length;
  return [
    `**Example.** ${example.question} \`=SCORECARD.${example.formula.replaceAll("[", "").replaceAll("]", "")}\``,
    "",
    line([...headings, "result", ...new Array<string>(example.result[0]!.length - 1).fill("")]),
    line(new Array<string>(width).fill("---")),
    ...rows.map(line),
    "",
    example.meaning,
  ].join("\n");
}
