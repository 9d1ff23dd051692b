/** The log of round trips between the add-in and the workbook: how many, how big, how long. What a developer of an add-in watches. */

export interface Trip {
  /** Milliseconds since the page was opened. */
  readonly at: number;
  readonly asked: string;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly ms: number;
  /** Why the workbook refused, in Office.js's own word, such as ItemNotFound. */
  readonly error?: string;
}

/** The parts of a request that say what it is about; the rest of the wire format is the host's business. */
interface Request {
  readonly Actions?: readonly { readonly ActionType?: number; readonly Name?: string; readonly ObjectPathId?: number }[];
  readonly ObjectPaths?: Readonly<
    Record<string, { readonly ObjectPathType?: number; readonly Name?: string; readonly ParentObjectPathId?: number }>
  >;
}

const QUERY = 2;
const CALL = 3;
const SET = 4;

/** Rows kept on the page; older ones count but are no longer listed. */
const LISTED = 200;

/**
 * What a request does, in a line: each call, setting and reading once, in order, with how often.
 *
 * @example
 * describeRequest({ Actions: [{ ActionType: 4, Name: "Values", ObjectPathId: 2 }], ObjectPaths: { "2": { Name: "GetRange" } } })
 * // "getRange.values ="
 */
export function describeRequest(body: unknown): string {
  const { Actions = [], ObjectPaths = {} } = (body ?? {}) as Request;
  const counts = new Map<string, number>();
  for (const action of Actions) {
    const path = ObjectPaths[String(action.ObjectPathId)];
    const owner = lowerFirst(path?.Name ?? "");
    const name = lowerFirst(action.Name ?? "");
    const said =
      action.ActionType === SET
        ? `${join(owner, name)} =`
        : action.ActionType === CALL
          ? `${join(owner, name)}()`
          : action.ActionType === QUERY
            ? `read ${owner || "workbook"}`
            : undefined;
    if (said !== undefined && !name.startsWith("_")) counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  if (counts.size === 0) return Actions.length === 0 ? "nothing" : "housekeeping";
  return [...counts].map(([said, times]) => (times === 1 ? said : `${said} ×${times}`)).join(", ");
}

const join = (owner: string, name: string): string => (owner === "" ? name : `${owner}.${name}`);
const lowerFirst = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);

export interface TripLog {
  readonly add: (trip: Trip) => void;
  readonly all: () => readonly Trip[];
}

/** Shows the totals in one line and the latest trips in a table. */
export function openTripLog(summary: HTMLElement, rows: HTMLElement): TripLog {
  const trips: Trip[] = [];
  const number = new Intl.NumberFormat("en-GB");
  const cell = (text: string): HTMLTableCellElement => {
    const made = document.createElement("td");
    made.textContent = text;
    return made;
  };
  const add = (trip: Trip): void => {
    trips.push(trip);
    const sum = (of: (each: Trip) => number): number => trips.reduce((total, each) => total + of(each), 0);
    const bytes = sum((each) => each.requestBytes + each.responseBytes);
    summary.textContent = `${number.format(trips.length)}, ${number.format(Math.ceil(bytes / 1024))} kB, ${number.format(Math.round(sum((each) => each.ms)))} ms`;
    const row = document.createElement("tr");
    const answer = cell(trip.error ?? "done");
    if (trip.error !== undefined) answer.dataset["refused"] = "";
    const asked = cell(trip.asked);
    asked.title = trip.asked;
    row.append(
      cell(String(trips.length)),
      cell(`${(trip.at / 1000).toFixed(1)} s`),
      asked,
      cell(number.format(trip.requestBytes)),
      cell(number.format(trip.responseBytes)),
      cell(trip.ms.toFixed(1)),
      answer,
    );
    rows.prepend(row);
    while (rows.childElementCount > LISTED) rows.lastElementChild?.remove();
  };
  return { add, all: () => trips };
}
