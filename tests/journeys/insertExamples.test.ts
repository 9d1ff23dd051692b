/** The sheet on which every function can be tried, as the functions themselves fill it in the host. */
import { insertExamples } from "../../src/actions/insertExamples";
import { workedExamples } from "../../src/functions/examples";
import { setReference } from "../../src/functions/referenceStore";
import { illustrativeArea } from "../../src/reference/illustrative";
import { storeOf } from "../../src/reference/store";
import type { FunctionMetadata } from "../../src/host/functions/metadata";
import { declaredFunctions } from "../spec/metadata";
import { type OpenExcel, openExcel } from "../support/host";
import { valuesOf } from "../support/workbooks";

const data = illustrativeArea();

async function withFunctions(): Promise<OpenExcel> {
  const functions = (await declaredFunctions()) as unknown as readonly FunctionMetadata[];
  const excel = await openExcel({ functions: { namespace: "SCORECARD", metadata: { functions } } });
  await import("../../src/functions/functions"); // after the client, which brings CustomFunctions
  setReference(storeOf(data));
  return excel;
}

/** What stands under "result" in the block of a function, as far as the sheet fills it. */
function resultOf(values: readonly (readonly unknown[])[], id: string, rows: number, columns: number): unknown[][] {
  const top = values.findIndex(([first]) => first === id) + 3;
  const left = values[top]!.indexOf("result");
  return values.slice(top + 1, top + 1 + rows).map((row) => row.slice(left, left + columns));
}

it("shows each function at work: the host computes what the documentation says", async () => {
  const excel = await withFunctions();
  const { name } = await insertExamples(data);
  expect(name).toBe("Worked examples");
  const values = await valuesOf(excel, name);
  expect(workedExamples.length).toBeGreaterThan(20);
  for (const { id, result, meaning } of workedExamples) {
    const shown = resultOf(values, id, result.length, result[0]!.length);
    result.forEach((row, r) =>
      row.forEach((expected, c) => {
        if (typeof expected === "number") expect([id, shown[r]![c]]).toEqual([id, expect.closeTo(expected, 6)]);
        else expect([id, shown[r]![c]]).toEqual([id, expected]);
      }),
    );
    expect(values.flat()).toContain(meaning);
  }
});

it("follows when an input is changed, and is not overwritten when it is asked for again", async () => {
  const excel = await withFunctions();
  const { name, id } = await insertExamples(data);
  const top = (await valuesOf(excel, name)).findIndex(([first]) => first === "PATIENTS_PER_GP");
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(name).getRangeByIndexes(top + 4, 1, 1, 1).values = [[4]];
    await context.sync();
  });
  expect(resultOf(await valuesOf(excel, name), "PATIENTS_PER_GP", 1, 1)).toEqual([[1500]]); // 6,000 / 4
  expect(await insertExamples(data)).toEqual({ id, name, wasThere: true });
  expect(resultOf(await valuesOf(excel, name), "PATIENTS_PER_GP", 1, 1)).toEqual([[1500]]);
});

it("asks what is loaded about a practice of the area, and leaves those functions out where nothing is", async () => {
  const excel = await withFunctions();
  const values = await valuesOf(excel, (await insertExamples(data)).name);
  const practices = [...data.practices.values()].sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
  const first = practices[0]!;
  const listSize = data.observations.find(({ practiceCode, indicator }) => practiceCode === first.code && indicator === "list_size")!;
  expect(resultOf(values, "REFERENCE", 1, 1)).toEqual([[listSize.value]]);
  expect(resultOf(values, "PRACTICE_NAME", 1, 1)).toEqual([[first.name]]);
  expect(resultOf(values, "PRACTICES", 33, 1)).toEqual(practices.map(({ code }) => [code]));

  const empty = await openExcel();
  const { name } = await insertExamples(null);
  expect((await valuesOf(empty, name)).flat()).not.toContain("PRACTICES");
});
