import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { longTermConditions } from "../../src/scorecard/presets";
import { writeSpec } from "../../src/scorecard/readSpec";
import { readXlsx } from "../support/readXlsx";
import { run } from "./run";

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), "each-"))));
afterAll(() => rm(folder, { recursive: true }));

const geographyHeading =
  "NAT_ONS_CODE,NAT_CODE,NAT_COUNTRY,REGION_ODS_CODE,REGION_ONS_CODE,REGION_NAME,ICB_ODS_CODE,ICB_ONS_CODE,ICB_NAME,SUB_ICB_ODS_CODE,SUB_ICB_ONS_CODE,SUB_ICB_NAME,PCN_ODS_CODE,PCN_NAME,PRACTICE_CODE,PRACTICE_NAME";
const placed = (subIcb: string, practice: string) =>
  `E92000001,ENG,England,Y61,E40000007,East,QH8,E54000026,Mid and South Essex,${subIcb},E38000${subIcb},${subIcb} area,U1,A PCN,${practice},Practice ${practice}`;
const prevalence = (codes: readonly string[]) =>
  [
    "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE",
    ...codes.map((code, i) => `${code},HYP,${100 + i},TOTAL,1000`),
  ].join("\n");

/** Two areas of two years: Y99999 was in 01A, which merged into 02B. */
async function twoYears(): Promise<string[]> {
  const files = {
    "MAPPING_NHS_GEOGRAPHIES_2122.csv": [geographyHeading, placed("01A", "Y99999"), placed("02B", "Y00002"), placed("07G", "Y00003")].join(
      "\n",
    ),
    "MAPPING_NHS_GEOGRAPHIES_2223.csv": [geographyHeading, placed("02B", "Y99999"), placed("02B", "Y00002"), placed("07G", "Y00003")].join(
      "\n",
    ),
    "PREVALENCE_2223.csv": prevalence(["Y99999", "Y00002", "Y00003"]),
  };
  const paths = Object.keys(files).map((name) => join(folder, name));
  await Promise.all(Object.values(files).map((text, i) => writeFile(paths[i]!, `${text}\n`)));
  return paths;
}

it("writes a workbook for each area that is there still, with its own practices", async () => {
  const out = join(folder, "out");
  const { status, stderr } = await run("build", "--each-area", "--data", ...(await twoYears()), "--out", out);
  expect([status, stderr]).toEqual([0, expect.stringContaining("2 workbooks")]);
  expect((await readdir(out)).sort()).toEqual(["scorecard-02B.xlsx", "scorecard-07G.xlsx"]);
  const { sheets } = await readXlsx(new Uint8Array(await readFile(join(out, "scorecard-02B.xlsx"))));
  const values = new Set([...sheets[0]!.cells.values()].map(({ value }) => value));
  expect([values.has("Y99999"), values.has("Y00002"), values.has("Y00003")]).toEqual([true, true, false]);
});

it("names an area whose workbook could not be written, and writes the others", async () => {
  const { status, stderr } = await run(
    "build",
    "--each-area",
    "--profiles",
    "Y00003",
    "--data",
    ...(await twoYears()),
    "--out",
    join(folder, "some"),
  );
  expect(status).toBe(1);
  expect(stderr).toContain("02B: No practice called Y00003 is loaded.");
  expect(await readdir(join(folder, "some"))).toEqual(["scorecard-07G.xlsx"]);
});

it.each([
  [["--each-area", "--out", "x"], "enter --data with --each-area"],
  [["--each-area", "--area", "07G", "--data", "x", "--out", "x"], "cannot be used with option"],
  [["--illustrative", "--preset", "no-such", "--out", "x"], "one of long-term-conditions"],
  [["--illustrative", "--preset", "missing.json", "--out", "x"], "could not be opened"],
  [["--illustrative", "--comparator", "mars", "--out", "x"], "Allowed choices are england"],
])("says what is wrong with %j", async (typed, words) => {
  const { status, stderr } = await run("build", ...typed);
  expect(status).toBe(2);
  expect(stderr).toContain(words);
});

it("follows a preset's name, and a preset's file with what is typed beside it", async () => {
  const out = join(folder, "one.xlsx");
  const indicators = async (...typed: string[]) => {
    const { stderr } = await run("build", "--illustrative", ...typed, "--out", out);
    return /(\d+) indicators/.exec(stderr)?.[1];
  };
  // The register, found of expected, and two targets: net of adjustments, of all patients, and excepted.
  expect(await indicators("--preset", "condition-hyp")).toBe("8");
  const file = join(folder, "mine.json");
  await writeFile(file, writeSpec({ ...longTermConditions, id: "mine", groups: [{ heading: "Mine", indicators: ["AF"] }] }));
  expect(await indicators("--preset", file, "--formulas", "values")).toBe("1");
  const { sheets } = await readXlsx(new Uint8Array(await readFile(out)));
  expect(sheets.map(({ name }) => name)).toContain("Scorecard");
});

it("names every fault of a preset's file", async () => {
  const file = join(folder, "bad.json");
  await writeFile(file, JSON.stringify({ id: "Not Good", name: "x", groups: [] }));
  const { status, stderr } = await run("build", "--illustrative", "--preset", file, "--out", join(folder, "none.xlsx"));
  expect(status).toBe(1);
  expect(stderr).toMatch(/id: found "Not Good".*groups: found \[\]/s);
});
