import { areaRef } from "../sheet/a1";
import type { FoundCard } from "../sheet/addedColumns";
import type { StandingCard } from "../sheet/standingCard";
import type { Edge, Style } from "../sheet/plan";
import type { FoundSheet } from "./ownSheets";

const white = "#FFFFFF";
/** Cells of practices whose colours are read one by one, where they are not all alike. */
const mostCells = 60_000;

const wanted: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true },
    borders: { style: true, weight: true, color: true },
    font: { bold: true, color: true, size: true, italic: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    indentLevel: true,
  },
};

/** Reads how the columns look that somebody added to a scorecard, and which cells of practices they gave a colour. */
export async function readLooks(
  context: Excel.RequestContext,
  { id, values }: FoundSheet,
  card: StandingCard,
): Promise<Pick<FoundCard, "looks" | "fills">> {
  const sheet = context.workbook.worksheets.getItem(id);
  const height = values.length;
  const added = card.added.map((column) => {
    const range = sheet.getRangeByIndexes(0, column, height, 1);
    range.load({ numberFormat: true, format: { columnWidth: true } });
    return { column, range, cells: range.getCellProperties(wanted) };
  });
  const columns = [...card.columns.values()];
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  const body = sheet.getRange(areaRef(card.codes + 1, left, Math.max(card.codes + 1, card.last), right));
  body.load({ format: { fill: { color: true } } });
  await context.sync();
  const isPlain = ["", white].includes(body.format.fill.color);
  const many = (card.last - card.codes) * (right - left + 1) > mostCells;
  const fills = isPlain || many ? null : body.getCellProperties({ format: { fill: { color: true } } });
  if (fills !== null) await context.sync();
  return {
    looks: new Map(
      added.map(({ column, range, cells }) => [
        column,
        {
          width: Math.round(range.format.columnWidth / 0.75),
          styles: cells.value.map(([cell], r) => styleFrom(cell!.format ?? {}, String(range.numberFormat[r]![0]))),
        },
      ]),
    ),
    fills: new Map(
      [...card.rows].map(([code, row]) => [
        code,
        new Map(
          [...card.columns].flatMap(([key, column]) => {
            const colour = fills?.value[row - card.codes - 1]?.[column - left]?.format?.fill?.color;
            return colour && colour.toUpperCase() !== white ? [[key, colour] as const] : [];
          }),
        ),
      ]),
    ),
  };
}

function styleFrom(
  { fill, font, borders, horizontalAlignment, verticalAlignment, wrapText, indentLevel }: Excel.CellPropertiesFormat,
  format: string,
): Style {
  const horizontal = ({ Left: "left", Right: "right", Center: "center" } as const)[String(horizontalAlignment)];
  const vertical = ({ Top: "top", Center: "center", Bottom: "bottom" } as const)[String(verticalAlignment)];
  const colour = font?.color?.toUpperCase();
  return {
    size: font?.size ?? 10,
    ...(font?.bold ? { bold: true } : {}),
    ...(font?.italic ? { italic: true } : {}),
    ...(colour && colour !== "#000000" ? { colour } : {}),
    ...(fill?.color && fill.color.toUpperCase() !== white ? { fill: fill.color } : {}),
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...edgesFrom(borders),
    ...(indentLevel ? { indent: indentLevel } : {}),
    ...(wrapText ? { wrap: true } : {}),
    ...(format === "General" ? {} : { format }),
  };
}

const weights: Readonly<Record<string, Edge["weight"]>> = { Hairline: "hair", Thin: "thin", Medium: "medium", Thick: "thick" };

/** Lines around a cell; a dashed or double one becomes a plain one of its weight. */
function edgesFrom(borders: Excel.CellBorderCollection | undefined): Pick<Style, "top" | "bottom" | "left" | "right"> {
  const sides = (["top", "bottom", "left", "right"] as const).flatMap((side) => {
    const { style, weight, color } = borders?.[side] ?? {};
    return style === undefined || style === "None"
      ? []
      : [[side, { weight: weights[String(weight)] ?? "thin", colour: color ?? "#000000" }]];
  });
  return Object.fromEntries(sides) as Pick<Style, "top" | "bottom" | "left" | "right">;
}
