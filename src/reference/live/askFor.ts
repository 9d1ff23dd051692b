import { ProblemError } from "../../problem";

/** How something is asked for over the network. `fetch` is handed in, so that the same code runs in the pane, in Node and beside a test's server. */
export interface Asking {
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds until an answer that does not come is given up; 30 seconds where left out. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
  /** Largest answer that is read, in bytes; 60 MB where left out. */
  readonly mostBytes?: number;
  /** How it waits before asking again; a test does not want to. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** What is asked for. */
export interface Wanted {
  readonly address: string;
  /** As a person knows it: "OpenPrescribing". */
  readonly source: string;
  /** Kind of content that is right, like /json/; an answer of another kind is refused unread. */
  readonly contentType: RegExp;
}

/** After this many times "too many requests" it is left alone. */
const MOST_TRIES = 3;
/** A server may ask for a longer pause than a person at the pane will sit through. */
const LONGEST_PAUSE = 60_000;
const PAUSE = 5_000;

/**
 * The bytes at an address, whole or not at all.
 *
 * "Too many requests" (429) is answered with patience: it waits as long as the server asks (Retry-After), at most a minute, and asks
 * three times in all. Nothing else is asked twice.
 *
 * @throws ProblemError `unreadable` with words for: no connection, no answer in time, a refusal, a fault of the server, another kind of
 *   content (such as a sign-in page), an answer that breaks off or is too long; `cancelled`
 */
export async function askFor(wanted: Wanted, asking: Asking): Promise<Uint8Array<ArrayBuffer>> {
  const { source } = wanted;
  const { wait = pause } = asking;
  for (let tried = 1; ; tried++) {
    const { response, stop } = await answerTo(wanted, asking);
    try {
      if (response.status === 429 && tried < MOST_TRIES) {
        const needed = pauseAsked(response);
        if (needed > LONGEST_PAUSE)
          throw unreadable(source, `it asks to wait ${Math.ceil(needed / 60_000)} minutes before the next request`);
        await response.body?.cancel();
        await wait(needed);
        if (asking.signal?.aborted) throw cancelled(source);
        continue;
      }
      if (!response.ok) throw unreadable(source, refusal(response.status));
      const type = response.headers.get("content-type") ?? "";
      if (!wanted.contentType.test(type)) throw unreadable(source, `it answered with ${kindOf(type)} where data were expected`);
      return await wholeBody(response, source, asking);
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      throw asking.signal?.aborted ? cancelled(source) : unreadable(source, "its answer broke off before it was complete; try again");
    } finally {
      stop();
    }
  }
}

/** The same for what need not be there: null where there is no such address, or no connection to ask over. */
export async function askIfThere(wanted: Wanted, asking: Asking): Promise<Uint8Array<ArrayBuffer> | null> {
  let absent = true;
  // Called as a method of anything but the page, a browser's own fetch refuses.
  const { fetch: given } = asking;
  const fetch: typeof globalThis.fetch = async (...request) => {
    const response = await given(...request);
    absent = response.status === 404;
    return response;
  };
  try {
    return await askFor(wanted, { ...asking, fetch });
  } catch (error) {
    if (absent && !asking.signal?.aborted) return null;
    throw error;
  }
}

/** The answer, with a clock that runs until `stop`: reading the body is under it too. */
async function answerTo({ address, source }: Wanted, { fetch, timeout = 30_000, signal }: Asking) {
  const own = new AbortController();
  const stopOwn = () => own.abort();
  signal?.addEventListener("abort", stopOwn);
  const clock = setTimeout(stopOwn, timeout);
  const stop = () => {
    clearTimeout(clock);
    signal?.removeEventListener("abort", stopOwn);
  };
  if (signal?.aborted) own.abort();
  try {
    const response = await fetch(address, { signal: own.signal, credentials: "omit", redirect: "follow", referrerPolicy: "no-referrer" });
    return { response, stop };
  } catch {
    stop();
    if (signal?.aborted) throw cancelled(source);
    if (own.signal.aborted) throw unreadable(source, `it did not answer within ${Math.round(timeout / 1000)} seconds; try again later`);
    throw unreadable(source, "it could not be reached: there may be no connection, or this network or the source does not allow it");
  }
}

async function wholeBody(response: Response, source: string, { mostBytes = 60_000_000 }: Asking): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(response.headers.get("content-length") ?? Number.NaN);
  if (announced > mostBytes) throw unreadable(source, tooLong(mostBytes));
  const reader = response.body?.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || !value) break;
    pieces.push(value as Uint8Array<ArrayBuffer>);
    length += value.length;
    if (length > mostBytes) {
      await reader?.cancel();
      throw unreadable(source, tooLong(mostBytes));
    }
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** Retry-After is a number of seconds or a date (RFC 9110, 10.2.3). */
function pauseAsked({ headers }: Response): number {
  const asked = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(asked)) return Number(asked) * 1000;
  const until = Date.parse(asked);
  return Number.isNaN(until) ? PAUSE : Math.max(0, until - Date.now());
}

function refusal(status: number): string {
  if (status === 429) return "it answered several times that it has too many requests (429); try again later";
  if (status === 404) return "it has nothing at that address (404)";
  if (status === 401 || status === 403 || status === 407) return `it does not allow this (${status})`;
  if (status >= 500) return `it has a fault of its own at the moment (${status}); try again later`;
  return `it refused the request (${status})`;
}

const kindOf = (type: string): string => (/html/i.test(type) ? "a web page" : type.split(";")[0]?.trim() || "content of no kind");
const tooLong = (most: number): string => `its answer is longer than ${Math.round(most / 1_000_000)} MB`;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const unreadable = (file: string, reason: string): ProblemError => new ProblemError({ kind: "unreadable", file, reason });
const cancelled = (what: string): ProblemError => new ProblemError({ kind: "cancelled", what });
