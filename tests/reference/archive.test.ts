import { inspectFiles } from "../../src/reference/read";
import { fileOf } from "./files";
import { odsOf, xlsxOf, zipOf } from "./zips";

const HEADINGS = "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\n";
const PREVALENCE = `${HEADINGS}F81010,HYP,372.0,TOTAL,1000\n`;
const check = async (name: string, content: Uint8Array) =>
  (await inspectFiles([fileOf(name, content)])).files.map(({ file, publication, period, rowsUsed, reason }) => ({
    file,
    publication,
    period,
    rowsUsed,
    ...(reason ? { reason } : {}),
  }));

it("reads a publication out of its archive, folders and all, and passes over what computers leave behind", async () => {
  const zip = await zipOf({ "QOF/PREVALENCE_2223.csv": PREVALENCE, "__MACOSX/QOF/._PREVALENCE_2223.csv": "x", "QOF/.DS_Store": "x" });
  expect(await check("QOF.zip", zip)).toEqual([
    { file: "QOF.zip/QOF/PREVALENCE_2223.csv", publication: "qof-prevalence", period: "2022-23", rowsUsed: 1 },
  ]);
});

it("knows an archive by its bytes, whatever it is called", async () => {
  expect(await check("download", await zipOf({ "PREVALENCE_2223.csv": PREVALENCE }))).toMatchObject([{ publication: "qof-prevalence" }]);
});

it("opens an archive inside an archive, and takes the year from around it where the file has none", async () => {
  const inner = await zipOf({ "PREVALENCE.csv": PREVALENCE });
  expect(await check("both.zip", await zipOf({ "QOF_2122.zip": inner }))).toMatchObject([
    { file: "both.zip/QOF_2122.zip/PREVALENCE.csv", period: "2021-22", rowsUsed: 1 },
  ]);
});

it("does not follow archives in archives for ever", async () => {
  let zip = await zipOf({ "PREVALENCE_2223.csv": PREVALENCE });
  for (let i = 0; i < 3; i++) zip = await zipOf({ "in.zip": zip });
  expect(await check("out.zip", zip)).toMatchObject([
    { publication: null, reason: "Archives are nested too deeply. Unpack it and add the files inside." },
  ]);
});

it.each([
  ["its end is missing", (zip: Uint8Array) => zip.slice(0, zip.length - 40), "bad.zip"],
  ["half of it is missing", (zip: Uint8Array) => zip.slice(0, zip.length / 2), "bad.zip"],
  [
    "bytes inside it were changed",
    (zip: Uint8Array) => zip.map((byte, i) => (i > 80 && i < 120 ? byte ^ 0xff : byte)),
    "bad.zip/PREVALENCE_2223.csv",
  ],
])("says of an archive that it is damaged when %s", async (_, damage, file) => {
  const rows = Array.from({ length: 500 }, (_, i) => `F${String(i).padStart(5, "0")},HYP,${i},TOTAL,${i * 7 + 1000}\n`).join("");
  const zip = damage(await zipOf({ "PREVALENCE_2223.csv": HEADINGS + rows }));
  expect(await check("bad.zip", zip)).toEqual([
    { file, publication: null, period: null, rowsUsed: 0, reason: "The archive is damaged or was cut short. Download it again." },
  ]);
});

it("refuses an entry that unpacks to hundreds of times its size", async () => {
  const zip = await zipOf({ "PREVALENCE_2223.csv": HEADINGS + "0".repeat(12_000_000) });
  expect(await check("bomb.zip", zip)).toMatchObject([
    { file: "bomb.zip/PREVALENCE_2223.csv", reason: "It unpacks to more than 300 times its size: no publication packs that tightly." },
  ]);
});

it("says that an archive has a password", async () => {
  expect(await check("secret.zip", await zipOf({ "PREVALENCE_2223.csv": PREVALENCE }, { password: "x" }))).toMatchObject([
    { reason: "It is protected with a password. Unpack it and add the file inside." },
  ]);
});

it("says that an archive is empty", async () => {
  expect(await check("empty.zip", await zipOf({}))).toMatchObject([{ file: "empty.zip", reason: "The archive is empty." }]);
});

it("gives each entry that cannot be used its own reason", async () => {
  const zip = await zipOf({ "PREVALENCE_2223.csv": PREVALENCE, "readme.txt": "Dear all", "page.csv": "<!DOCTYPE html><html></html>" });
  expect((await check("QOF.zip", zip)).map(({ file, reason }) => [file, reason?.slice(0, 22)])).toEqual([
    ["QOF.zip/PREVALENCE_2223.csv", undefined],
    ["QOF.zip/readme.txt", "Its headings are not t"],
    ["QOF.zip/page.csv", "It is a web page, not "],
  ]);
});

it("reads a sheet of an Excel workbook: shared and inline text, dates, left-out cells and rows", async () => {
  const cell = (r: string, i: number) => `<c r="${r}" t="s"><v>${i}</v></c>`;
  const strings = [
    "Location ODS Code",
    "Location Name",
    "Location Primary&#13;\nInspection Category ",
    "Location Latest Overall Rating",
    "Publication Date",
    "GP Practices",
    "Good",
  ];
  const rows =
    `<row r="3">${["A3", "B3", "C3", "D3", "E3"].map(cell).join("")}</row>` +
    // 45,301 days after 31 December 1899, as Excel counts: 10 January 2024.
    `<row r="5"><c r="A5" t="inlineStr"><is><t>F81010</t></is></c>${cell("C5", 5)}${cell("D5", 6)}<c r="E5" s="1"><v>45301</v></c></row>` +
    `<row r="6"><c r="A6" t="inlineStr"><is><t>F81082</t></is></c>${cell("C6", 5)}</row>` +
    `<row r="9"><c r="A9" t="inlineStr"><is><t>F81084</t></is></c>${cell("C9", 5)}${cell("D9", 5)}</row>`;
  const [report] = (await inspectFiles([fileOf("HSCA_2026-02.xlsx", await xlsxOf("Locations", rows, strings))])).files;
  expect(report).toMatchObject({ file: "HSCA_2026-02.xlsx/Locations", publication: "cqc-locations", rowsRead: 3, rowsUsed: 2 });
  expect(report?.rowsRefused).toMatchObject([{ line: 9, column: "Location Latest Overall Rating", found: "GP Practices" }]);
});

it("reads a sheet of an OpenDocument spreadsheet: repeated cells, dates, notes above, and only the sheet with data", async () => {
  const text = (...cells: string[]) => cells.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join("");
  const ods = await odsOf(
    `<table:table table:name="Notes &amp; queries"><table:table-row>${text("Read me")}</table:table-row></table:table>` +
      `<table:table table:name="Locations"><table:table-row>${text("A notice about the move of systems")}</table:table-row>` +
      `<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` +
      `<table:table-row>${text("Location ODS Code", "Location Name", "Location Primary Inspection Category", "Location Latest Overall Rating", "Publication Date")}</table:table-row>` +
      `<table:table-row>${text("F81010")}<table:table-cell/>${text("GP Practices", "Good")}<table:table-cell office:value-type="date" office:date-value="2024-01-10"><text:p>10/01/24</text:p></table:table-cell></table:table-row>` +
      `<table:table-row>${text("F81082", "Rigg &amp; Milner", "GP Practices", "Fine")}<table:table-cell/></table:table-row>` +
      `<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`,
  );
  const { files } = await inspectFiles([fileOf("01_September_2026_Latest.ods", ods)]);
  expect(files).toHaveLength(1);
  expect(files[0]).toMatchObject({
    file: "01_September_2026_Latest.ods/Locations",
    publication: "cqc-locations",
    rowsRead: 2,
    rowsUsed: 1,
  });
  expect(files[0]?.rowsRefused).toMatchObject([{ line: 6, found: "Fine" }]);
});

it("says what a document without sheets is not", async () => {
  const docx = await zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" });
  expect(await check("letter.docx", docx)).toMatchObject([
    { reason: "It is an Office document without sheets. Add a workbook or a CSV file." },
  ]);
});
