import type { FileReport, Observation, ReferenceData } from "../../src/reference/model";
import { inspectFiles, readReferenceData } from "../../src/reference/read";
import { fileOf, inPieces, thurrock } from "./files";

const geography = () => thurrock("MAPPING_NHS_GEOGRAPHIES_2223.csv");
const sum = (data: ReferenceData, indicator: string, period: string, part: "numerator" | "denominator" | "value") =>
  data.observations.filter((o) => o.indicator === indicator && o.period === period).reduce((total, o) => total + Number(o[part] ?? 0), 0);
const accounted = ({ rowsRead, rowsUsed, rowsOutsideArea, rowsRefused }: FileReport) =>
  rowsRead === rowsUsed + rowsOutsideArea + rowsRefused.length;
const plain = ({ source: _, ...figure }: Observation) => figure;

// Published totals: 26,559 with hypertension, 2,948 with stroke or TIA, 4,776 with non-diabetic hyperglycaemia of 186,238 patients.
it("reads Thurrock's 27 practices of 2022-23 with their hypertension register", async () => {
  const data = await readReferenceData([thurrock("PREVALENCE_2223.csv"), geography()], { area: "07G" });
  expect(data.area).toEqual({ code: "07G", name: "NHS Mid and South Essex ICB - 07G" });
  expect(data.practices.size).toBe(27);
  expect([sum(data, "HYP", "2022-23", "numerator"), sum(data, "HYP", "2022-23", "denominator")]).toEqual([26559, 186238]);
  expect([sum(data, "STIA", "2022-23", "numerator"), sum(data, "NDH", "2022-23", "numerator")]).toEqual([2948, 4776]);
  expect(data.practices.get("F81010")).toMatchObject({
    name: "Aveley Medical Centre",
    pcnCode: "U28765",
    pcnName: "Asop PCN",
    subIcbCode: "07G",
    icbCode: "QH8",
  });
});

it("keeps where each figure was read", async () => {
  const data = await readReferenceData([thurrock("PREVALENCE_2223.csv"), geography()], { area: "07G" });
  const aveley = data.observations.find((o) => o.practiceCode === "F81010" && o.indicator === "HYP");
  const line = 1 + (await thurrock("PREVALENCE_2223.csv").blob!.text()).split("\n").findIndex((text) => text.startsWith("F81010,HYP,"));
  expect(aveley?.source).toEqual({ publication: "qof-prevalence", file: "PREVALENCE_2223.csv", line });
});

it("accounts for every row, of the area or not", async () => {
  const data = await readReferenceData([thurrock("PREVALENCE_2223.csv"), geography(), thurrock("gp-reg-pat-prac-all.csv")], {
    area: "07G",
  });
  expect(data.files.every(accounted)).toBe(true);
  expect(data.files.map((f) => [f.publication, f.rowsRead, f.rowsUsed, f.rowsOutsideArea])).toEqual([
    ["qof-prevalence", 90, 81, 9],
    ["qof-geography", 30, 27, 3],
    ["list-size", 30, 27, 3],
  ]);
});

// Published for 2024-25: STIA007 1,953 of 2,029, STIA014 1,736 of 2,078, STIA015 749 of 806.
it("puts numerator and denominator of achievement together, in the nearest year's geography", async () => {
  const data = await readReferenceData([thurrock("ACHIEVEMENT_2425.csv"), geography(), thurrock("MAPPING_NHS_GEOGRAPHIES_2021.csv")], {
    area: "07G",
  });
  const total = (indicator: string) => [sum(data, indicator, "2024-25", "numerator"), sum(data, indicator, "2024-25", "denominator")];
  expect([total("STIA007"), total("STIA014"), total("STIA015")]).toEqual([
    [1953, 2029],
    [1736, 2078],
    [749, 806],
  ]);
  expect(data.files[0]?.remarks).toEqual([
    "Practices of the area are those of 2022-23 in MAPPING_NHS_GEOGRAPHIES_2223.csv: no geography of 2024-25 is loaded.",
    "Of the area's practices these have no figure here: F81218 The Grays Surgery.",
  ]);
  expect(data.files[0]).toMatchObject({ practicesMatched: 26, practicesMissing: ["F81218"] });
});

it("counts the practices matched and missing of a file that has them all, and of one of another region", async () => {
  const other = fileOf("ACHIEVEMENT_LONDON_2223.csv", region("E83001,HYP003,NUMERATOR,1\nE83001,HYP003,DENOMINATOR,2\n"));
  const data = await readReferenceData([thurrock("PREVALENCE_2223.csv"), geography(), other], { area: "07G" });
  expect(data.files[0]).toMatchObject({ practicesMatched: 27, practicesMissing: [] });
  expect(data.files[2]).toMatchObject({ practicesMatched: 0 });
  expect(data.files[2]?.remarks.join()).not.toContain("these have no figure");
});

it("reads the layouts of 2016-17 and 2018-19, whose lines end in CRLF", async () => {
  const data = await readReferenceData(
    [thurrock("PREVALENCE_1617.csv"), thurrock("PREVALENCE_1819_v2.csv"), thurrock("MAPPING_NHS_GEOGRAPHIES_2021.csv")],
    { area: "07G" },
  );
  // Added up with awk over the same rows. Of the practices of 2018-19, all are still there in the geography of 2020-21.
  expect([sum(data, "HYP", "2018-19", "numerator"), sum(data, "HYP", "2018-19", "denominator")]).toEqual([23856, 168130]);
});

it("reads list sizes with the day in their rows, and takes the area from them where no geography is loaded", async () => {
  const data = await readReferenceData([thurrock("gp-reg-pat-prac-all.csv")], { area: "07G" });
  expect([data.practices.size, sum(data, "list_size", "2021-01-01", "value")]).toEqual([27, 182463]);
});

it("knows 27 of the 53 rows of epraccur as GP practices in use", async () => {
  const data = await readReferenceData([thurrock("PREVALENCE_2223.csv"), thurrock("epraccur.csv")], { area: "07G" });
  expect(data.practices.size).toBe(27);
  expect(data.files[1]).toMatchObject({ publication: "ods-epraccur", rowsRead: 53, rowsUsed: 27, rowsOutsideArea: 26, rowsRefused: [] });
});

it("reads fully qualified, all and non-locum GPs and the list of each practice", async () => {
  const data = await readReferenceData([thurrock("GPWPractice_2025-12.csv"), geography()], { area: "07G" });
  const of = (practice: string) =>
    Object.fromEntries(data.observations.filter((o) => o.practiceCode === practice).map((o) => [o.indicator, o.value]));
  expect(of("F81113")).toEqual({
    list_size: 14294,
    gp_fte: 5.1839999999,
    gp_fte_all: 6.2506666666,
    gp_fte_excl_locums: 6.2506666666,
    gp_headcount: 6,
  });
  expect(data.observations[0]?.period).toBe("2025-12");
  // 12306 + 12219 + 14294 + 4349 + 10282 patients; 2.64 + 4.8566666667 + 5.1839999999 + 1.5733333333 + 4.72 full-time equivalents.
  const perGp = data.comparators.find((c) => c.indicator === "patients_per_gp");
  expect(perGp).toMatchObject({ numerator: 53450, practices: 5, isEngland: false });
  expect(perGp?.denominator).toBeCloseTo(18.9739999999, 9);
});

it("reads the months of workforce rows that carry them, and NA as not published", async () => {
  const data = await readReferenceData([thurrock("workforce-two-months.csv")], { area: "16C" });
  expect(new Set(data.observations.map((o) => o.period))).toEqual(new Set(["2025-06", "2025-07"]));
  expect(data.observations.find((o) => o.practiceCode === "A81001" && o.indicator === "gp_source")?.value).toBe("Fully provided");
  const nurses = data.observations.find((o) => o.practiceCode === "A81001" && o.indicator === "nurse_fte" && o.period === "2025-07");
  expect(nurses && plain(nurses)).toEqual({ practiceCode: "A81001", indicator: "nurse_fte", period: "2025-07", missing: "notPublished" });
});

it.each([["07G"], ["07g"], ["E38000185"], ["NHS Mid and South Essex ICB - 07G"], ["NHS Thurrock CCG"]])(
  "finds Thurrock as %s",
  async (area) => {
    const before = thurrock("MAPPING_NHS_GEOGRAPHIES_2021.csv");
    const data = await readReferenceData([thurrock("PREVALENCE_2223.csv"), geography(), before], { area });
    expect([data.area, data.practices.size]).toEqual([{ code: "07G", name: "NHS Mid and South Essex ICB - 07G" }, 27]);
  },
);

it.each([
  ["QH8", 30],
  ["E54000026", 30],
  ["U28765", 6],
])("finds the area %s with %d practices", async (area, practices) => {
  const data = await readReferenceData([thurrock("PREVALENCE_2223.csv"), geography()], { area });
  expect(data.practices.size).toBe(practices);
});

it("reads an officer's own list, of which some practices may be unknown", async () => {
  const data = await readReferenceData([thurrock("PREVALENCE_2223.csv"), geography()], {
    area: { name: "Two of us", practiceCodes: ["F81010", "f81082", "Z99999"] },
  });
  expect([...data.practices.values()].map((p) => p.name)).toEqual(["Aveley Medical Centre", "The Rigg-Milner Medical Centre", "Z99999"]);
  expect(data.observations).toHaveLength(6);
});

it("reads the same whatever pieces the bytes arrive in", async () => {
  const whole = await readReferenceData([thurrock("PREVALENCE_2223.csv"), geography()], { area: "07G" });
  const pieces = await readReferenceData([inPieces(thurrock("PREVALENCE_2223.csv"), 97), inPieces(geography(), 101)], { area: "07G" });
  expect(pieces.observations).toEqual(whole.observations);
});

const region = (rows: string) => `PRACTICE_CODE,INDICATOR_CODE,MEASURE,VALUE\n${rows}`;

it("adds the regions of achievement up into one comparator, and no practice twice", async () => {
  const east = fileOf(
    "ACHIEVEMENT_EAST_2425.csv",
    region("F81010,HYP008,NUMERATOR,60\nF81010,HYP008,DENOMINATOR,80\nF81010,HYP008,PCAS,5\n"),
  );
  const west = fileOf(
    "ACHIEVEMENT_WEST_2425.csv",
    region("A81001,HYP008,DENOMINATOR,20\nA81001,HYP008,NUMERATOR,10\nF81010,HYP008,NUMERATOR,61\n"),
  );
  const data = await readReferenceData([east, west, geography()], { area: "07G" });
  expect(data.comparators.filter(({ of }) => of === undefined)).toEqual([
    {
      ...{ indicator: "HYP008", period: "2024-25", numerator: 70, denominator: 100, practices: 2, isEngland: false },
      personalisedCareAdjustments: 5,
    },
  ]);
  expect(data.observations.map(plain)).toEqual([
    { practiceCode: "F81010", indicator: "HYP008", period: "2024-25", numerator: 60, denominator: 80, personalisedCareAdjustments: 5 },
  ]);
  expect(data.files[1]?.rowsRefused).toEqual([
    {
      line: 4,
      column: "PRACTICE_CODE",
      expected: "F81010 HYP008 NUMERATOR once for 2024-25",
      found: "again; first on line 2 of ACHIEVEMENT_EAST_2425.csv",
    },
  ]);
});

it("takes rows that two files say alike once, and says so", async () => {
  const workforce = () => thurrock("GPWPractice_2025-12.csv");
  const again = { ...workforce(), name: "the same, saved again 2025-12.csv" };
  const [once, twice] = [
    await readReferenceData([workforce(), geography()], { area: "07G" }),
    await readReferenceData([workforce(), geography(), again], { area: "07G" }),
  ];
  expect([twice.observations, twice.comparators]).toEqual([once.observations, once.comparators]);
  expect(twice.files[2]).toMatchObject({ rowsRead: 5, rowsUsed: 5, rowsRefused: [] });
  expect(twice.files[2]?.remarks).toContain("5 of its rows say what GPWPractice_2025-12.csv has said already: they count once.");
});

it("calls the sum England only where 5,000 practices are in it", async () => {
  const rows = (n: number) => Array.from({ length: n }, (_, i) => `F${String(i).padStart(5, "0")},HYP,1,TOTAL,10`).join("\n");
  const file = (n: number) =>
    fileOf("PREVALENCE_2425.csv", `PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\n${rows(n)}\n`);
  const area = { name: "one", practiceCodes: ["F00001"] };
  const [few, all] = [await readReferenceData([file(4999)], { area }), await readReferenceData([file(5000)], { area })];
  expect([few.comparators[0], all.comparators[0]]).toMatchObject([
    { numerator: 4999, denominator: 49990, isEngland: false },
    { numerator: 5000, denominator: 50000, isEngland: true },
  ]);
});

it("keeps a suppressed figure as missing, with its reason, and leaves it out of the comparator", async () => {
  const text =
    "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\nF81010,HYP,*,TOTAL,100\nF81082,HYP,10,TOTAL,100\nF81084,HYP,0,TOTAL,0\n";
  const data = await readReferenceData([fileOf("PREVALENCE_2223.csv", text)], {
    area: { name: "three", practiceCodes: ["F81010", "F81082", "F81084"] },
  });
  expect(data.observations.map((o) => o.missing)).toEqual(["suppressed", undefined, "zeroDenominator"]);
  expect(data.comparators[0]).toMatchObject({ numerator: 10, denominator: 100, practices: 1 });
});

it("refuses both halves of a numerator above its denominator", async () => {
  const file = fileOf(
    "ACHIEVEMENT_2425.csv",
    region("F81010,HYP008,NUMERATOR,81\nF81082,HYP008,NUMERATOR,1\nF81010,HYP008,DENOMINATOR,80\nF81082,HYP008,DENOMINATOR,2\n"),
  );
  const data = await readReferenceData([file, geography()], { area: "07G" });
  expect(data.files[0]).toMatchObject({
    rowsRead: 4,
    rowsUsed: 2,
    rowsOutsideArea: 0,
    rowsRefused: [
      { line: 2, column: "VALUE", expected: "at most the denominator, 80", found: "81" },
      { line: 4, column: "VALUE", expected: "at least the numerator, 81", found: "80" },
    ],
  });
  expect(data.observations.map((o) => o.practiceCode)).toEqual(["F81082"]);
});

it("does not know an area that no file names, and says which are near", async () => {
  await expect(readReferenceData([thurrock("PREVALENCE_2223.csv"), geography()], { area: "07Q" })).rejects.toMatchObject({
    problem: {
      kind: "notFound",
      what: "area",
      key: "07Q",
      near: ["07G (Thurrock)"],
    },
  });
});

it("names practices that no geography knows, as one that opened since would be", async () => {
  const text = "PRACTICE_CODE,GROUP_CODE,REGISTER,PRACTICE_LIST_SIZE\nF81010,HYP,1,10\nY09999,HYP,1,10\n";
  const data = await readReferenceData([fileOf("PREVALENCE_2425.csv", text), geography()], { area: "07G" });
  expect(data.files[0]?.remarks).toContain(
    "Y09999: in no geography that is loaded, so not known whether of the area. A geography of the same year would say.",
  );
});

it("asks for a period that stands nowhere, and takes the answer", async () => {
  const file = fileOf("PREVALENCE.csv", await thurrock("PREVALENCE_2223.csv").blob!.text());
  await expect(readReferenceData([file, geography()], { area: "07G" })).rejects.toMatchObject({
    problem: { kind: "periodNeeded", file: "PREVALENCE.csv", publication: "QOF prevalence" },
  });
  const data = await readReferenceData([file, geography()], { area: "07G", periods: new Map([["PREVALENCE.csv", "2022-23"]]) });
  expect(sum(data, "HYP", "2022-23", "numerator")).toBe(26559);
});

it("says what was found where nothing can be used", async () => {
  await expect(readReferenceData([fileOf("notes.txt", "Dear all")], { area: "07G" })).rejects.toMatchObject({
    problem: {
      kind: "noUsableData",
      found: [{ file: "notes.txt", what: "Its headings are not those of a publication known here: Dear all" }],
    },
  });
  await expect(readReferenceData([geography()], { area: "07G" })).rejects.toMatchObject({
    problem: {
      kind: "noUsableData",
      found: [{ file: "MAPPING_NHS_GEOGRAPHIES_2223.csv", what: "qof-geography 2022-23: 30 rows, 27 of this area, 0 refused" }],
    },
  });
});

it("stops when it is cancelled", async () => {
  const stop = new AbortController();
  stop.abort();
  await expect(readReferenceData([thurrock("PREVALENCE_2223.csv")], { area: "07G", signal: stop.signal })).rejects.toMatchObject({
    problem: { kind: "cancelled" },
  });
});

it("reports progress to the last byte", async () => {
  const seen: number[] = [];
  const file = inPieces(thurrock("PREVALENCE_2223.csv"), 500);
  await readReferenceData([file, geography()], {
    area: "07G",
    onProgress: (p) => p.file === file.name && seen.push(p.bytesRead / p.bytesTotal),
  });
  expect(seen.at(-1)).toBe(1);
  expect(seen.length).toBeGreaterThan(5);
});

it("lists the areas of what is loaded, with their practices and years", async () => {
  const { areas, periodsNeeded } = await inspectFiles([geography(), thurrock("MAPPING_NHS_GEOGRAPHIES_2021.csv")]);
  expect(areas.filter(({ code }) => code === "07G")).toEqual([
    { code: "07G", name: "NHS Mid and South Essex ICB - 07G", kind: "subIcb", practices: 27, years: ["2020-21", "2022-23"] },
  ]);
  expect(periodsNeeded).toEqual([]);
});
