import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run, thurrock } from "./run";

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "check-"))));
afterEach(() => rmSync(folder, { recursive: true }));
const write = (name: string, text: string): string => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

const HEADINGS = "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\n";

it("says in words what a file is and what is wrong with it", async () => {
  const file = write("PREVALENCE_2223.csv", `${HEADINGS}F81010,HYP,372.0,TOTAL,1000\nF81010,DM,many,TOTAL,1000\n`);
  expect(await run("check", "--data", file)).toEqual({
    status: 0,
    stdout: `${file}\n  QOF prevalence, 2022-23: 2 rows read, 1 used, 1 refused\n  line 3, REGISTER: found many, expected a whole number, 0 or more\n`,
    stderr: "",
  });
});

it("prints the same as JSON", async () => {
  const file = write("PREVALENCE_2223.csv", `${HEADINGS}F81010,HYP,372.0,TOTAL,1000\nF81010,DM,many,TOTAL,1000\n`);
  const { stdout } = await run("check", "--json", "--data", file);
  expect(JSON.parse(stdout)).toEqual({
    files: [
      {
        file,
        publication: "qof-prevalence",
        period: "2022-23",
        rowsRead: 2,
        rowsUsed: 1,
        rowsRefused: [{ line: 3, column: "REGISTER", expected: "a whole number, 0 or more", found: "many" }],
      },
    ],
  });
});

it("gives a reason for a file that is nothing known, on standard error too, and ends with 1", async () => {
  const file = write("holiday.csv", "when,where\nMay,Thurrock\n");
  const reason = "Its headings are not those of a publication known here: when, where.";
  const { status, stdout, stderr } = await run("check", "--json", "--data", file);
  expect([status, stderr]).toEqual([1, `${file}: ${reason}\n`]);
  expect(JSON.parse(stdout).files).toEqual([{ file, publication: null, reason, period: null, rowsRead: 0, rowsUsed: 0, rowsRefused: [] }]);
});

it("looks through folders, and ends with 0 as long as something in them can be used", async () => {
  write("2022-23/deep/PREVALENCE_2223.csv", `${HEADINGS}F81010,HYP,372.0,TOTAL,1000\n`);
  write("2022-23/notes.txt", "Dear all");
  write(".hidden.csv", "x");
  symlinkSync(folder, path.join(folder, "around"));
  const { status, stdout } = await run("check", "--json", "--data", folder);
  expect(status).toBe(0);
  expect(JSON.parse(stdout).files.map((f: { file: string }) => path.relative(folder, f.file))).toEqual([
    "2022-23/deep/PREVALENCE_2223.csv",
    "2022-23/notes.txt",
  ]);
});

it("ends with 1 where every row of a file is refused", async () => {
  const file = write("PREVALENCE_2223.csv", `${HEADINGS}F81010,HYP,x,TOTAL,1000\n`);
  const { status, stderr } = await run("check", "--data", file);
  expect([status, stderr]).toEqual([
    1,
    `${file}: None of its 1 rows could be used. The first: line 2, REGISTER: found x, expected a whole number, 0 or more.\n`,
  ]);
});

it("ends with 1 for an empty folder", async () => {
  expect(await run("check", "--data", folder)).toMatchObject({ status: 1, stderr: `${folder}: The folder is empty.\n` });
});

it("finds nothing wrong with the real excerpts but a surgery without its code", async () => {
  const { status, stdout } = await run("check", "--json", "--data", path.dirname(thurrock("x")[0]!));
  expect(status).toBe(0);
  const files = JSON.parse(stdout).files as { publication: string | null; rowsRefused: unknown[]; rowsRead: number; rowsUsed: number }[];
  expect(files).toHaveLength(18);
  for (const file of files)
    expect(file).toMatchObject({ publication: expect.any(String), rowsUsed: file.rowsRead - file.rowsRefused.length });
  expect(files.flatMap((file) => file.rowsRefused)).toMatchObject([{ expected: "the practice code of The Grays Surgery" }]);
});
