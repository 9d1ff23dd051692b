import { ApiError } from "./apiError";
import { ActionType, type RequestBody, type ResponseBody } from "./wire";

/** How one request goes wrong. */
export interface Fault {
  /** Which request from now on: 1 is the next. Requests that only clean up do not count. */
  readonly request: number;
  readonly code: string;
  readonly message?: string;
  /** Whether the request is carried out up to and without this action (counted from 0) before it fails; 0 if left out. */
  readonly afterActions?: number;
  /** The whole request is carried out and only its answer is lost, as when the connection is cut. */
  readonly answerLost?: boolean;
}

const MESSAGES: Readonly<Record<string, string>> = {
  AccessDenied: "You cannot perform the requested operation.",
  ActivityLimitReached: "Activity limit has been reached.",
  GeneralException: "There was an internal error while processing the request.",
  InvalidOperationInCellEditMode:
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  RequestPayloadSizeLimitExceeded: "The request payload size has exceeded the limit.",
  ConnectionFailure: "We were unable to communicate with the server.",
  ServiceNotAvailable: "The service is unavailable.",
};

/** Request flag: wait until the person has left the cell. */
const DELAY_FOR_CELL_EDIT = 64;

/** Excel on the web takes requests and answers of up to 5 MB. */
const WEB_PAYLOAD = 5 * 1024 * 1024;

/** What befalls one request. */
export interface Fate {
  /** It is refused, before or after part of it was carried out. */
  readonly fault?: Fault;
  /** It is carried out a second time, as when a message is sent again because its answer was lost on the way. */
  readonly twice: boolean;
}

type Plan = Fault | "twice" | (() => void);

/**
 * Trouble on demand: what happens to a request because of the moment and not because of what it asks. A person edits a cell, or deletes a
 * sheet; the workbook turns read-only; a request is too large for the web; any single one can be told to fail, to stall, or to arrive twice.
 */
export class Faults {
  private editing = false;
  /** In bytes, for requests and answers; undefined for Excel on the desktop. */
  payloadLimit: number | undefined;
  /** The workbook may be read and not be changed, as when it is opened in Excel's reading view. */
  readOnly = false;
  private readonly planned: { left: number; readonly plan: Plan }[] = [];
  private stalls = 0;
  private readonly stalled: (() => void)[] = [];
  private readonly delayed: (() => void)[] = [];

  /** True while a person edits a cell: requests fail, or wait where they asked to (Excel.run's `delayForCellEdit`). */
  get editMode(): boolean {
    return this.editing;
  }
  set editMode(editing: boolean) {
    this.editing = editing;
    if (!editing) for (const go of this.delayed.splice(0)) go();
  }

  /** The n-th request from now on fails. */
  fail(fault: Fault): void {
    this.planned.push({ left: fault.request, plan: fault });
  }

  /** The n-th request from now on is carried out twice; its second answer is the one that is heard. */
  arriveTwice(request: number): void {
    this.planned.push({ left: request, plan: "twice" });
  }

  /** Something happens in the workbook just before the n-th request from now on, such as a person deleting a sheet. */
  meanwhile(request: number, happens: () => void): void {
    this.planned.push({ left: request, plan: happens });
  }

  limitPayloadAsOnTheWeb(): void {
    this.payloadLimit = WEB_PAYLOAD;
  }

  /** The next requests wait until `resume`. */
  stall(): void {
    this.stalls++;
  }
  resume(): void {
    this.stalls = 0;
    for (const go of this.stalled.splice(0)) go();
  }
  /**
   * Resolves when the host may answer.
   * @param flags of the request, as the client sends them along
   */
  turn(flags = 0): Promise<void> | undefined {
    if (this.stalls > 0) return new Promise((resolve) => this.stalled.push(resolve));
    if (this.editing && (flags & DELAY_FOR_CELL_EDIT) !== 0) return new Promise((resolve) => this.delayed.push(resolve));
    return undefined;
  }

  clear(): void {
    this.editMode = false;
    this.readOnly = false;
    this.payloadLimit = undefined;
    this.planned.splice(0);
    this.resume();
  }

  /** What befalls a request before it is carried out. What was to happen meanwhile has happened when this returns. */
  before(body: RequestBody, bytes: number): Fate {
    if (isHousekeeping(body)) return { twice: false };
    if (this.editMode) return { fault: { request: 0, code: "InvalidOperationInCellEditMode" }, twice: false };
    if (this.payloadLimit !== undefined && bytes > this.payloadLimit)
      return { fault: { request: 0, code: "RequestPayloadSizeLimitExceeded" }, twice: false };
    for (const each of this.planned) each.left--;
    const due = this.planned.filter(({ left }) => left <= 0).map(({ plan }) => plan);
    this.planned.splice(0, this.planned.length, ...this.planned.filter(({ left }) => left > 0));
    for (const plan of due) if (typeof plan === "function") plan();
    const fault = due.find((plan): plan is Fault => typeof plan === "object");
    return { ...(fault ? { fault } : {}), twice: due.includes("twice") };
  }

  /** An answer that is too large for the web. */
  after(bytes: number): Fault | undefined {
    const tooLarge = this.payloadLimit !== undefined && bytes > this.payloadLimit;
    return tooLarge
      ? { request: 0, code: "ResponsePayloadSizeLimitExceeded", message: "The response payload size has exceeded the limit." }
      : undefined;
  }
}

/** Handing back references after Excel.run, and nothing else. */
export const isHousekeeping = (body: RequestBody): boolean =>
  body.Actions.some(({ Name }) => Name === "_RemoveReference") &&
  body.Actions.every(({ Name, ActionType: type }) => Name === "_RemoveReference" || type === ActionType.instantiate);

export function refusalOf(fault: Fault, results: ResponseBody["Results"] = []): ResponseBody {
  const error = new ApiError(fault.code, fault.message ?? MESSAGES[fault.code] ?? fault.code);
  return {
    Results: results,
    Error: { Code: error.code, Message: error.message, ActionIndex: fault.afterActions ?? 0, HttpStatusCode: 400 },
  };
}
