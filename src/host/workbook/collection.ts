import { invalidArgument, itemNotFound } from "../apiError";
import { ClientCollection, type ClientObject } from "../clientObject";
import type { Book } from "../engine/book";
import type { Workspace } from "./workspace";

/** A collection whose items have a key, and mostly a name: how Office.js finds them is the same everywhere. */
export abstract class KeyedCollection<T extends ClientObject> extends ClientCollection<T> {
  constructor(readonly workspace: Workspace) {
    super();
  }

  protected get book(): Book {
    return this.workspace.book;
  }

  override get scalars(): readonly string[] {
    return ["count"];
  }
  get count(): number {
    return this.all().length;
  }

  getCount(): number {
    return this.all().length;
  }
  getItem(key: string | number): T {
    const item = this.find(key);
    if (!item) throw itemNotFound();
    return item;
  }
  getItemOrNullObject(key: string | number): T | null {
    return this.find(key) ?? null;
  }
  getItemAt(index: number): T {
    const item = this.all()[index];
    if (!item) throw invalidArgument();
    return item;
  }
  getFirst(): T {
    return this.getItemAt(0);
  }

  /** By key, or by name without regard to case. */
  protected find(key: string | number): T | undefined {
    const wanted = String(key).toLowerCase();
    return this.all().find((item) => item.itemKey === String(key) || (item as { readonly name?: string }).name?.toLowerCase() === wanted);
  }
}
