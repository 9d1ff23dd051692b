import { ProblemError } from "../problem";
import { requireDomain } from "../statistics/domain";
import { quantileBands } from "../statistics/quantileBand";
import { processLimits } from "../statistics/xmr";
import { answer, isCellError } from "./cellError";
import { absenceOf, numberIn, plainValue } from "./cellValue";
import { flag, numberOption } from "./options";
import { remembered } from "./remembered";
import { asCells, attempt, forCell, mapPlaces, readTogether, requireRectangle, size, soundPlaces, spilled } from "./ranges";

/**
 * The group of each value when all are divided into equal groups by size, as Fingertips does.
 * @customfunction QUANTILE_BAND QUANTILE_BAND
 * @helpurl https://localhost:3000/help.html#QUANTILE_BAND
 * @param values The values to divide; blank cells take no part
 * @param [groups] Number of groups: 5 when left out
 * @param [descending] TRUE when left out: group 1 holds the highest values. FALSE: the lowest
 * @returns 1 to the number of groups, for each value
 */
export function quantileBand(values: any[][], groups?: number, descending?: boolean): any[][] {
  const compute = () => {
    const count = numberOption("groups", groups, 5);
    requireDomain(Number.isInteger(count) && count >= 2, "groups", "a whole number, 2 or more", count);
    const highestFirst = flag("descending", descending, true);
    const grid = readTogether({ values });
    const bands = attempt(() =>
      quantileBands(
        soundPlaces(grid).map((each) => each.values),
        count,
        highestFirst,
      ),
    );
    let next = 0;
    return spilled(
      mapPlaces(grid, () => {
        if (isCellError(bands)) throw bands;
        return bands[next++]!;
      }),
    );
  };
  return answer(() => remembered("QUANTILE_BAND", [values, groups, descending], compute));
}

/**
 * Process limits of a series in time order (XmR chart): mean, lower and upper limit.
 * @customfunction XMR_LIMITS XMR_LIMITS
 * @helpurl https://localhost:3000/help.html#XMR_LIMITS
 * @param values One row or one column in time order; blank cells are gaps
 * @param [screen] TRUE when left out: a single jump does not widen the limits
 * @returns One row: mean, lower limit, upper limit
 */
export function xmrLimits(values: any[][], screen?: boolean): any[][] {
  return answer(() => {
    const screened = flag("screen", screen, true);
    const cells = asCells(values);
    const found = requireRectangle("values", cells);
    if (found.rows > 1 && found.columns > 1)
      throw new ProblemError({ kind: "shapesDiffer", argument: "values", expected: "one row or one column", found: size(found) });
    const series = cells.flat().map((cell) => (absenceOf(plainValue(cell)) ? undefined : numberIn(cell, "values")));
    const { mean, lower, upper } = processLimits(series, screened);
    return [[mean, lower, upper].map(forCell)];
  });
}
