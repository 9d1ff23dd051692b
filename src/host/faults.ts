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
}

const MESSAGES: Readonly<Record<string, string>> = {
  AccessDenied: "You cannot perform the requested operation.",
  ActivityLimitReached: "Activity limit has been reached.",
  GeneralException: "There was an internal error while processing the request.",
  InvalidOperationInCellEditMode:
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  RequestPayloadSizeLimitExceeded: "The request payload size has exceeded the limit.",
  ServiceNotAvailable: "The service is unavailable.",
};

/** Excel on the web takes requests and answers of up to 5 MB. */
const WEB_PAYLOAD = 5 * 1024 * 1024;

/**
 * Trouble on demand: Excel's refusals that depend on the moment and not on the request. A person editing a cell makes every request fail,
 * a large request fails on the web, and any single request can be told to fail.
 */
export class Faults {
  /** True while a person edits a cell. */
  editMode = false;
  /** In bytes, for requests and answers; undefined for Excel on the desktop. */
  payloadLimit: number | undefined;
  private readonly planned: { left: number; readonly fault: Fault }[] = [];
  private stalls = 0;
  private readonly stalled: (() => void)[] = [];

  /** The n-th request from now on fails. */
  fail(fault: Fault): void {
    this.planned.push({ left: fault.request, fault });
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
  /** Resolves when the host may answer. */
  turn(): Promise<void> | undefined {
    return this.stalls === 0 ? undefined : new Promise((resolve) => this.stalled.push(resolve));
  }

  clear(): void {
    this.editMode = false;
    this.payloadLimit = undefined;
    this.planned.splice(0);
    this.resume();
  }

  /** What befalls a request before it is carried out. */
  before(body: RequestBody, bytes: number): Fault | undefined {
    if (isHousekeeping(body)) return undefined;
    if (this.editMode) return { request: 0, code: "InvalidOperationInCellEditMode" };
    if (this.payloadLimit !== undefined && bytes > this.payloadLimit) return { request: 0, code: "RequestPayloadSizeLimitExceeded" };
    for (const plan of this.planned) plan.left--;
    const due = this.planned.findIndex((plan) => plan.left <= 0);
    return due < 0 ? undefined : this.planned.splice(due, 1)[0]?.fault;
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
const isHousekeeping = (body: RequestBody): boolean =>
  body.Actions.some(({ Name }) => Name === "_RemoveReference") &&
  body.Actions.every(({ Name, ActionType: type }) => Name === "_RemoveReference" || type === ActionType.instantiate);

export function refusalOf(fault: Fault, results: ResponseBody["Results"] = []): ResponseBody {
  const error = new ApiError(fault.code, fault.message ?? MESSAGES[fault.code] ?? fault.code);
  return {
    Results: results,
    Error: { Code: error.code, Message: error.message, ActionIndex: fault.afterActions ?? 0, HttpStatusCode: 400 },
  };
}
