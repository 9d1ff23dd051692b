import { notSupported } from "./apiError";
import { ClientCollection, ClientObject, members } from "./clientObject";
import { memberName, wireName, type Query } from "./wire";

export interface References {
  readonly byId: Map<string, ClientObject>;
  readonly idOf: Map<ClientObject, string>;
  next: number;
}

/** What is wanted of an object, as a tree: `format/fill/color` hangs `color` below `fill` below `format`. */
interface Wanted {
  readonly [member: string]: Wanted;
}

/** What the client learns of an object when it is first used. Without it, the client would ask `add` again in its next request. */
export function identify(object: ClientObject, references: References): Record<string, unknown> {
  const identity: Record<string, unknown> = {};
  if (object.itemKey !== undefined) identity["Id"] = object.itemKey;
  if (object.keptByReference) identity["_ReferenceId"] = keep(object, references);
  return identity;
}

/** Answers `object.load(...)`. */
export function load(object: ClientObject, query: Query, references: References): Record<string, unknown> {
  const named = [...(query.Select ?? []), ...(query.Expand ?? [])];
  return shape(object, treeOf(named), named.length === 0, query, references);
}

function keep(object: ClientObject, references: References): string {
  const known = references.idOf.get(object);
  if (known) return known;
  const id = `r${references.next++}`;
  references.idOf.set(object, id);
  references.byId.set(id, object);
  return id;
}

function treeOf(names: readonly string[]): Wanted {
  const tree: Record<string, Wanted> = {};
  for (const name of names) {
    let node = tree;
    for (const step of name.split(/[/.]/)) node = (node[memberName(step)] ??= {}) as Record<string, Wanted>;
  }
  return tree;
}

function shape(object: ClientObject, wanted: Wanted, everything: boolean, query: Query, references: References): Record<string, unknown> {
  return object instanceof ClientCollection
    ? shapeCollection(object, wanted, everything, query, references)
    : shapeObject(object, wanted, everything, references);
}

function shapeObject(object: ClientObject, wanted: Wanted, everything: boolean, references: References): Record<string, unknown> {
  const shaped = identify(object, references);
  const names = new Set(Object.keys(wanted).filter((name) => name !== "*" && name !== "$none" && name !== "$all"));
  if (everything || "*" in wanted || "$all" in wanted) for (const scalar of object.scalars) names.add(scalar);
  for (const name of names) {
    if (!(name in object)) throw notSupported(object.typeName, name);
    const value = members(object)[name];
    const inner = wanted[name] ?? {};
    shaped[wireName(name)] =
      value instanceof ClientObject ? shape(value, inner, Object.keys(inner).length === 0, {}, references) : (value ?? null);
  }
  return shaped;
}

/** Members after `items/` belong to each item; so do bare names, because the client takes a leading `items/` away. */
function shapeCollection(
  collection: ClientCollection<ClientObject>,
  wanted: Wanted,
  everything: boolean,
  query: Query,
  references: References,
): Record<string, unknown> {
  const shaped = identify(collection, references);
  const ofItems: Record<string, Wanted> = { ...wanted, ...(wanted["items"] ?? {}) };
  delete ofItems["items"];
  for (const own of collection.scalars) {
    if (own in wanted) shaped[wireName(own)] = members(collection)[own];
    delete ofItems[own];
  }
  const from = query.Skip ?? 0;
  const items = collection.all().slice(from, query.Top ? from + query.Top : undefined);
  const all = everything || Object.keys(ofItems).length === 0;
  shaped["_Items"] = items.map((item) => shape(item, ofItems, all, {}, references));
  return shaped;
}
