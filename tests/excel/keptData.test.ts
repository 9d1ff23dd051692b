import { keepData, recallData, TOO_LARGE_TO_KEEP } from "../../src/actions/keepData";
import { keptDocuments } from "../../src/excel/keptData";
import { illustrativeArea } from "../../src/reference/illustrative";
import { KEPT_NAMESPACE } from "../../src/reference/keep";
import type { ReferenceData } from "../../src/reference/model";
import { storeOf } from "../../src/reference/store";
import { openExcel, type OpenExcel } from "../support/host";

const morning = new Date("2026-11-22T09:30:00Z");
const evening = new Date("2026-11-22T18:00:00Z");
const area = (name: string): ReferenceData => ({ ...illustrativeArea(), area: { code: "07G", name }, illustrative: false });

/** Saves the workbook, closes it and opens the file in a new Excel. */
const reopened = (excel: OpenExcel) => openExcel({ data: excel.host.exportState() as object });

it("finds in the reopened workbook what functions and a rebuild need", async () => {
  const data = area("Thurrock");
  const excel = await openExcel();
  expect(await keepData(data, morning)).toBeNull();
  await reopened(excel);
  const { data: back } = await recallData();
  expect(back).toEqual(data);
  const [first] = data.practices.values();
  expect(storeOf(back!).practiceName(first!.code)).toBe(first!.name);
});

it("finds nothing, and says nothing, in a workbook without", async () => {
  await openExcel();
  expect(await recallData()).toEqual({ data: null, keptAt: null, ignored: null });
});

it("keeps the last area only, and leaves documents of others alone", async () => {
  const excel = await openExcel();
  await excel.Excel.run(async (context) => {
    context.workbook.customXmlParts.add('<theirs xmlns="urn:somebody-else">1</theirs>');
    await context.sync();
  });
  await keepData(area("Thurrock"), morning);
  await keepData(area("Basildon"), evening);
  expect(await keptDocuments(KEPT_NAMESPACE)).toHaveLength(1);
  expect(await keptDocuments("urn:somebody-else")).toEqual(['<theirs xmlns="urn:somebody-else">1</theirs>']);
  expect((await recallData()).data?.area.name).toBe("Basildon");
});

it("keeps nothing rather than something older when the data do not fit, and says so", async () => {
  await openExcel();
  await keepData(area("Thurrock"), morning);
  const [observation] = illustrativeArea().observations;
  const observations = Array.from({ length: 400_000 }, (_, i) => ({ ...observation!, value: Math.sin(i) * 1e15 }));
  expect(await keepData({ ...area("All of England"), observations }, evening)).toBe(TOO_LARGE_TO_KEEP);
  expect(await recallData()).toEqual({ data: null, keptAt: null, ignored: null });
});

it("ignores a document that somebody changed, and says so", async () => {
  const excel = await openExcel();
  await keepData(area("Thurrock"), morning);
  await excel.Excel.run(async (context) => {
    const part = context.workbook.customXmlParts.getByNamespace(KEPT_NAMESPACE).getOnlyItem();
    const xml = part.getXml();
    await context.sync();
    part.setXml(`${xml.value.slice(0, 400)}</kept>`);
    await context.sync();
  });
  await reopened(excel);
  expect(await recallData()).toMatchObject({ data: null, ignored: "The data kept in this workbook cannot be used: it is damaged." });
});
