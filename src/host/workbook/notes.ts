import { invalidArgument, itemAlreadyExists, itemNotFound } from "../apiError";
import { areaOf } from "../engine/book";
import type { Json } from "../engine/types";
import { KeyedCollection } from "./collection";
import { Range, rangeFrom } from "./range";
import { Part, type Workspace } from "./workspace";

interface Written {
  readonly [key: string]: Json;
  readonly author: string;
  readonly content: string;
}

type Kind = "note" | "comment";

/** A note or comment at a cell; both are kept, neither is drawn. */
export class Note extends Part {
  readonly typeName: string;
  constructor(
    workspace: Workspace,
    private readonly kind: Kind,
    private readonly key: string,
  ) {
    super(workspace);
    this.typeName = kind === "note" ? "Note" : "Comment";
  }
  override get itemKey(): string {
    return this.id;
  }
  override get scalars(): readonly string[] {
    return this.kind === "note"
      ? ["authorName", "content", "height", "visible", "width"]
      : ["authorEmail", "authorName", "content", "contentType", "id", "resolved"];
  }
  get id(): string {
    return this.kind === "note" ? this.getLocation().address : (this.key.split("|")[2] ?? "");
  }
  get authorName(): string {
    return this.written.author;
  }
  get authorEmail(): string {
    return "";
  }
  get content(): string {
    return this.written.content;
  }
  set content(value: string) {
    this.book.setExtra(this.key, { ...this.written, content: value });
  }
  get contentType(): string {
    return "Plain";
  }
  get resolved(): boolean {
    return this.written["resolved"] === true;
  }
  set resolved(value: boolean) {
    this.book.setExtra(this.key, { ...this.written, resolved: value });
  }
  get visible(): boolean {
    return this.written["visible"] === true;
  }
  set visible(value: boolean) {
    this.book.setExtra(this.key, { ...this.written, visible: value });
  }
  get width(): number {
    return Number(this.written["width"] ?? 108);
  }
  set width(value: number) {
    this.book.setExtra(this.key, { ...this.written, width: value });
  }
  get height(): number {
    return Number(this.written["height"] ?? 59.25);
  }
  set height(value: number) {
    this.book.setExtra(this.key, { ...this.written, height: value });
  }
  /** What was answered to a comment. */
  get replies(): ReplyCollection {
    return new ReplyCollection(this.workspace, {
      read: () => (this.written["replies"] ?? []) as unknown as readonly Written[],
      write: (replies) => this.book.setExtra(this.key, { ...this.written, replies: replies as unknown as Json }),
    });
  }
  getLocation(): Range {
    const place = this.book.place(this.key)?.[0];
    if (!place) throw itemNotFound();
    return new Range(this.workspace, place.sheetId, areaOf(place.zone));
  }
  delete(): void {
    const { sheetId } = this.getLocation();
    this.book.setExtra(this.key, undefined);
    this.book.setPlace(this.key, sheetId, undefined);
  }
  private get written(): Written {
    const written = this.book.extra<Written>(this.key);
    if (!written) throw itemNotFound();
    return written;
  }
}

interface Replies {
  read(): readonly Written[];
  write(replies: readonly Written[]): void;
}

class Reply extends Part {
  readonly typeName = "CommentReply";
  constructor(
    workspace: Workspace,
    private readonly replies: Replies,
    private readonly index: number,
  ) {
    super(workspace);
  }
  override get itemKey(): string {
    return this.id;
  }
  override get scalars(): readonly string[] {
    return ["authorName", "content", "id"];
  }
  get id(): string {
    return String(this.index);
  }
  get authorName(): string {
    return this.replies.read()[this.index]?.author ?? "";
  }
  get content(): string {
    return this.replies.read()[this.index]?.content ?? "";
  }
}

export class ReplyCollection extends KeyedCollection<Reply> {
  readonly typeName = "CommentReplyCollection";
  constructor(
    workspace: Workspace,
    private readonly replies: Replies,
  ) {
    super(workspace);
  }
  all(): readonly Reply[] {
    return this.replies.read().map((_, i) => new Reply(this.workspace, this.replies, i));
  }
  add(content: unknown): Reply {
    if (typeof content !== "string") throw invalidArgument();
    const before = this.replies.read();
    this.replies.write([...before, { author: "You", content }]);
    return new Reply(this.workspace, this.replies, before.length);
  }
}

/** Notes or comments of the workbook or of one sheet; found by id or by the cell they stand at. */
export class NoteCollection extends KeyedCollection<Note> {
  readonly typeName: string;
  constructor(
    workspace: Workspace,
    private readonly kind: Kind,
    private readonly sheetId?: string,
  ) {
    super(workspace);
    this.typeName = kind === "note" ? "NoteCollection" : "CommentCollection";
  }
  all(): readonly Note[] {
    const sheet = this.sheetId === undefined ? "" : `${this.sheetId}|`;
    return this.book.extraKeys(`${this.kind}|${sheet}`).map((key) => new Note(this.workspace, this.kind, key));
  }
  add(cell: unknown, content: unknown): Note {
    const { sheetId, area } = rangeFrom(this.workspace, this.sheetId, cell);
    if (area.rows !== 1 || area.columns !== 1 || typeof content !== "string") throw invalidArgument();
    if (this.atCell(cell)) throw itemAlreadyExists();
    this.workspace.guardSheet(sheetId, "allowEditObjects");
    this.book.grow(sheetId, area);
    const key = `${this.kind}|${sheetId}|${this.book.newId("n")}`;
    this.book.setExtra(key, { author: "You", content });
    this.book.setPlace(key, sheetId, [area]);
    return new Note(this.workspace, this.kind, key);
  }
  getItemByCell(cell: unknown): Note {
    const note = this.atCell(cell);
    if (!note) throw itemNotFound();
    return note;
  }
  protected override find(key: string | number): Note | undefined {
    return this.all().find((note) => note.id === key) ?? (this.kind === "note" ? this.atCell(String(key)) : undefined);
  }
  private atCell(cell: unknown): Note | undefined {
    const { sheetId, area } = rangeFrom(this.workspace, this.sheetId, cell);
    return this.all().find((note) => {
      const location = note.getLocation();
      return location.sheetId === sheetId && location.area.row === area.row && location.area.column === area.column;
    });
  }
}
