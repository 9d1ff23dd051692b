import { readFileSync } from "node:fs";
import path from "node:path";
import { CCG_NAMES, MERGED_CCGS } from "../../src/reference/areaNames";
import { placeBeside, placesOf, predecessorsOf } from "../../src/reference/areaSuccession";
import { readReferenceData } from "../../src/reference/read";
import { fileOf, thurrock } from "./files";

/** Codes and names of CCGs in the organisation directory of networks of 2022, and of sub-ICB locations in QOF geographies 2022-23. */
const rows = readFileSync(path.join(__dirname, "../fixtures/places/ccg-2022.csv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => /^(\w+),"(.*)","(.*)"$/.exec(line)!.slice(1) as [string, string, string]);
const bare = (ccg: string) => ccg.replace(/^NHS | CCG$/g, "");

describe("the places that sub-ICB locations are", () => {
  it("has a name for each of the 106, that of the CCG with its code", () => {
    const published = rows.filter(([, , subIcb]) => subIcb !== "").map(([code, ccg]) => [code, bare(ccg)]);
    expect(published).toHaveLength(106);
    const ours = Object.entries(CCG_NAMES).map(([code, name]) => [code, name.toUpperCase()]);
    expect(ours.sort()).toEqual(published.sort());
  });

  it("names the merged CCGs as the directory does that still had some of them, and leads each to a location there is", () => {
    const still = rows.filter(([, , subIcb]) => subIcb === "").map(([code, ccg]) => [code, bare(ccg)]);
    expect(still).toHaveLength(13);
    const merged = new Map(MERGED_CCGS.map(([code, name]) => [code, name.toUpperCase()]));
    for (const [code, ccg] of still) expect([code, merged.get(code!)]).toEqual([code, ccg]);
    const locations = new Set(rows.filter(([, , subIcb]) => subIcb !== "").map(([code]) => code));
    for (const [code, , successor] of MERGED_CCGS)
      expect([code, locations.has(successor), locations.has(code)]).toEqual([code, true, false]);
  });

  // Councils of North Central London and of Cheshire, from the maps of either.
  it.each([
    ["07G", "Thurrock"],
    ["93C", "North Central London, Barnet, Camden, Enfield, Haringey, Islington"],
    ["27D", "Cheshire, Eastern Cheshire, South Cheshire, Vale Royal, West Cheshire"],
    ["X2C4Y", "Kirklees, Greater Huddersfield, North Kirklees"],
    ["XXX", ""],
  ])("%s is %s", (code, places) => {
    expect([...placesOf(code)].sort().join(", ")).toBe(places.split(", ").sort().join(", "));
  });

  it("is said beside a name that does not say it", () => {
    expect(placeBeside("07G", "NHS Mid and South Essex ICB - 07G")).toBe("Thurrock");
    expect(placeBeside("11J", "NHS Dorset ICB - 11J")).toBeNull();
  });
});

it.each(["Thurrock", "thurrock", "NHS Thurrock CCG"])("finds 07G under %s where no file has that name", async (area) => {
  const data = await readReferenceData([thurrock("PREVALENCE_2223.csv"), thurrock("MAPPING_NHS_GEOGRAPHIES_2223.csv")], { area });
  expect([data.area.code, data.practices.size]).toEqual(["07G", 27]);
});

it("names the area by its place where only a part of the place was given", async () => {
  const reading = readReferenceData([thurrock("PREVALENCE_2223.csv"), thurrock("MAPPING_NHS_GEOGRAPHIES_2223.csv")], { area: "thurr" });
  await expect(reading).rejects.toMatchObject({ problem: { kind: "notFound", near: ["07G (Thurrock)"] } });
});

describe("codes that ended", () => {
  const geography = (year: string, ccg: string, rows: readonly string[]) =>
    fileOf(
      `MAPPING_NHS_GEOGRAPHIES_${year}.csv`,
      [
        `ICB_ODS_CODE,ICB_NAME,SUB_ICB_ODS_CODE,SUB_ICB_NAME,PRACTICE_CODE,PRACTICE_NAME`.replace("SUB_ICB", ccg).replace("SUB_ICB", ccg),
        ...rows,
      ]
        .join("\n")
        .replace(/ICB_(ODS_CODE|NAME)/g, ccg === "CCG" ? "STP_$1" : "ICB_$1"),
    );
  const prevalence = (year: string, ...practices: string[]) =>
    fileOf(
      `PREVALENCE_${year}.csv`,
      `PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\n${practices.map((code) => `${code},HYP,10,TOTAL,100`).join("\n")}\n`,
    );
  // Z00001 and Z00002 were in two CCGs that became one location; Z00002 closed on the way. Z00009 is elsewhere.
  const before = geography("1920", "CCG", ["QMJ,Any,07R,Any,Z00001,", "QMJ,Any,07X,Any,Z00002,", "QH8,Any,07G,Any,Z00009,"]);
  const after = geography("2223", "SUB_ICB", ["QMJ,Any,93C,Any,Z00001,", "QH8,Any,07G,Any,Z00009,"]);
  const figures = [prevalence("1920", "Z00001", "Z00002", "Z00009"), prevalence("2223", "Z00001", "Z00009")];

  it("gives an area the practices of those it was made of, in the years before it was", async () => {
    const data = await readReferenceData([before, after, ...figures], { area: "93C" });
    const found = data.observations.map(({ practiceCode, period }) => `${practiceCode} ${period}`);
    expect(found.sort()).toEqual(["Z00001 2019-20", "Z00001 2022-23", "Z00002 2019-20"]);
    const report = data.files.find(({ file }) => file === "PREVALENCE_1920.csv");
    expect(report?.remarks.join(" ")).toContain(
      "In MAPPING_NHS_GEOGRAPHIES_1920.csv there is no 93C yet: its practices are those of 07M Barnet, 07R Camden",
    );
  });

  it("follows a code to the one that took over, and says so", async () => {
    const data = await readReferenceData([after, figures[1]!], { area: "07R" });
    expect(data.observations.map(({ practiceCode }) => practiceCode)).toEqual(["Z00001"]);
    expect(data.area.code).toBe("93C");
    expect(data.files[1]?.remarks).toContain("07R (Camden) is part of 93C (Any) now: all its practices are read.");
  });

  it("keeps to the CCG itself where a file still knows it", async () => {
    const data = await readReferenceData([before, figures[0]!], { area: "07R" });
    expect(data.observations.map(({ practiceCode }) => practiceCode)).toEqual(["Z00001"]);
  });

  // NHS Essex took over from Mid and South Essex on 1 April 2026.
  it("leads from the ICB of Mid and South Essex to NHS Essex, and back in time from NHS Essex to it", async () => {
    const essex = geography("2627", "SUB_ICB", ["D7T5G,NHS Essex,07G,Any,Z00009,"]);
    const now = await readReferenceData([essex, prevalence("2627", "Z00009")], { area: "QH8" });
    expect(now.area).toEqual({ code: "D7T5G", name: "NHS Essex" });
    const then = await readReferenceData([essex, after, prevalence("2627", "Z00009"), figures[1]!], { area: "D7T5G" });
    expect(then.observations.map(({ period }) => period).sort()).toEqual(["2022-23", "2026-27"]);
    expect(predecessorsOf("D7T5G").map(({ code }) => code)).toEqual(["QH8"]);
  });
});
