/** Something in foreign data that is not as it should be; `path` says where: "areas[3].file". */
export interface ShapeFault {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/**
 * Checks a value of unknown origin (parsed JSON) and gives it back as its type; every fault goes on the list.
 * What comes back after a fault is a stand-in: look at the list before using it.
 */
export type Shape<T> = (value: unknown, path: string, faults: ShapeFault[]) => T;

/** A value as its type, or every fault in it. Nothing is thrown, however odd the value. */
export function checked<T>(
  shape: Shape<T>,
  value: unknown,
): { readonly value: T; readonly faults: readonly [] } | { readonly faults: readonly ShapeFault[] } {
  const faults: ShapeFault[] = [];
  const read = shape(value, "", faults);
  return faults.length === 0 ? { value: read, faults: [] } : { faults };
}

const basic =
  <T>(expected: string, standIn: T, fits: (value: unknown) => boolean): Shape<T> =>
  (value, path, faults) => {
    if (fits(value)) return value as T;
    faults.push({ path, expected, found: inWords(value) });
    return standIn;
  };

export const isText = (most = 2000): Shape<string> =>
  basic(`text of at most ${most} characters`, "", (value) => typeof value === "string" && value.length <= most);

/** Text of one kind, such as a code; `expected` describes it to a person. */
export const isTextLike = (pattern: RegExp, expected: string): Shape<string> =>
  basic(expected, "", (value) => typeof value === "string" && pattern.test(value));

export const isNumber: Shape<number> = basic("a number", 0, (value) => typeof value === "number" && Number.isFinite(value));
export const isCount: Shape<number> = basic(
  "a whole number, 0 or more",
  0,
  (value) => Number.isSafeInteger(value) && (value as number) >= 0,
);
export const isYesNo: Shape<boolean> = basic("true or false", false, (value) => typeof value === "boolean");

export const isExactly = <T extends string | number>(...allowed: readonly T[]): Shape<T> =>
  basic(allowed.map((one) => JSON.stringify(one)).join(" or "), allowed[0] as T, (value) => allowed.includes(value as T));

export const isNumberOrText: Shape<number | string> = basic(
  "a number or text",
  0,
  (value) => (typeof value === "number" && Number.isFinite(value)) || (typeof value === "string" && value.length <= 2000),
);

/** null, or what the other shape allows. */
export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value, path, faults) =>
    value === null ? null : shape(value, path, faults);

export const isList =
  <T>(of: Shape<T>, most = 5_000_000): Shape<readonly T[]> =>
  (value, path, faults) => {
    if (!Array.isArray(value) || value.length > most) {
      faults.push({ path, expected: `a list of at most ${most}`, found: inWords(value) });
      return [];
    }
    return value.map((one, i) => of(one, `${path}[${i}]`, faults));
  };

/** A record with these properties; those in `may` can be left out. Properties besides are dropped, whatever they are called. */
export const isRecord =
  <Must extends object, May extends object = object>(
    must: { readonly [Key in keyof Must]: Shape<Must[Key]> },
    may?: { readonly [Key in keyof May]: Shape<May[Key]> },
  ): Shape<Must & Partial<May>> =>
  (value, path, faults) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      faults.push({ path, expected: "a record", found: inWords(value) });
      return {} as Must & Partial<May>;
    }
    const read: [string, unknown][] = [];
    for (const [key, shape] of Object.entries<Shape<unknown>>(must)) read.push([key, shape(own(value, key), within(path, key), faults)]);
    for (const [key, shape] of Object.entries<Shape<unknown>>(may ?? {}))
      if (own(value, key) !== undefined) read.push([key, shape(own(value, key), within(path, key), faults)]);
    return Object.fromEntries(read) as Must & Partial<May>;
  };

/** What `__proto__` and its kin bring along is not the record's own. */
const own = (record: object, key: string): unknown => (Object.hasOwn(record, key) ? (record as Record<string, unknown>)[key] : undefined);

const within = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);

export function inWords(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "a record";
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** The faults as one sentence: the first few, and how many more there are. */
export function faultsInWords(faults: readonly ShapeFault[], shown = 3): string {
  const first = faults.slice(0, shown).map(({ path, expected, found }) => `${path || "the whole"}: expected ${expected}, found ${found}`);
  return `${first.join("; ")}${faults.length > shown ? `; and ${faults.length - shown} more` : ""}`;
}
