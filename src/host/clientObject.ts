/**
 * An object that an add-in can hold: a range, a sheet, a fill.
 *
 * The executor finds members by their public names, so a subclass simply has properties and methods as Office.js documents them.
 * Members of our own must not carry a name that Office.js uses for something else.
 */
export abstract class ClientObject {
  /** Its name in Office.js, such as `Range`; names the object in messages. */
  abstract readonly typeName: string;

  /** What the client may ask for by `getItem`; sent so that an object just made is not made again. */
  get itemKey(): string | undefined {
    return undefined;
  }

  /** Objects without a key, such as ranges, are kept for the client under a reference. */
  get keptByReference(): boolean {
    return false;
  }

  /** What `load()` without names brings back. */
  get scalars(): readonly string[] {
    return [];
  }
}

/** A collection: `items` for `load("items/...")`, `getItem` and its relatives. */
export abstract class ClientCollection<T extends ClientObject> extends ClientObject {
  abstract all(): readonly T[];
}

export type Members = Record<string, unknown>;

/** The object seen by member name; the one place where the executor trusts reflection. */
export const members = (object: ClientObject): Members => object as unknown as Members;
