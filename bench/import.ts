/**
 * How long it takes to read QOF prevalence of all England, beside what well-known libraries need only to split the same text.
 *
 *   node bench/run.js import <PREVALENCE_2223.csv or .zip> <MAPPING_NHS_GEOGRAPHIES_2223.csv>
 *
 * Ours opens the bytes, decodes, splits, recognises, checks every cell, looks for NHS numbers, filters to Thurrock and adds England up.
 * Theirs is given decoded text and makes rows of strings. Best of several runs each, alternating, in one process; the ratio is what counts.
 */
import { openAsBlob } from "node:fs";
import { parse as csvParse } from "csv-parse/sync";
import Papa from "papaparse";
import { inferSchema, initParser } from "udsv";
import { unpack } from "../src/reference/archive";
import { CsvSplitter } from "../src/reference/csv";
import { fromBlob } from "../src/reference/fileSource";
import { readReferenceData } from "../src/reference/read";

const RUNS = 7;

async function measure(): Promise<void> {
  const [figures, geography] = process.argv.slice(3);
  if (!figures || !geography) throw new Error("Enter the path of PREVALENCE_2223 and of MAPPING_NHS_GEOGRAPHIES_2223.csv.");
  const given = [fromBlob(figures, await openAsBlob(figures)), fromBlob(geography, await openAsBlob(geography))];
  const source = (await unpack(given)).files[0]!;
  const text = await new Response(source.open()).text();
  // The file as it is on disk once unpacked, so that no reader is charged for the archive.
  const files = [fromBlob(source.name, new Blob([text])), given[1]!];

  const practiceCodes = [...(await readReferenceData(files, { area: "07G" })).practices.keys()];
  const thurrock = { name: "Thurrock", practiceCodes };

  const contenders: [name: string, run: () => unknown][] = [
    ["ours: bytes to checked figures of 27 practices and England", () => readReferenceData([files[0]!], { area: thurrock })],
    ["ours: text to rows of strings", () => new CsvSplitter().push(text, true).rows.length],
    ["Papa Parse: text to rows of strings", () => Papa.parse(text).data.length],
    ["uDSV: text to rows of strings", () => initParser(inferSchema(text)).stringArrs(text).length],
    ["ours: the same with a geography of 6,378 practices read first", () => readReferenceData(files, { area: "07G" })],
    ["csv-parse: text to rows of strings", () => csvParse(text).length],
  ];
  const best = contenders.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < RUNS; run++) {
    for (const [i, [, work]] of contenders.entries()) {
      const began = performance.now();
      await work();
      best[i] = Math.min(best[i]!, performance.now() - began);
    }
  }
  const papa = best[2]!;
  contenders.forEach(([name], i) =>
    console.log(`${best[i]!.toFixed(0).padStart(6)} ms  ${(best[i]! / papa).toFixed(2)} of Papa Parse  ${name}`),
  );
}

void measure();
