import { ClientCollection, type ClientObject } from "../clientObject";
import type { Workspace } from "./workspace";

export class ChartCollection extends ClientCollection<ClientObject> {
  readonly typeName = "ChartCollection";
  constructor(
    readonly workspace: Workspace,
    readonly sheetId: string,
  ) {
    super();
  }
  all(): readonly ClientObject[] {
    return [];
  }
}
