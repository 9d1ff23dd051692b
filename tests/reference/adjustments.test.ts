import { readFileSync } from "node:fs";
import path from "node:path";
import { inspectFiles, readReferenceData } from "../../src/reference/read";
import { fileOf } from "./files";

const mapping = () => {
  const name = "MAPPING_PCAS_EXCL_TO_INDICATOR_2021_v2.csv";
  return fileOf(name, readFileSync(path.join(__dirname, "..", "fixtures", "qof", name)));
};
const area = { name: "one", practiceCodes: ["F81010"] };

// No real file of figures was at hand; the reasons are those of the real mapping of 2020-21.
const figures = (rows: readonly string[], heading = "PCA_EXCL_NAME") =>
  fileOf("PCAS_2021.csv", `PRACTICE_CODE,INDICATOR_CODE,${heading},VALUE\n${rows.join("\n")}\n`);

const rows = [
  "F81010,AF006,AFIBINVITE1,4",
  "F81010,AF006,AFIBPCADEC_DAT,2",
  "F81010,AF006,DIAG_DAT,3",
  "F81010,AF006,REG_DAT3,5",
  "F81010,AF006,CHAD_VAL2,40",
  "F81010,AF007,TXORANTICOAG_DAT,6",
  "A81001,AF006,AFIBPCAPU,9",
];

it("reads the real mapping whole, Windows-1252 and all", async () => {
  const { files } = await inspectFiles([mapping()]);
  expect(files[0]).toMatchObject({ publication: "qof-pca-reasons", period: "2020-21", rowsRead: 8, rowsUsed: 8, rowsRefused: [] });
});

// Newly diagnosed 3 + newly registered 5 are one category; a known risk score excludes and is no adjustment.
it("adds the adjustments of each category up", async () => {
  const data = await readReferenceData([figures(rows), mapping()], { area });
  expect(data.observations.map(({ indicator, value }) => [indicator, value])).toEqual([
    ["AF006.pca_no_reply", 4],
    ["AF006.pca_declined", 2],
    ["AF006.pca_newly_registered", 8],
    ["AF007.pca_unsuitable", 6],
  ]);
  expect(data.files[0]).toMatchObject({ rowsRead: 7, rowsUsed: 5, rowsOutsideArea: 2, rowsRefused: [] });
});

it("knows a reason by its short name too", async () => {
  const data = await readReferenceData([figures(["F81010,AF006,AFIBPCADEC,2"], "PCA_EXCL_SHORT_NAME"), mapping()], { area });
  expect(data.observations).toMatchObject([{ indicator: "AF006.pca_declined", value: 2 }]);
});

it.each([
  ["a reason that is not the indicator's", "F81010,AF006,TXORANTICOAG_DAT,6", "PCA_EXCL_NAME", "a reason that the mapping has for AF006"],
  ["a count in words", "F81010,AF006,REG_DAT3,some", "VALUE", "a whole number, 0 or more"],
  ["a reason twice", "F81010,AF006,AFIBINVITE1,4", "PCA_EXCL_NAME", "F81010 AF006 AFIBINVITE1 once"],
])("refuses %s", async (_, row, column, expected) => {
  const data = await readReferenceData([figures(["F81010,AF006,AFIBINVITE1,1", row]), mapping()], { area });
  expect(data.files[0]?.rowsRefused).toMatchObject([{ line: 3, column, expected }]);
});

it("asks for the mapping where it is not there, or is of another year", async () => {
  const needed = "It needs the mapping of personalised care adjustments of the same year beside it: that says which reason is what.";
  const other = { ...mapping(), name: "MAPPING_PCAS_EXCL_TO_INDICATOR_1920.csv" };
  expect((await inspectFiles([figures(rows)])).files[0]?.reason).toBe(needed);
  expect((await inspectFiles([figures(rows), other])).files[0]?.reason).toBe(needed);
});

it("says of the CQC directory what to take instead", async () => {
  const preamble = "This directory was made on 1 September 2026\n\n";
  const headings =
    "Name,Also known as,Address,Postcode,Phone number,Service's website (if available),Service types,Date of latest check,Specialisms/services,Provider name,Local authority,Region,Location URL,CQC Location ID (for office use only),CQC Provider ID (for office use only)";
  const { files } = await inspectFiles([
    fileOf("CQC_directory.csv", `${preamble}${headings}\nAveley,,,RM15 4XP,,,Doctors/Gps,,,,,,,1-2,1-1\n`),
  ]);
  expect(files[0]?.reason).toMatch(/^It is the CQC directory.*care directory with ratings/);
});
