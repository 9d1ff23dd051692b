import { invalidArgument, invalidOperation } from "../apiError";
import { KeyedCollection } from "./collection";
import { Part, type Workspace } from "./workspace";

/** A document of the add-in's own inside the workbook's file. Its namespace is read from the first element. */
export class CustomXmlPart extends Part {
  readonly typeName = "CustomXmlPart";
  constructor(
    workspace: Workspace,
    readonly id: string,
  ) {
    super(workspace);
  }
  override get itemKey(): string {
    return this.id;
  }
  override get scalars(): readonly string[] {
    return ["id", "namespaceUri"];
  }
  get namespaceUri(): string {
    return /<[^?!][^>]*\sxmlns\s*=\s*["']([^"']*)["']/.exec(this.getXml())?.[1] ?? "";
  }
  getXml(): string {
    return this.book.extra<string>(`xml||${this.id}`) ?? "";
  }
  setXml(xml: string): void {
    if (!looksLikeXml(xml)) throw invalidArgument();
    this.book.setExtra(`xml||${this.id}`, xml);
  }
  delete(): void {
    this.book.setExtra(`xml||${this.id}`, undefined);
  }
}

export class CustomXmlPartCollection extends KeyedCollection<CustomXmlPart> {
  readonly typeName: string = "CustomXmlPartCollection";
  all(): readonly CustomXmlPart[] {
    return this.book.extraKeys("xml||").map((key) => new CustomXmlPart(this.workspace, key.slice("xml||".length)));
  }
  add(xml: string): CustomXmlPart {
    if (!looksLikeXml(xml)) throw invalidArgument();
    const part = new CustomXmlPart(this.workspace, `{${this.book.newId("xml")}}`);
    part.setXml(xml);
    return part;
  }
  getByNamespace(namespaceUri: string): CustomXmlPartScopedCollection {
    return new CustomXmlPartScopedCollection(this.workspace, namespaceUri);
  }
}

export class CustomXmlPartScopedCollection extends KeyedCollection<CustomXmlPart> {
  readonly typeName = "CustomXmlPartScopedCollection";
  constructor(
    workspace: Workspace,
    private readonly namespaceUri: string,
  ) {
    super(workspace);
  }
  all(): readonly CustomXmlPart[] {
    return new CustomXmlPartCollection(this.workspace).all().filter((part) => part.namespaceUri === this.namespaceUri);
  }
  getOnlyItem(): CustomXmlPart {
    const [only, ...others] = this.all();
    if (!only || others.length > 0) throw invalidOperation();
    return only;
  }
  getOnlyItemOrNullObject(): CustomXmlPart | null {
    const parts = this.all();
    return parts.length === 1 ? (parts[0] ?? null) : null;
  }
}

const looksLikeXml = (xml: unknown): xml is string => typeof xml === "string" && /^\s*<[\s\S]*>\s*$/.test(xml);
