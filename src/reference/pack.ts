import { byCode, isComparator, isFigures, isFileReport, isPractice, isPublishedIndicator } from "./compact";
import { sha256Of } from "./fileHash";
import type { ReferenceData } from "./model";
import { comparePeriods, periodLabel } from "./period";
import { checked, isCount, isExactly, isList, isRecord, isText, isTextLike, orNull, type ShapeFault } from "./shape";

/** Raised when a pack can no longer be read by those who read the one before. */
export const PACK_VERSION = 1;

export const PACK_FORMAT = "gp-scorecard pack";

/** A file of a pack: named after its content, so that an old copy is never taken for a new one. */
export interface PackedFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface PackedArea extends PackedFile {
  readonly code: string;
  readonly name: string;
  readonly practices: number;
}

/**
 * The first file of a pack: a folder of published figures made ready, which any web server can serve. One file an area, and one with the
 * comparators of England and the list of what it was made from. An area takes one request beside that for England, which serves all areas.
 */
export interface PackIndex {
  readonly format: typeof PACK_FORMAT;
  readonly version: number;
  /** Day on which it was made, like 2026-11-22. */
  readonly made: string;
  /** The periods of the files it was made from, earliest first. */
  readonly periods: readonly string[];
  readonly england: PackedFile;
  readonly areas: readonly PackedArea[];
}

export interface Faulty {
  readonly faults: readonly ShapeFault[];
}

const LARGEST_FILE = 60_000_000;

const isName = isText(300);
const packed = {
  /** A bare name: nothing that could lead out of the pack's folder, or to another server. */
  file: isTextLike(/^[A-Za-z0-9]{1,20}(-[A-Za-z0-9]{1,20})?-[0-9a-f]{16}\.json$/, "a file name like area-07G-0123456789abcdef.json"),
  bytes: isCount,
  sha256: isTextLike(/^[0-9a-f]{64}$/, "a SHA-256 of 64 digits"),
};

const isIndex = isRecord<PackIndex>({
  format: isExactly(PACK_FORMAT),
  version: isExactly(PACK_VERSION),
  made: isTextLike(/^20\d\d-\d\d-\d\d$/, "a day like 2026-11-22"),
  periods: isList(isTextLike(/^\d{4}(-\d\d){0,2}$/, "a period like 2022-23")),
  england: isRecord<PackedFile>(packed),
  areas: isList(
    isRecord<PackedArea>({ ...packed, code: isTextLike(/^[A-Z0-9]{2,12}$/, "an area code, like 07G"), name: isName, practices: isCount }),
    5000,
  ),
});

/** The index of a pack; or every fault of what is something else, such as a web page. */
export function readPackIndex(text: string): PackIndex | Faulty {
  const json = parsed(text, "the index of a pack");
  if ("faults" in json) return json;
  const read = checked(isIndex, json.value);
  if (!("value" in read)) return read;
  const files = [["england", read.value.england] as const, ...read.value.areas.map((area, i) => [`areas[${i}]`, area] as const)];
  const faults = files.flatMap(([path, { file, sha256, bytes }]): ShapeFault[] => [
    ...(file.endsWith(`-${sha256.slice(0, 16)}.json`)
      ? []
      : [{ path: `${path}.file`, expected: `a name with its own hash, ${sha256.slice(0, 16)}`, found: file }]),
    ...(bytes <= LARGEST_FILE ? [] : [{ path: `${path}.bytes`, expected: `at most ${LARGEST_FILE}`, found: String(bytes) }]),
  ]);
  const seen = new Set<string>();
  read.value.areas.forEach(({ code }, i) => {
    if (seen.has(code)) faults.push({ path: `areas[${i}].code`, expected: "each area once", found: `${code} again` });
    seen.add(code);
  });
  return faults.length > 0 ? { faults } : read.value;
}

const isAreaFile = isRecord(
  {
    version: isExactly(PACK_VERSION),
    area: isRecord({ code: isName, name: isName }),
    practices: isList(isPractice, 5000),
    figures: isFigures,
  },
  /** Those of the area's ICB; packs made before November 2026 have none. */
  { comparators: isList(isComparator) },
);

const isEnglandFile = isRecord({
  version: isExactly(PACK_VERSION),
  comparators: isList(isComparator),
  files: isList(isFileReport),
  publishedIndicators: orNull(isList(isPublishedIndicator)),
});

/** The area's figures beside those of England; or every fault: bytes missing, another hash, something else inside. */
export async function readPackedArea(
  index: PackIndex,
  areaCode: string,
  bytes: { readonly area: Uint8Array<ArrayBuffer>; readonly england: Uint8Array<ArrayBuffer> },
): Promise<ReferenceData | Faulty> {
  const entry = index.areas.find(({ code }) => code === areaCode);
  if (!entry) return { faults: [{ path: "areas", expected: `area ${areaCode}`, found: `${index.areas.length} others` }] };
  const [areaJson, englandJson] = [await intact(entry, bytes.area), await intact(index.england, bytes.england)];
  const whole = [areaJson, englandJson].flatMap((json) => ("faults" in json ? json.faults : []));
  if ("faults" in areaJson || "faults" in englandJson) return { faults: whole };
  const area = checked(isAreaFile, areaJson.value);
  const england = checked(isEnglandFile, englandJson.value);
  if (!("value" in area) || !("value" in england)) return { faults: [...area.faults, ...england.faults] };
  if (area.value.area.code !== areaCode) return { faults: [{ path: "area.code", expected: areaCode, found: area.value.area.code }] };
  const { comparators, files, publishedIndicators } = england.value;
  return {
    area: area.value.area,
    illustrative: false,
    practices: byCode(area.value.practices),
    observations: area.value.figures,
    comparators: [...comparators, ...(area.value.comparators ?? [])],
    files: files.map((file) => ({
      ...file,
      remarks: [...file.remarks, `Read from the pack of ${periodLabel(index.made)}; rows are those of all its areas.`],
    })),
    ...(publishedIndicators === null ? {} : { publishedIndicators }),
  };
}

async function intact({ file, bytes, sha256 }: PackedFile, found: Uint8Array<ArrayBuffer>) {
  if (found.length !== bytes) return { faults: [{ path: file, expected: `${bytes} bytes`, found: `${found.length}` }] };
  const hash = await sha256Of(found);
  if (hash !== sha256) return { faults: [{ path: file, expected: `SHA-256 ${sha256.slice(0, 16)}...`, found: `${hash.slice(0, 16)}...` }] };
  return parsed(new TextDecoder().decode(found), "a file of a pack");
}

function parsed(text: string, what: string): { readonly value: unknown } | Faulty {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    const isPage = /^\s*<(!doctype|html)/i.test(text);
    return {
      faults: [
        {
          path: "",
          expected: `${what}, as JSON`,
          found: isPage ? "a web page" : text.trim() === "" ? "nothing" : "other text, or half of it",
        },
      ],
    };
  }
}

/** What a person should know before building from a pack: a newer one has been here before, with its day; or its day is yet to come. */
export type PackNews = { readonly kind: "older"; readonly newest: string } | { readonly kind: "future" };

/**
 * Holds the day of a pack against the newest that this computer has seen. An older one may be on purpose; it should not be by accident,
 * nor because somebody would rather have last year's figures shown.
 */
export function packNews(made: string, newest: string | null, today: Date): PackNews | null {
  // A day to spare: it may have been made further east.
  if (Date.parse(`${made}T00:00:00Z`) > today.getTime() + 86_400_000) return { kind: "future" };
  return newest !== null && made < newest ? { kind: "older", newest } : null;
}

/**
 * How old a pack is, for a person who has to judge whether it will do.
 *
 * @example packAge({ made: "2026-05-02", periods: ["2022-23", "2026-04-01"] }, new Date("2026-11-22")) // "Made on 2 May 2026, 6 months ago; figures up to 1 April 2026"
 */
export function packAge({ made, periods }: Pick<PackIndex, "made" | "periods">, today: Date): string {
  const days = Math.max(0, Math.floor((today.getTime() - Date.parse(`${made}T00:00:00Z`)) / 86_400_000));
  const months = Math.floor(days / 30.44);
  const ago = days < 2 ? "" : months < 2 ? `, ${days} days ago` : `, ${months} months ago`;
  const latest = [...periods].sort(comparePeriods).at(-1);
  return `Made on ${periodLabel(made)}${ago}${latest === undefined ? "" : `; figures up to ${periodLabel(latest)}`}`;
}
