import { invalidArgument, itemNotFound } from "../apiError";
import type { Json } from "../engine/types";
import { KeyedCollection } from "./collection";
import { Figure } from "./figure";
import { Part, type Workspace } from "./workspace";

interface ShapeState {
  readonly [key: string]: Json;
  readonly name: string;
  readonly altTextTitle: string;
  readonly altTextDescription: string;
  readonly lockAspectRatio: boolean;
}

/** A picture on a sheet. Of Excel's shapes this host has pictures only. */
export class Shape extends Part {
  readonly typeName = "Shape";
  private readonly figure: Figure;
  constructor(
    workspace: Workspace,
    private readonly sheetId: string,
    readonly id: string,
  ) {
    super(workspace);
    this.figure = new Figure(workspace, sheetId, figureOf(id));
  }

  override get itemKey(): string {
    return this.id;
  }
  override get scalars(): readonly string[] {
    return ["altTextDescription", "altTextTitle", "height", "id", "left", "lockAspectRatio", "name", "top", "type", "width"];
  }

  get type(): string {
    return "Image";
  }
  get name(): string {
    return this.state.name;
  }
  set name(value: string) {
    this.change({ name: value });
  }
  get altTextTitle(): string {
    return this.state.altTextTitle;
  }
  set altTextTitle(value: string) {
    this.change({ altTextTitle: value });
  }
  get altTextDescription(): string {
    return this.state.altTextDescription;
  }
  set altTextDescription(value: string) {
    this.change({ altTextDescription: value });
  }
  /** While it is true, the one side follows the other. */
  get lockAspectRatio(): boolean {
    return this.state.lockAspectRatio;
  }
  set lockAspectRatio(value: boolean) {
    this.change({ lockAspectRatio: value });
  }

  get left(): number {
    return this.figure.left;
  }
  set left(points: number) {
    this.figure.left = points;
  }
  get top(): number {
    return this.figure.top;
  }
  set top(points: number) {
    this.figure.top = points;
  }
  get width(): number {
    return this.figure.width;
  }
  set width(points: number) {
    const ratio = points / this.figure.width;
    if (this.lockAspectRatio) this.figure.height *= ratio;
    this.figure.width = points;
  }
  get height(): number {
    return this.figure.height;
  }
  set height(points: number) {
    const ratio = points / this.figure.height;
    if (this.lockAspectRatio) this.figure.width *= ratio;
    this.figure.height = points;
  }

  delete(): void {
    this.figure.delete();
    this.book.setExtra(keyOf(this.sheetId, this.id), undefined);
  }

  private get state(): ShapeState {
    const state = this.book.extra<ShapeState>(keyOf(this.sheetId, this.id));
    if (!state) throw itemNotFound();
    return state;
  }
  private change(part: Partial<ShapeState>): void {
    this.workspace.guardSheet(this.sheetId, "allowEditObjects");
    this.book.setExtra(keyOf(this.sheetId, this.id), { ...this.state, ...part } as Json);
  }
}

export class ShapeCollection extends KeyedCollection<Shape> {
  readonly typeName = "ShapeCollection";
  constructor(
    workspace: Workspace,
    private readonly sheetId: string,
  ) {
    super(workspace);
  }
  all(): readonly Shape[] {
    const prefix = keyOf(this.sheetId, "");
    return this.book.extraKeys(prefix).map((key) => new Shape(this.workspace, this.sheetId, key.slice(prefix.length)));
  }
  /** @param base64 of a PNG; Excel takes JPEG too */
  addImage(base64: unknown): Shape {
    const size = typeof base64 === "string" ? pngSize(base64) : undefined;
    if (size === undefined) throw invalidArgument();
    this.workspace.guardSheet(this.sheetId, "allowEditObjects");
    const id = this.book.newId("shape");
    const name = `Picture ${this.all().length + 1}`;
    this.book.setExtra(keyOf(this.sheetId, id), { name, altTextTitle: "", altTextDescription: "", lockAspectRatio: true });
    this.book.dispatch("CREATE_IMAGE", {
      sheetId: this.sheetId,
      figureId: figureOf(id),
      col: 0,
      row: 0,
      offset: { x: 0, y: 0 },
      size,
      definition: { path: `data:image/png;base64,${String(base64)}`, size, mimetype: "image/png" },
    });
    return new Shape(this.workspace, this.sheetId, id);
  }
}

const keyOf = (sheetId: string, id: string): string => `shape|${sheetId}|${id}`;
const figureOf = (id: string): string => `figure${id}`;

/** Width and height stand in the first chunk of every PNG, after its signature (RFC 2083, 11.2.1). */
function pngSize(base64: string): { readonly width: number; readonly height: number } | undefined {
  if (!base64.startsWith("iVBORw0KGgo")) return undefined;
  const head = Uint8Array.from(atob(base64.slice(0, 32)), (character) => character.charCodeAt(0));
  const view = new DataView(head.buffer);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
