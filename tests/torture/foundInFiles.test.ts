/** Defects that bad files brought to light, each named after what a person would have lost. */
import { inspectFiles } from "../../src/reference/read";
import { fileOf, inPieces } from "../reference/files";
import { odsOf, zipOf } from "../reference/zips";

const PREVALENCE = "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\nF81010,HYP,372.0,TOTAL,1000\n";

const orWaited = <T>(what: Promise<T>, seconds: number): Promise<T | string> => {
  let clock: NodeJS.Timeout;
  const waited = new Promise<string>((resolve) => (clock = setTimeout(() => resolve(`nothing after ${seconds} s`), seconds * 1000)));
  return Promise.race([what, waited]).finally(() => clearTimeout(clock));
};

it("the afternoon: an archive that says less than it unpacks to is refused, where the pane waited for ever", async () => {
  const zip = await zipOf({ "PREVALENCE_2223.csv": PREVALENCE.repeat(500) });
  const view = new DataView(zip.buffer);
  // Its directory stands at its end; 24 bytes into the entry is how much it unpacks to.
  for (let at = 0; at + 28 < zip.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
  const outcome = await orWaited(inspectFiles([fileOf("QOF.zip", zip)]), 20);
  expect(outcome).toMatchObject({ files: [{ rowsUsed: 0, reason: expect.stringMatching(/damaged|more than the archive says/) }] });
});

it("the good file beside them: it is read at once, where it waited half a minute behind damaged workbooks", async () => {
  // More than a million letters, so that there is still something to unpack when the reader gives up.
  const letters = Array.from({ length: 3_000_000 }, (_, i) => "abcdefghijklmnop".charAt((Math.imul(i, 2654435761) >>> 9) % 16)).join("");
  const bad = await odsOf(
    `<table:table table:name="S"><table:table-row><table:table-cell><text:p>${letters}</text:p></table:table-cell></table:table-row></table:table>`,
  );
  const names = ["a.ods", "b.ods", "c.ods", "d.ods"];
  await inspectFiles(names.map((name) => fileOf(name, bad)));
  const outcome = await orWaited(inspectFiles([fileOf("QOF.zip", await zipOf({ "PREVALENCE_2223.csv": PREVALENCE }))]), 8);
  expect(outcome).toMatchObject({ files: [{ rowsUsed: 1 }] });
});

it("a whole workbook: one in which no sheet is found is reported, where it was passed over in silence", async () => {
  const { files } = await inspectFiles([fileOf("ratings.ods", await odsOf("<table:tab"))]);
  expect(files).toMatchObject([{ file: "ratings.ods", reason: expect.stringContaining("No sheet was found") }]);
});

it("the row to look up: after blank or repeated rows a refusal names the row that the spreadsheet shows, where it named an earlier one", async () => {
  const row = (cells: string, times = 1) =>
    `<table:table-row table:number-rows-repeated="${times}">${cells
      .split(",")
      .map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`)
      .join("")}</table:table-row>`;
  const [head = "", good = ""] = PREVALENCE.split("\n");
  const sheet = `<table:table table:name="S">${row(head)}${row(good, 3)}${row("nobody,HYP,1,TOTAL,2")}</table:table>`;
  const { files } = await inspectFiles([fileOf("a_2223.ods", await odsOf(sheet))]);
  expect(files).toMatchObject([{ rowsUsed: 1, rowsRefused: [{ line: 5, found: "nobody" }] }]);
});

it("a file saved by an old editor: a byte order mark before text that is not UTF-8 is dropped, however small the pieces", async () => {
  const bytes = Buffer.concat([
    Buffer.from("\ufeff"),
    Buffer.from(`${PREVALENCE}F81082,HYP,5,TOTAL,9\nSt. Mary\x92s,HYP,1,TOTAL,2\n`, "latin1"),
  ]);
  const file = fileOf("PREVALENCE_2223.csv", bytes);
  const [whole, inBits] = await Promise.all([inspectFiles([file]), inspectFiles([inPieces(file, 2)])]);
  expect(whole.files).toMatchObject([{ rowsUsed: 2, rowsRefused: [{ line: 4, found: "St. Mary’s" }] }]);
  expect(inBits.files).toMatchObject([{ rowsUsed: 2, rowsRefused: [{ line: 4, found: "St. Mary’s" }] }]);
});

it("the same answer tomorrow: a stray carriage return in the headings means the same however the file comes off the network", async () => {
  const file = fileOf("PREVALENCE_2223.csv", PREVALENCE.replace("GROUP", "GR\rOUP"));
  const [whole, inBits] = await Promise.all([inspectFiles([file]), inspectFiles([inPieces(file, 25)])]);
  expect(inBits.files[0]?.reason).toBe(whole.files[0]?.reason);
  expect(whole.files[0]?.reason).toContain("no heading GROUP_CODE");
});
