/** CQC's latest ratings as OpenDocument: 323,673 rows of 28 columns, made up in the published shape. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { practiceCode } from "../made";
import { clocked, inPairs, type Measured } from "../pairs";
import { unpack } from "../../src/reference/archive";
import { fromBlob } from "../../src/reference/fileSource";
import { readReferenceData } from "../../src/reference/read";
import { BlobReader, TextReader, Uint8ArrayWriter, ZipReader, ZipWriter } from "@zip.js/zip.js/index-native.js";

export const measure: Measured = async ({ quick }) => {
  const rows = quick ? 20_000 : 323_673;
  const bytes = await ratings(rows);
  const source = fromBlob("01_September_2026_Latest_ratings.ods", new Blob([bytes as BlobPart]));
  const area = { name: "ten", practiceCodes: Array.from({ length: 10 }, (_, i) => practiceCode(i)) };
  const ours = async () => readReferenceData((await unpack([source])).files, { area });
  const unzip = async () => {
    const entries = await new ZipReader(new BlobReader(source.blob!)).getEntries();
    const part = entries.find(({ filename }) => filename === "content.xml");
    return part?.directory === false ? (await part.getData(new Uint8ArrayWriter())).length : 0;
  };
  const figure = `CQC ratings as .ods, ${rows.toLocaleString("en-GB")} rows x 28 columns, to checked figures`;
  const figures = [
    await inPairs({ figure, peer: "unpacking the archive alone", target: null }, ours, unzip, {
      runs: quick ? 5 : 5,
      warmUp: quick ? 1 : 0,
    }),
  ];
  const office = findOffice();
  if (office !== null)
    figures.push(
      await inPairs(
        {
          figure,
          peer: "LibreOffice converting it to CSV, on the clock",
          target: 0.1,
          ...(quick ? { note: "20,000 rows; starting LibreOffice is in it" } : {}),
        },
        ours,
        () => convert(office, bytes),
        { runs: quick ? 1 : 5, warmUp: 0, clock: clocked },
      ),
    );
  return figures;
};

function findOffice(): string | null {
  return ["soffice", "libreoffice"].find((name) => spawnSync(name, ["--version"]).status === 0) ?? null;
}

function convert(office: string, bytes: Uint8Array): void {
  const folder = mkdtempSync(join(tmpdir(), "bench-ods-"));
  try {
    writeFileSync(join(folder, "ratings.ods"), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const { status } = spawnSync(office, [profile, "--headless", "--convert-to", "csv", "--outdir", folder, join(folder, "ratings.ods")]);
    if (status !== 0) throw new Error("LibreOffice could not convert the file.");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const HEADINGS = [
  "Location ID",
  "Location ODS Code",
  "Location Name",
  "Care Home?",
  "Location Type",
  "Location Primary Inspection Category",
  "Location Street Address",
  "Location Address Line 2",
  "Location City",
  "Location Post Code",
  "Location Local Authority",
  "Location Region",
  "Location NHS Region",
  "Location ONSPD CCG Code",
  "Location ONSPD CCG",
  "Location Commissioning CCG Code",
  "Location Commissioning CCG Name",
  "Service / Population Group",
  "Domain",
  "Latest Rating",
  "Publication Date",
  "Report Type",
  "Inherited Rating (Y/N)",
  "URL",
  "Provider ID",
  "Provider Name",
  "Brand ID",
  "Brand Name",
];
const DOMAINS = ["Overall", "Safe", "Effective", "Caring", "Responsive", "Well-led"];
const WORDS = ["Good", "Outstanding", "Requires improvement", "Inadequate"];

/** The archive, its one large part packed block by block as it is made up: as text it is most of a gigabyte. */
async function ratings(rows: number): Promise<Uint8Array> {
  const cell = (text: string) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  const rowOf = (cells: readonly string[]) => `<table:table-row>${cells.map(cell).join("")}</table:table-row>`;
  const start = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Locations">`;
  const end = `</table:table></office:spreadsheet></office:body></office:document-content>`;
  function* parts(): Generator<string> {
    yield start + rowOf(HEADINGS);
    for (let from = 0; from < rows; from += 1000) {
      let text = "";
      for (let i = from; i < Math.min(rows, from + 1000); i++) {
        const place = Math.floor(i / 6);
        const isPractice = place < 6500;
        text += rowOf([
          `1-${100_000 + place}`,
          isPractice ? practiceCode(place) : "",
          `Location ${place}`,
          "N",
          isPractice ? "Primary Medical Services" : "Social Care Org",
          isPractice ? "GP Practices" : "Residential social care",
          `${(place % 90) + 1} High Street`,
          "",
          "Wexmarsh",
          "WX1 1XX",
          "Wexmarsh",
          "East",
          "East of England",
          "E38000000",
          "NHS Wexmarsh",
          "X0A",
          "NHS Wexmarsh",
          "Overall",
          DOMAINS[i % 6]!,
          WORDS[(i * 7) % 4]!,
          `0${1 + (i % 9)}/1${i % 2}/202${i % 6}`,
          "Location",
          "N",
          `https://www.cqc.org.uk/location/1-${100_000 + place}`,
          `1-${200_000 + place}`,
          `Provider ${place}`,
          "-",
          "-",
        ]);
      }
      yield text;
    }
    yield end;
  }
  const encoder = new TextEncoder();
  const given = parts();
  const stream = new ReadableStream<Uint8Array>({
    pull(out) {
      const { done, value } = given.next();
      if (done === true) out.close();
      else out.enqueue(encoder.encode(value));
    },
  });
  const writer = new ZipWriter(new Uint8ArrayWriter(), { level: 1 });
  await writer.add("mimetype", new TextReader("application/vnd.oasis.opendocument.spreadsheet"));
  await writer.add("META-INF/manifest.xml", new TextReader("<manifest/>"));
  await writer.add("content.xml", stream);
  return writer.close();
}
