import type { ReferenceData } from "../reference/model";
import { storeOf } from "../reference/store";
import type { WorkedExample } from "./examples";

/** Worked examples of the functions that ask what is loaded: about the first practice of the area and the first of its figures. */
export function lookupExamples(data: ReferenceData): readonly WorkedExample[] {
  const store = storeOf(data);
  const codes = store.practices(data.area.code);
  const figure = Array.isArray(codes) ? data.observations.find(({ practiceCode }) => practiceCode === codes[0]) : undefined;
  if (!figure || !Array.isArray(codes)) return [];
  const { practiceCode, indicator } = figure;
  const shown = (answer: unknown): number | string => (typeof answer === "number" || typeof answer === "string" ? answer : "#N/A");
  const practice = { name: "practice", cells: [[practiceCode]] };
  const measure = { name: "measure", cells: [[indicator]] };
  return [
    {
      id: "REFERENCE",
      question: `What was published about ${practiceCode}?`,
      inputs: [practice, measure],
      formula: "REFERENCE([practice], [measure])",
      result: [[shown(store.value(practiceCode, indicator, null))]],
      meaning: "The latest figure loaded; type a period such as 2022-23 as a third argument for that of another time.",
    },
    {
      id: "REFERENCE_DATE",
      question: "When was it published?",
      inputs: [measure],
      formula: "REFERENCE_DATE([measure])",
      result: [[shown(store.publicationDate(indicator))]],
      meaning: "The day of publication, as Excel counts days: give the cell a date format. #N/A where it is not known.",
    },
    {
      id: "PRACTICE_NAME",
      question: "Which practice is that?",
      inputs: [practice],
      formula: "PRACTICE_NAME([practice])",
      result: [[shown(store.practiceName(practiceCode))]],
      meaning: "The name in the files that are loaded.",
    },
    {
      id: "PRACTICES",
      question: "Which practices are there?",
      inputs: [{ name: "area", cells: [[data.area.code]] }],
      formula: "PRACTICES([area])",
      result: codes.map((code: string) => [code]),
      meaning: "A code in each cell, by name of practice.",
    },
  ];
}
