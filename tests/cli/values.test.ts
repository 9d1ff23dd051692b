import { inferSchema, initParser } from "udsv";
import { csvLine } from "../../src/cli/csvLine";
import { run, thurrock } from "./run";

/** Read back by somebody else's CSV reader. */
const table = (text: string) => initParser(inferSchema(text)).stringObjs<Record<string, string>>(text);

it("prints Thurrock's hypertension register of 2022-23, one line a practice", async () => {
  const { status, stdout } = await run(
    "values",
    "--area",
    "07G",
    "--period",
    "2022-23",
    "--data",
    ...thurrock("PREVALENCE_2223.csv", "MAPPING_NHS_GEOGRAPHIES_2223.csv"),
  );
  expect(status).toBe(0);
  expect(stdout.split("\n")[0]).toBe(
    "practice_code,practice_name,indicator,period,numerator,denominator,exceptions,value,missing_reason,source",
  );
  const hypertension = table(stdout).filter((row) => row.indicator === "HYP");
  expect(hypertension).toHaveLength(27);
  // Published: 26,559 of 186,238.
  expect(hypertension.reduce((n, row) => n + Number(row.numerator), 0)).toBe(26559);
  expect(hypertension.reduce((n, row) => n + Number(row.denominator), 0)).toBe(186238);
  const first = hypertension[0]!;
  expect([first.practice_code, first.practice_name]).toEqual(["F81010", "Aveley Medical Centre"]);
  expect(Number(first.value)).toBe(Number(first.numerator) / Number(first.denominator));
  expect(first.source).toMatch(/^qof-prevalence, .*PREVALENCE_2223\.csv, line \d+$/);
});

it("takes the place for the area: no file of 2022-23 calls 07G Thurrock", async () => {
  const files = thurrock("PREVALENCE_2223.csv", "MAPPING_NHS_GEOGRAPHIES_2223.csv");
  const [byPlace, byCode] = [
    await run("values", "--area", "thurrock", "--data", ...files),
    await run("values", "--area", "07G", "--data", ...files),
  ];
  expect(byPlace).toEqual(byCode);
  expect(table(byPlace.stdout).filter((row) => row.indicator === "HYP")).toHaveLength(27);
});

it("sorts by practice, indicator and period, and prints every period without --period", async () => {
  const files = thurrock("PREVALENCE_1617.csv", "PREVALENCE_2223.csv", "ACHIEVEMENT_2425.csv", "MAPPING_NHS_GEOGRAPHIES_2223.csv");
  const { stdout } = await run("values", "--area", "07G", "--data", ...files);
  const keys = table(stdout).map((row) => `${row.practice_code} ${row.indicator} ${row.period}`);
  expect(keys).toEqual([...keys].sort());
  expect(new Set(table(stdout).map((row) => row.period))).toEqual(new Set(["2016-17", "2022-23", "2024-25"]));
});

it("says which geography was used on standard error, and nothing there of a bar", async () => {
  const { stderr } = await run(
    "values",
    "--area",
    "07G",
    "--data",
    ...thurrock("ACHIEVEMENT_2425.csv", "MAPPING_NHS_GEOGRAPHIES_2223.csv"),
  );
  expect(stderr).toMatch(
    /^\S*ACHIEVEMENT_2425\.csv: Practices of the area are those of 2022-23 in \S*: no geography of 2024-25 is loaded\.\n\S*ACHIEVEMENT_2425\.csv: Of the area's practices these have no figure here: F81218 The Grays Surgery\.\n$/,
  );
});

it.each([
  ["an area nobody knows", ["--area", "07Q"], /^No area called 07Q is loaded\. Did you mean 07G \(Thurrock\)\?\n$/],
  [
    "a period that is not loaded",
    ["--area", "07G", "--period", "2023-24"],
    /No period called 2023-24 is loaded\. Did you mean 2022-23\?\n$/,
  ],
])("ends with 1 and a sentence for %s", async (_, args, sentence) => {
  const { status, stdout, stderr } = await run(
    "values",
    ...args,
    "--data",
    ...thurrock("PREVALENCE_2223.csv", "MAPPING_NHS_GEOGRAPHIES_2223.csv"),
  );
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(sentence);
});

it("ends with 1 for a file that is not there", async () => {
  expect(await run("values", "--area", "07G", "--data", "nowhere.csv")).toEqual({
    status: 1,
    stdout: "",
    stderr: "nowhere.csv: There is no such file or folder.\n",
  });
});

it("prints what it has, and ends with 1, where one of the files that were named cannot be used", async () => {
  const { status, stdout, stderr } = await run(
    "values",
    "--area",
    "07G",
    "--data",
    ...thurrock("PREVALENCE_2223.csv", "MAPPING_NHS_GEOGRAPHIES_2223.csv"),
    __filename,
  );
  expect(status).toBe(1);
  expect(table(stdout)).toHaveLength(81);
  expect(stderr).toMatch(/values\.test\.ts: Its headings are not those of a publication known here/);
});

it.each([
  ["no area", ["values", "--data", "x"]],
  ["no data", ["values", "--area", "07G"]],
  ["a period that is none", ["values", "--area", "07G", "--data", "x", "--period", "soon"]],
  ["an unknown option", ["check", "--data", "x", "--loud"]],
  ["an unknown command", ["chekc"]],
  ["no command", []],
])("ends with 2 for wrong use: %s", async (_, args) => {
  const { status, stdout, stderr } = await run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).not.toBe("");
});

it.each([[["--help"]], [["check", "--help"]], [["values", "--help"]]])("explains itself: %j", async (args) => {
  const { status, stdout } = await run(...args);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Usage: gp-scorecard/);
});

it("writes text that Excel would run as text, and numbers in full", () => {
  expect(csvLine(["=1+1", "+44", "-x", "@a", "\tb", "plain", 'say "ah"', "a,b", 0.1 + 0.2, -1])).toBe(
    `'=1+1,'+44,'-x,'@a,'\tb,plain,"say ""ah""","a,b",0.30000000000000004,-1\n`,
  );
});

it("says that a folder to write to is not there, and blames nobody", async () => {
  const { status, stderr } = await run("build", "--illustrative", "--out", "no-such-folder/scorecard.xlsx");
  expect([status, stderr]).toEqual([1, "no-such-folder/scorecard.xlsx could not be written: there is no such folder.\n"]);
});
