/** Files of the published shapes with made-up figures, for a machine that has none: as many rows, the same columns. */
import { randomNumbers } from "../src/reference/randomNumbers";
import { fromBlob, type FileSource } from "../src/reference/fileSource";

export const practiceCode = (i: number): string => `${String.fromCharCode(65 + (i % 26))}${String(80_000 + i).padStart(5, "0")}`;

const GROUPS = "AF AST CAN CHD CKD COPD DEM DEP DM EP HF HYP LD MH NDH OB OST PAD PC RA STIA".split(" ");

/** PREVALENCE_2223.csv: 21 registers of each practice; 133,938 rows for 6,378 practices. */
export function prevalence(practices: number): string {
  const random = randomNumbers(2);
  const rows = ["PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE"];
  for (let i = 0; i < practices; i++) {
    const list = 2000 + Math.floor(random.uniform() * 15_000);
    for (const group of GROUPS) rows.push(`${practiceCode(i)},${group},${Math.floor(list * 0.15 * random.uniform())}.0,TOTAL,${list}`);
  }
  return `${rows.join("\r\n")}\r\n`;
}

/** MAPPING_NHS_GEOGRAPHIES_2223.csv: 106 sub-ICB locations of some 60 practices, 42 ICBs. */
export function geographies(practices: number): string {
  const rows = [
    "ICB_ODS_CODE,ICB_ONS_CODE,ICB_NAME,SUB_ICB_ODS_CODE,SUB_ICB_ONS_CODE,SUB_ICB_NAME,PCN_ODS_CODE,PCN_NAME,PRACTICE_CODE,PRACTICE_NAME",
  ];
  const places = Math.max(1, Math.min(106, Math.round(practices / 60)));
  for (let i = 0; i < practices; i++) {
    const sub = i % places;
    const icb = sub % 42;
    rows.push(
      `Q${String(icb).padStart(2, "0")},E54${String(icb).padStart(6, "0")},ICB ${icb},X${String(sub).padStart(2, "0")},E38${String(sub).padStart(6, "0")},Place ${sub},U${String(i % 1250).padStart(5, "0")},PCN ${i % 1250},${practiceCode(i)},Surgery ${i}`,
    );
  }
  return `${rows.join("\r\n")}\r\n`;
}

const MEASURES = ["NUMERATOR", "DENOMINATOR", "PCAS", "REGISTER", "ACHIEVED_POINTS"];

/** ACHIEVEMENT_2425.csv as a stream, row by row as it is read: 78 indicators of five measures each. */
export const achievement = (rowsWanted: number, name = "ACHIEVEMENT_2425.csv"): FileSource => ({
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
          text += `${practiceCode(Math.floor(pair / 78))},IND${100 + (pair % 78)},${MEASURES[measure]},${measure === 0 ? 60 : 100}\n`;
        }
        out.enqueue(encoder.encode(text));
        if (row >= rowsWanted) out.close();
      },
    });
  },
});

export const file = (name: string, text: string): FileSource => fromBlob(name, new Blob([text]));
