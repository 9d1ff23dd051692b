import { periodLabel } from "../reference/period";
import type { Canvas } from "./canvas";
import { blank, formula, text } from "./cells";
import { dataCell } from "./names";
import type { Cell } from "./plan";
import { codeRow, isJudged, type PracticeFrame } from "./practiceFrame";
import { textWidth } from "./textWidth";

const dash = "–";
const thousands = (value: number): string => Math.round(value).toLocaleString("en-GB");

/** Rows 1 to 3: whose page it is, of which period, compared with whom. */
export function layTitle(sheet: Canvas, { model, index, row, last, aside, width }: PracticeFrame): void {
  const { practice } = row;
  for (let column = 0; column <= last; column++) sheet.put(0, column, blank("empty", "thickAbove"));
  sheet.put(0, 0, text(practice.name, textWidth(practice.name, 20, true) < width ? "subtitle" : "finding", "thickAbove"));
  const years = [...new Set(model.groups.flatMap((group) => group.indicators.map(({ period }) => periodLabel(period))))];
  const where = [
    practice.code,
    [practice.pcnName, model.area.name].filter(Boolean).join(", "),
    ...(row.participationGroup ? [`patient participation group: ${row.participationGroup.value.toLowerCase()}`] : []),
    `QOF ${years.join(" and ")}${isJudged(model) ? `, compared with ${comparedWith(model, index)}` : ""}`,
  ];
  sheet.put(codeRow, 0, text(`${where.join(" · ")}.`, "context"));
  sheet.put(
    2,
    0,
    model.illustrative
      ? text("Illustrative data: made-up practices", "noticeTop")
      : text(`Built ${periodLabel(model.builtOn)}.`, "contextTop"),
  );
  sheet.put(0, aside.id, text("What this page's formulas look up, beside the print", "aside"));
  sheet.put(codeRow, aside.id, text(practice.code, "aside"));
}

/** The comparator by name; a practice's own network is named. */
const comparedWith = (model: PracticeFrame["model"], index: number): string =>
  model.spec.comparison.comparator.kind === "pcn" ? `${model.comparator}, ${model.against[index]}` : model.comparator;

/** "3 years", "8 months": how old a rating is on the day of building. */
export function ageInWords(from: string, to: string): string {
  const months = Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000 / 30.44));
  const [n, unit] = months >= 24 ? [Math.floor(months / 12), "year"] : [months, "month"];
  return `${n} ${unit}${n === 1 ? "" : "s"}`;
}

interface Tile {
  readonly column: number;
  readonly label: string;
  readonly number: Cell;
  readonly context: string;
}

/** Rows 4 to 6: four facts, each text, so that it may run on over empty neighbours. */
export function layTiles(sheet: Canvas, frame: PracticeFrame, top: number): void {
  for (const [i, tile] of tilesOf(frame).entries()) {
    const edge = i > 0 && "left";
    sheet.put(top, tile.column, text(tile.label, i > 0 ? "tileLabel" : "factLabel", edge));
    sheet.put(top + 1, tile.column, { ...tile.number, style: edge ? `${tile.number.style}+left` : tile.number.style });
    sheet.put(top + 2, tile.column, text(tile.context, i > 0 ? "tileContext" : "factContext", edge));
  }
}

/** Pixels that "Requires improvement" takes as a tile's words. */
const longestRating = 245;

function tilesOf({ row, model, columns, code, widths }: PracticeFrame): Tile[] {
  const { listSize, fteGp, cqcOverall, deprivation } = row;
  const value = (measure: string) => dataCell("Value", code, `"${measure}"`);
  const perGp = listSize && fteGp && fteGp.value > 0 ? listSize.value / fteGp.value : null;
  const england = model.benchmarkPatientsPerGp;
  const absent = (fact: "listSize" | "fteGp" | "deprivation") =>
    model.practices.some((each) => each[fact]) ? "not published" : "not loaded";
  const rating = columns.interval + 1;
  const left = (column: number) => widths.slice(0, column).reduce((sum, each) => sum + each, 0);
  const beside = widths.findIndex((_, column) => column > rating && left(column) - left(rating) >= longestRating);
  const ratings = model.practices.some((each) => each.cqcOverall);
  return [
    {
      column: columns.name,
      label: "Registered patients",
      number: formula(
        `=IFERROR(TEXT(${value("list_size")}+0,"#,##0"),"${dash}")`,
        listSize ? thousands(listSize.value) : dash,
        "factNumber",
      ),
      context: listSize ? periodLabel(listSize.period) : absent("listSize"),
    },
    {
      column: columns.here,
      label: "Patients per FTE GP",
      number: formula(
        `=IFERROR(TEXT(${value("list_size")}/${value("gp_fte")},"#,##0"),"${dash}")`,
        perGp === null ? dash : thousands(perGp),
        "factNumberIndented",
      ),
      context: perGp === null ? "GP workforce not loaded" : england === null ? periodLabel(fteGp!.period) : `England ${thousands(england)}`,
    },
    {
      column: rating,
      label: "CQC overall",
      number: formula(
        `=IFERROR(IF(${value("cqc_overall")}="","Not rated",${value("cqc_overall")}&""),"${ratings ? "Not rated" : dash}")`,
        cqcOverall?.value ?? (ratings ? "Not rated" : dash),
        (cqcOverall?.value ?? "").length > 9 ? "factWordsIndented" : "factNumberIndented",
      ),
      context: cqcOverall
        ? `rated ${periodLabel(cqcOverall.period.slice(0, 7))}, ${ageInWords(cqcOverall.period, model.builtOn)} ago${row.cqcInherited ? " · inherited" : ""}`
        : row.cqcNotRated
          ? "in CQC's register, without a rating yet"
          : ratings
            ? "not in CQC's file under this code"
            : "not loaded",
    },
    {
      column: beside,
      label: "Deprivation (IMD)",
      number: formula(
        `=IFERROR(TEXT(${value("deprivation")}+0,"0.0"),"${dash}")`,
        deprivation ? deprivation.value.toFixed(1) : dash,
        "factNumberIndented",
      ),
      context: deprivation ? "higher is more deprived" : absent("deprivation"),
    },
  ];
}
