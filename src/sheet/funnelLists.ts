import type { FunnelPoint } from "../scorecard/funnel";
import { formula } from "./cells";
import { overPractices } from "./funnelColumns";
import { inOrder, listedName } from "./funnelPractices";
import type { Cell } from "./plan";

/** Practices in one band of the funnel: higher first, then lower, each by PCN and name. */
export interface FunnelList {
  readonly members: readonly FunnelPoint[];
  /** The k-th practice as it is listed, counted from 0, and its value. Empty where there is none. */
  readonly entry: (k: number) => { readonly name: Cell; readonly value: Cell };
  /** What stands below the list when there are more than fit. */
  readonly more: (shown: number) => Cell;
}

const signs = { "much higher": "▲▲", higher: "▲", lower: "▼", "much lower": "▼▼", similar: "·" } as const;

/** The list of those outside the 99.8 % limits, or between the two; a formula finds who is k-th, so that it follows the figures. */
export function funnelList(points: readonly FunnelPoint[], which: "outside" | "between", per: number): FunnelList {
  const members = which === "outside" ? inOrder(points, "much higher", "much lower") : inOrder(points, "higher", "lower");
  const over = (column: Parameters<typeof overPractices>[0]) => overPractices(column, points.length);
  const order = over(`${which}Order`);
  return {
    members,
    entry: (k) => {
      const point = members[k];
      const place = `IFERROR(MATCH(SMALL(${order},${k + 1}),${order},0),0)`;
      const [higher, lower] = which === "outside" ? ["▲▲", "▼▼"] : ["▲", "▼"];
      const sign = `IF(RIGHT(INDEX(${over("comparison")},${place}),6)="higher","${higher}","${lower}")`;
      const none = k === 0 ? "none" : "";
      return {
        name: formula(
          `=IF(${place}=0,"${none}",${sign}&"  "&INDEX(${over("name")},${place}))`,
          point ? `${signs[point.band]}  ${listedName(point)}` : none,
          "listed",
        ),
        value: formula(`=IF(${place}=0,"",INDEX(${over("value")},${place}))`, point ? point.value * per : "", "listed"),
      };
    },
    more: (shown) => {
      const rest = Math.max(0, members.length - shown);
      const all = `COUNT(${order})`;
      return formula(
        `=IF(${all}>${shown},"and "&${all}-${shown}&" more: see the Scorecard sheet","")`,
        rest > 0 ? `and ${rest} more: see the Scorecard sheet` : "",
        "panel",
      );
    },
  };
}
