import { invalidArgument } from "../apiError";
import type { Json } from "../engine/types";
import { KeyedCollection } from "./collection";
import { Part, type Workspace } from "./workspace";

const TEXTS = ["author", "category", "comments", "company", "keywords", "manager", "subject", "title"] as const;

/** `workbook.properties`: title, author and their like. */
export class DocumentProperties extends Part {
  readonly typeName = "DocumentProperties";
  override get scalars(): readonly string[] {
    return [...TEXTS, "creationDate", "lastAuthor", "revisionNumber"];
  }
  get custom(): CustomPropertyCollection {
    return new CustomPropertyCollection(this.workspace);
  }
  get lastAuthor(): string {
    return this.text("author");
  }
  get creationDate(): string {
    return this.book.extra<string>("document||creationDate") ?? "2024-04-01T09:00:00.000Z";
  }
  get revisionNumber(): number {
    return this.book.extra<number>("document||revisionNumber") ?? 0;
  }
  set revisionNumber(value: number) {
    this.book.setExtra("document||revisionNumber", value);
  }
  text(name: string): string {
    return this.book.extra<string>(`document||${name}`) ?? "";
  }
  setText(name: string, value: unknown): void {
    if (typeof value !== "string") throw invalidArgument();
    this.book.setExtra(`document||${name}`, value);
  }
}

for (const name of TEXTS)
  Object.defineProperty(DocumentProperties.prototype, name, {
    get(this: DocumentProperties) {
      return this.text(name);
    },
    set(this: DocumentProperties, value: unknown) {
      this.setText(name, value);
    },
  });

class CustomProperty extends Part {
  readonly typeName = "CustomProperty";
  constructor(
    workspace: Workspace,
    readonly key: string,
  ) {
    super(workspace);
  }
  override get itemKey(): string {
    return this.key;
  }
  override get scalars(): readonly string[] {
    return ["key", "type", "value"];
  }
  get name(): string {
    return this.key;
  }
  get value(): Json {
    return this.book.extra<Json>(`documentCustom||${this.key}`) ?? null;
  }
  set value(value: Json) {
    this.book.setExtra(`documentCustom||${this.key}`, value);
  }
  get type(): string {
    return { number: "Number", boolean: "Boolean" }[typeof this.value as string] ?? "String";
  }
  delete(): void {
    this.book.setExtra(`documentCustom||${this.key}`, undefined);
  }
}

class CustomPropertyCollection extends KeyedCollection<CustomProperty> {
  readonly typeName = "CustomPropertyCollection";
  all(): readonly CustomProperty[] {
    return this.book.extraKeys("documentCustom||").map((key) => new CustomProperty(this.workspace, key.slice("documentCustom||".length)));
  }
  add(key: string, value: Json): CustomProperty {
    const property = this.find(key) ?? new CustomProperty(this.workspace, key);
    property.value = value;
    return property;
  }
  deleteAll(): void {
    for (const property of this.all()) property.delete();
  }
}
