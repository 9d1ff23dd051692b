import { comparePeriods, financialYearOf, periodInName, periodLabel, readDay, readPeriod, yearsApart } from "../../src/reference/period";

it.each([
  ["PREVALENCE_2425.csv", "financialYear", "2024-25"],
  ["PREVALENCE_1819_v2.csv", "financialYear", "2018-19"],
  ["ACHIEVEMENT_EAST_OF_ENGLAND_2021.csv", "financialYear", "2020-21"],
  ["QOF 2022-23 Raw data .csv files.zip/PREVALENCE.csv", "financialYear", "2022-23"],
  ["QOF_2223.zip/deep/PREVALENCE_2122.csv", "financialYear", "2021-22"],
  ["qof_2024_25.csv", "financialYear", "2024-25"],
  ["prevalence 2023-2024.csv", "financialYear", "2023-24"],
  ["prevalence 2023.csv", "financialYear", null],
  ["2022-23/PREVALENCE.csv", "financialYear", null],
  ["PREVALENCE.csv", "financialYear", null],
  ["1 General Practice – December 2025 Practice Level - Detailed.csv", "month", "2025-12"],
  ["GPWPracticeCSV.032025.zip/1 General Practice Practice Level - Detailed.csv", "month", "2025-03"],
  ["GPWPractice_2025-12_first42columns.csv", "month", "2025-12"],
  ["Practice_Level_Crosstab_Aug_25.csv", "month", "2025-08"],
  ["01_September_2026_Latest_ratings.csv", "month", "2026-09"],
  ["workforce 2025.csv", "month", "2025"],
  ["workforce_20251231.csv", "month", "2025-12"],
  ["epraccur_2022_07G.csv", "any", "2022"],
  ["GPPS_2025_Practice_data_(weighted)_(csv)_PUBLIC.csv", "any", "2025"],
] as const)("reads the name %s (%s) as %s", (name, kind, period) => {
  expect(periodInName(name, kind)).toBe(period);
});

it.each([
  ["2022-23", "2022-23"],
  ["2022/23", "2022-23"],
  ["2022-2023", "2022-23"],
  ["2025-12", "2025-12"],
  ["2021-01-01", "2021-01-01"],
  ["2019", "2019"],
  ["2022-24", null],
  ["2021-02-30", null],
  ["22", null],
  ["last year", null],
])("reads the typed period %s as %s", (typed, period) => {
  expect(readPeriod(typed)).toBe(period);
});

it.each([
  ["2026-04-01", "2026-04-01"],
  ["01JAN2021", "2021-01-01"],
  ["1 April 2026", "2026-04-01"],
  ["01/04/2026", "2026-04-01"],
  ["20260401", "2026-04-01"],
  ["31/02/2026", null],
  ["soon", null],
])("reads the day %s as %s", (text, day) => {
  expect(readDay(text)).toBe(day);
});

it("orders periods by their end", () => {
  const ordered = ["2019", "2021-01-01", "2020-21", "2022-12", "2022-23", "2025-12"];
  expect([...ordered].reverse().sort(comparePeriods)).toEqual(ordered);
});

it.each([
  ["2021-01-01", "2020-21"],
  ["2021-04-01", "2021-22"],
  ["2025-12", "2025-26"],
  ["2022-23", "2022-23"],
  ["2019", "2019-20"],
])("%s lies in the financial year %s", (period, year) => {
  expect(financialYearOf(period)).toBe(year);
});

it("counts financial years between periods", () => {
  expect([yearsApart("2022-23", "2024-25"), yearsApart("2022-23", "2023-03"), yearsApart("x", "2022-23")]).toEqual([2, 0, Infinity]);
});

it("shows a period as a person writes it", () => {
  expect(["2021-01-01", "2025-12", "2022-23", "2019"].map(periodLabel)).toEqual(["1 January 2021", "December 2025", "2022-23", "2019"]);
});
