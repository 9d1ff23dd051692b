import { headingPositions, matchHeadings, type Column, type HeadingMatch, type Located } from "./headings";
import { patientHeading } from "./patientLevel";
import type { Publication } from "./publication";
import { PUBLICATIONS } from "./sources";

/** A file whose publication is known: which, where its columns are, and how wide its rows should be. */
export interface Recognised extends Located {
  readonly publication: Publication;
  /** The row of headings; empty for a publication without. */
  readonly headings: readonly string[];
  readonly width: number;
  /** Whether the row it was recognised by is itself data. */
  readonly headerless: boolean;
}

/** How far down headings are looked for: some publishers put a notice above them. */
export const ROWS_ABOVE_HEADINGS = 40;

/** The publication a row gives away: by headings, or by its shape where the publication has none. Null where it says nothing. */
export function recogniseRow(cells: readonly string[], isFirst: boolean): Recognised | null {
  if (isFirst) {
    for (const publication of PUBLICATIONS) {
      if (!publication.headerless?.fits(cells)) continue;
      const heading = Object.fromEntries(Object.entries(publication.columns).map(([key, { headings }]) => [key, headings[0] ?? key]));
      return { publication, at: publication.headerless.at, heading, headings: [], width: cells.length, headerless: true };
    }
  }
  const best = bestMatch(cells, (match) => match.missing.length === 0 && match.twice.length === 0);
  return best && { publication: best.publication, ...best.match.located, headings: cells, width: widthOf(cells), headerless: false };
}

/** Why none of the first rows is a row of headings, in words that say what was expected. */
export function whyUnrecognised(rows: readonly (readonly string[])[]): string {
  const patient = rows.map(patientHeading).find((heading) => heading !== undefined);
  if (patient) return aboutPatients(patient);
  for (const cells of rows) {
    const twice = bestMatch(cells, (match) => match.missing.length === 0);
    if (twice) return `It looks like ${twice.publication.title}, but the heading ${twice.match.twice.join(" and ")} stands there twice.`;
  }
  for (const [delimiter, name] of DELIMITERS) {
    for (const cells of rows) {
      const split = cells.join(",").split(delimiter);
      const match = split.length > 1 && bestMatch(split, (m) => m.missing.length === 0);
      if (match) return `It looks like ${match.publication.title}, but its columns are separated by ${name}. Save it with commas.`;
    }
  }
  const near = rows.map((cells) => bestMatch(cells, isNear)).find((match) => match !== null);
  if (near)
    return `It looks like ${near.publication.title}, but has no heading ${near.match.missing.map(spellings).join(" and no heading ")}.`;
  const first = rows.find((cells) => cells.length > 1) ?? rows[0] ?? [];
  return `Its headings are not those of a publication known here: ${first.slice(0, 6).map(tidy).join(", ")}${first.length > 6 ? ", ..." : ""}.`;
}

export const aboutPatients = (heading: string): string =>
  `It has a column "${heading}": it looks like a file about single patients, and those are never read. Use figures by practice.`;

const DELIMITERS: readonly (readonly [string, string])[] = [
  [";", "semicolons"],
  ["\t", "tabs"],
  ["|", "vertical bars"],
];

interface Match {
  readonly publication: Publication;
  readonly match: HeadingMatch;
}

/** Of the publications whose columns match well enough, the one that finds the most. */
function bestMatch(cells: readonly string[], enough: (match: HeadingMatch, publication: Publication) => boolean): Match | null {
  const positions = headingPositions(cells);
  let best: Match | null = null;
  for (const publication of PUBLICATIONS) {
    if (publication.headerless) continue;
    const match = matchHeadings(publication.columns, cells, positions);
    if (!enough(match, publication)) continue;
    if (!best || required(match, publication) > required(best.match, best.publication)) best = { publication, match };
  }
  return best;
}

/** Required columns weigh most: a publication that asks for more and gets it is the better answer. */
const required = (match: HeadingMatch, publication: Publication): number =>
  (Object.values(publication.columns).filter((column) => !column.optional).length - match.missing.length) * 100 + match.found;

function isNear(match: HeadingMatch, publication: Publication): boolean {
  const needed = Object.values(publication.columns).filter((column) => !column.optional).length;
  const have = needed - match.missing.length;
  return have >= 2 && have / needed >= 0.5;
}

const spellings = (column: Column): string => {
  const [now = "", ...before] = column.headings;
  return before.length > 0 ? `${now} (or ${before.join(", ")})` : now;
};

const tidy = (cell: string): string => {
  const text = cell.trim().replace(/\s+/g, " ");
  return text.length > 40 ? `${text.slice(0, 37)}...` : text || "(blank)";
};

/** Excel leaves blank headings at the end; rows may be that much shorter or longer. */
function widthOf(headings: readonly string[]): number {
  let width = headings.length;
  while (width > 1 && headings[width - 1]?.trim() === "") width--;
  return width;
}
