import { describeRequest } from "../../src/workbench/trips";

test("a request is described by its calls, settings and readings, each once", () => {
  const body = {
    Actions: [
      { ActionType: 1, ObjectPathId: 2 },
      { ActionType: 4, Name: "Values", ObjectPathId: 3 },
      { ActionType: 4, Name: "Values", ObjectPathId: 4 },
      { ActionType: 3, Name: "Delete", ObjectPathId: 2 },
      { ActionType: 2, Name: "", ObjectPathId: 1 },
    ],
    ObjectPaths: {
      "1": { ObjectPathType: 1, Name: "" },
      "2": { ObjectPathType: 3, Name: "GetItem" },
      "3": { ObjectPathType: 3, Name: "GetRange" },
      "4": { ObjectPathType: 3, Name: "GetRange" },
    },
  };
  expect(describeRequest(body)).toBe("getRange.values = ×2, getItem.delete(), read workbook");
});

test("a request that only keeps the client's books is called housekeeping", () => {
  expect(describeRequest({ Actions: [{ ActionType: 3, Name: "_RemoveReference", ObjectPathId: 1 }], ObjectPaths: { "1": {} } })).toBe(
    "housekeeping",
  );
});
