import type { Json } from "../engine/types";
import { Part, type Workspace } from "./workspace";

/** What an object has that only remembers: its values with what they are at first, and its parts. */
export interface Shape {
  readonly typeName: string;
  readonly values?: Readonly<Record<string, Json>>;
  readonly parts?: Readonly<Record<string, Shape>>;
  /** Methods that set or clear values, such as `setSolidColor`. */
  readonly methods?: Readonly<Record<string, (store: Store, path: string, ...given: never[]) => unknown>>;
}

/** Where values are remembered, by a path such as `axes.valueAxis.minimum`. */
export interface Store {
  get(path: string): Json | undefined;
  set(path: string, value: Json | undefined): void;
}

/** An object whose values the engine cannot hold and nobody computes with: they are kept, and read as they were set. */
export class Recorded extends Part {
  readonly typeName: string;

  constructor(
    workspace: Workspace,
    private readonly shape: Shape,
    store: Store,
    path = "",
  ) {
    super(workspace);
    this.typeName = shape.typeName;
    const at = (name: string): string => (path === "" ? name : `${path}.${name}`);
    for (const [name, initial] of Object.entries(shape.values ?? {}))
      this.define(name, { get: () => store.get(at(name)) ?? initial, set: (value: Json) => store.set(at(name), value) });
    for (const [name, part] of Object.entries(shape.parts ?? {}))
      this.define(name, { get: () => new Recorded(workspace, part, store, at(name)) });
    for (const [name, method] of Object.entries(shape.methods ?? {}))
      this.define(name, { value: (...given: never[]) => method(store, path, ...given) });
  }

  override get scalars(): readonly string[] {
    return Object.keys(this.shape.values ?? {});
  }

  private define(name: string, property: PropertyDescriptor): void {
    Object.defineProperty(this, name, { enumerable: false, configurable: true, ...property });
  }
}
