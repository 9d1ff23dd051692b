import { ApiError, invalidReference, notSupported } from "./apiError";
import { ClientObject, members } from "./clientObject";
import { identify, load, type References } from "./loading";
import {
  ActionType,
  memberName,
  PathType,
  type Action,
  type Arguments,
  type ObjectPath,
  type RequestBody,
  type ResponseBody,
  type ResponseError,
} from "./wire";

/**
 * Carries out a ProcessQuery request against any object model. It knows nothing of sheets: members are found by name, so the object model
 * is written as Office.js documents it. Execution stops at the first action that fails; what was done before stays done, as in Excel.
 */
export class Executor {
  private readonly references: References = { byId: new Map(), idOf: new Map(), next: 1 };

  constructor(
    private readonly root: ClientObject,
    private readonly services: Readonly<Record<string, ClientObject>> = {},
  ) {}

  run(body: RequestBody): ResponseBody {
    const resolved = new Map<number, ClientObject | null>();
    const results: { ActionId: number; Value: unknown }[] = [];
    for (const [index, action] of body.Actions.entries()) {
      try {
        results.push({ ActionId: action.Id, Value: this.act(body, resolved, action) ?? null });
      } catch (error) {
        return { Results: results, Error: this.describe(error, body, resolved, action, index) };
      }
    }
    return { Results: results };
  }

  private act(body: RequestBody, resolved: Map<number, ClientObject | null>, action: Action): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const object = this.resolve(body, resolved, action.ObjectPathId);
    if (object === null) return null;
    const name = action.Name ?? "";
    switch (action.ActionType) {
      case ActionType.instantiate:
        return identify(object, this.references);
      case ActionType.query:
      case ActionType.queryRecursive:
      case ActionType.queryAsJson:
        return load(object, action.QueryInfo ?? {}, this.references);
      case ActionType.method:
        return this.method(object, name, this.argumentsOf(body, resolved, action.ArgumentInfo));
      case ActionType.setProperty:
        this.assign(object, name, this.argumentsOf(body, resolved, action.ArgumentInfo)[0]);
        return null;
      case ActionType.update:
        for (const [key, value] of Object.entries(action.ObjectState ?? {})) this.assign(object, key, value);
        return null;
      default:
        throw new ApiError("NotImplemented", `not supported by this host: action type ${action.ActionType}`, 501);
    }
  }

  private method(object: ClientObject, name: string, args: unknown[]): unknown {
    if (name === "_KeepReference") return null;
    if (name === "_RemoveReference") {
      const kept = this.references.byId.get(String(args[0]));
      if (kept) this.references.idOf.delete(kept);
      this.references.byId.delete(String(args[0]));
      return null;
    }
    // Events are raised whether or not somebody listens; the client filters.
    if (/^_(Un)?[rR]egister/.test(name) && !(memberName(name) in object)) return null;
    const result = this.call(object, name, args);
    return result instanceof ClientObject ? identify(result, this.references) : result;
  }

  private call(object: ClientObject, wire: string, args: unknown[]): unknown {
    const name = memberName(wire);
    const member = members(object)[name];
    if (typeof member !== "function") throw notSupported(object.typeName, name);
    return (member as (...given: unknown[]) => unknown).apply(object, args);
  }

  private assign(object: ClientObject, wire: string, value: unknown): void {
    const name = memberName(wire);
    if (!(name in object)) throw notSupported(object.typeName, name);
    members(object)[name] = value;
  }

  /** An object path is worked out once per request, where it is first needed. */
  private resolve(body: RequestBody, resolved: Map<number, ClientObject | null>, id: number): ClientObject | null {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const path = body.ObjectPaths[id];
    if (!path) throw new ApiError("InvalidObjectPath", `unknown object path ${id}`);
    const object = this.follow(body, resolved, path);
    resolved.set(id, object);
    return object;
  }

  private follow(body: RequestBody, resolved: Map<number, ClientObject | null>, path: ObjectPath): ClientObject | null {
    const name = path.Name ?? "";
    if (path.ObjectPathType === PathType.globalObject) return this.root;
    if (path.ObjectPathType === PathType.nullObject) return null;
    if (path.ObjectPathType === PathType.newObject) {
      const service = this.services[name];
      if (!service) throw new ApiError("ApiNotFound", `not supported by this host: ${name}`, 404);
      return service;
    }
    if (path.ObjectPathType === PathType.referenceId) {
      const kept = this.references.byId.get(name);
      if (!kept) throw invalidReference();
      return kept;
    }
    const parent = this.resolve(body, resolved, path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    const args = this.argumentsOf(body, resolved, path.ArgumentInfo);
    if (path.ObjectPathType === PathType.indexer) return this.call(parent, "GetItem", args) as ClientObject;
    if (path.ObjectPathType === PathType.method) return (this.call(parent, name, args) ?? null) as ClientObject | null;
    const member = memberName(name);
    if (!(member in parent)) throw notSupported(parent.typeName, member);
    return (members(parent)[member] ?? null) as ClientObject | null;
  }

  /** Arguments with objects in place of their path ids; what the add-in left out arrives as null and is handed on as undefined. */
  private argumentsOf(body: RequestBody, resolved: Map<number, ClientObject | null>, info: Arguments | undefined): unknown[] {
    const plain = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(plain);
      if (value === null || typeof value !== "object") return value;
      const entries = value as Record<string, unknown>;
      if ("_ObjectPathId" in entries) return this.resolve(body, resolved, Number(entries["_ObjectPathId"]));
      return Object.fromEntries(Object.entries(entries).map(([key, inner]) => [key, plain(inner)]));
    };
    const given = (value: unknown, reference: unknown): unknown => {
      if (Array.isArray(reference) && Array.isArray(value)) return value.map((each, i) => given(each, reference[i]));
      return reference ? this.resolve(body, resolved, Number(reference)) : plain(value);
    };
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, i) => (value === null && !references[i] ? undefined : given(value, references[i])));
  }

  private describe(
    error: unknown,
    body: RequestBody,
    resolved: Map<number, ClientObject | null>,
    action: Action,
    index: number,
  ): ResponseError {
    const refusal = error instanceof ApiError ? error : new ApiError("GeneralException", explain(error), 500);
    const location = this.location(body, resolved, action);
    return {
      Code: refusal.code,
      Message: refusal.message,
      ActionIndex: index,
      HttpStatusCode: refusal.httpStatus,
      ...(location === undefined ? {} : { Location: location }),
    };
  }

  /** `Range.values`, `WorksheetCollection.getItem`: what Excel puts into `debugInfo.errorLocation`. */
  private location(body: RequestBody, resolved: Map<number, ClientObject | null>, action: Action): string | undefined {
    const object = resolved.get(action.ObjectPathId);
    if (object) return `${object.typeName}.${memberName(action.Name ?? "")}`;
    const path = body.ObjectPaths[action.ObjectPathId];
    const parent = path && resolved.get(path.ParentObjectPathId ?? -1);
    return parent ? `${parent.typeName}.${memberName(path.Name || "GetItem")}` : undefined;
  }
}

const explain = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
