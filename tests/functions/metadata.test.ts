import { declaredFunctions, type Declared } from "../spec/metadata";
import { associated } from "./call";

describe("what Excel is told about the functions", () => {
  let functions: readonly Declared[] = [];
  beforeAll(async () => {
    functions = await declaredFunctions();
  });

  test("every function that is described is associated, and the other way round", () => {
    expect(functions.map(({ id }) => id).sort()).toEqual(Object.keys(associated).sort());
  });

  test("ids and names are the same, upper case, and no cell address", () => {
    for (const { id, name } of functions) {
      expect(name).toBe(id);
      expect(id).toMatch(/^[A-Z][A-Z_]{2,}$/); // letters only: QOF2025 would be a cell
    }
  });

  test("every function and parameter is described in a line that the formula box can show", () => {
    for (const { id, description, parameters, helpUrl } of functions) {
      expect([id, description.length > 20 && description.length <= 200]).toEqual([id, true]);
      expect(helpUrl).toBe(`https://localhost:3000/help.html#${id}`);
      for (const { name, description } of parameters)
        expect([id, name, (description ?? "").length > 10 && description.length <= 160]).toEqual([id, name, true]);
    }
  });

  test("what may be a range is one, options are optional, and results spill", () => {
    for (const { id, parameters, result } of functions) {
      expect([id, result.dimensionality]).toEqual([id, "matrix"]);
      for (const parameter of parameters)
        expect([id, parameter.name, parameter.dimensionality === "matrix" ? parameter.type === "any" : parameter.optional]).toEqual([
          id,
          parameter.name,
          true,
        ]);
      const firstOptional = parameters.findIndex(({ optional }) => optional);
      if (firstOptional >= 0) expect(parameters.slice(firstOptional).every(({ optional }) => optional)).toBe(true);
    }
  });
});
