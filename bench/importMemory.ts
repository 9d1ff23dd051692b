/**
 * Whether memory stays flat while a national QOF achievement file is read: 2.4 million rows made up for the purpose (6,200 practices,
 * 78 indicators, 5 measures), streamed as they are generated.
 *
 *   node --expose-gc bench/run.js importMemory [<millions of rows>]
 *
 * The heap still in use is looked at after each tenth of the file: it must not grow with the rows. (The store of one number per
 * practice, indicator and measure is what it holds; a second reading of the same rows adds nothing to it.)
 */
import { readReferenceData } from "../src/reference/read";
import type { FileSource } from "../src/reference/fileSource";

const MEASURES = ["NUMERATOR", "DENOMINATOR", "PCAS", "REGISTER", "ACHIEVED_POINTS"];
const rowsWanted = Number(process.argv[3] ?? 2.4) * 1_000_000;
const practice = (i: number): string => `${String.fromCharCode(65 + (i % 26))}${String(80_000 + i).padStart(5, "0")}`;

function national(name: string): FileSource {
  return {
    name,
    size: 0,
    open() {
      let row = 0;
      const encoder = new TextEncoder();
      return new ReadableStream<Uint8Array>({
        pull(out) {
          let text = row === 0 ? "PRACTICE_CODE,INDICATOR_CODE,MEASURE,VALUE\n" : "";
          for (let i = 0; i < 2000 && row < rowsWanted; i++, row++) {
            const measure = row % 5;
            const pair = (row - measure) / 5;
            text += `${practice(Math.floor(pair / 78))},IND${100 + (pair % 78)},${MEASURES[measure]},${measure === 0 ? 60 : 100}\n`;
          }
          out.enqueue(encoder.encode(text));
          if (row >= rowsWanted) out.close();
        },
      });
    },
  };
}

async function measure(): Promise<void> {
  const began = performance.now();
  let next = 0;
  const data = await readReferenceData([national("ACHIEVEMENT_2425.csv")], {
    area: { name: "three", practiceCodes: [0, 1, 2].map(practice) },
    onProgress: ({ rows }) => {
      if (rows < next) return;
      next += rowsWanted / 10;
      globalThis.gc?.();
      const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
      const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(0).padStart(4)} MB`;
      console.log(
        `${rows.toLocaleString("en-GB").padStart(10)} rows  heap ${mb(heapUsed)}  arrays ${mb(arrayBuffers)}  process ${mb(rss)}`,
      );
    },
  });
  const report = data.files[0]!;
  console.log(
    `${report.rowsRead.toLocaleString("en-GB")} rows in ${((performance.now() - began) / 1000).toFixed(1)} s, ${data.comparators.length} comparators`,
  );
}

void measure();
