/**
 * Reading QOF prevalence of all England: bytes to typed, checked, filtered and summed figures, against what well-known libraries need only to
 * split the same text into strings. On the published file where BENCH_QOF names the folder that holds PREVALENCE_2223.zip and
 * MAPPING_NHS_GEOGRAPHIES_2223.csv, otherwise on a made-up one of the same shape.
 */
import { openAsBlob } from "node:fs";
import { join } from "node:path";
import { parse as csvParse } from "csv-parse/sync";
import Papa from "papaparse";
import { inferSchema, initParser } from "udsv";
import { file, practiceCode, prevalence } from "../made";
import { inPairs, type Measured } from "../pairs";
import { unpack } from "../../src/reference/archive";
import { CsvSplitter } from "../../src/reference/csv";
import { fromBlob } from "../../src/reference/fileSource";
import { readReferenceData } from "../../src/reference/read";

async function published(folder: string) {
  const path = (name: string) => join(folder, name);
  const zip = fromBlob("PREVALENCE_2223.zip", await openAsBlob(path("PREVALENCE_2223.zip")));
  const geography = fromBlob("MAPPING_NHS_GEOGRAPHIES_2223.csv", await openAsBlob(path("MAPPING_NHS_GEOGRAPHIES_2223.csv")));
  const text = await new Response((await unpack([zip])).files[0]!.open()).text();
  const { practices } = await readReferenceData([file("PREVALENCE_2223.csv", text), geography], { area: "07G" });
  return { text, practiceCodes: [...practices.keys()], what: "PREVALENCE_2223" };
}

const madeUp = () => ({
  text: prevalence(6378),
  practiceCodes: Array.from({ length: 27 }, (_, i) => practiceCode(i * 106)),
  what: "a file like PREVALENCE_2223",
});

export const measure: Measured = async ({ quick }) => {
  const folder = process.env["BENCH_QOF"];
  const { text, practiceCodes, what } = folder ? await published(folder) : madeUp();
  const files = [file("PREVALENCE_2223.csv", text)];
  const ours = () => readReferenceData(files, { area: { name: "27 practices", practiceCodes } });
  const rows = text.split("\n").length - 2;
  const figure = `typed, checked, filtered import of ${what}, ${rows.toLocaleString("en-GB")} rows, from bytes`;
  const options = { runs: quick ? 5 : 9, warmUp: 2 };
  const against = (peer: string, theirs: () => unknown, target: number | null, note?: string) =>
    inPairs({ figure, peer, target, ...(note ? { note } : {}) }, ours, theirs, options);
  return [
    await against("Papa Parse 5.7, text to rows of strings", () => Papa.parse(text).data.length, 1),
    await against("csv-parse 7, text to rows of strings", () => csvParse(text).length, 1),
    await against(
      "uDSV 0.7, the quickest splitter on npm, text to rows of strings",
      () => initParser(inferSchema(text)).stringArrs(text).length,
      null,
      "uDSV joins a short row to the next, drops what follows an open quotation mark and counts no lines",
    ),
    await inPairs(
      { figure: `our splitter alone, the same text`, peer: "uDSV 0.7", target: null, note: "how far from the quickest" },
      () => new CsvSplitter().push(text, true).rows.length,
      () => initParser(inferSchema(text)).stringArrs(text).length,
      options,
    ),
  ];
};
