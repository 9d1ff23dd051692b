import type { Observation } from "../../src/reference/model";
import { inspectFiles, readReferenceData } from "../../src/reference/read";
import { fileOf, thurrock } from "./files";

const area = { name: "some", practiceCodes: ["F81010", "F81082", "F81110"] };
const figures = async (name: string, text: string): Promise<Record<string, unknown>[]> =>
  (await readReferenceData([fileOf(name, text)], { area })).observations.map(({ source: _, practiceCode, ...figure }: Observation) => ({
    practiceCode,
    ...figure,
  }));

describe("QOF prevalence in every layout", () => {
  const expected = [{ practiceCode: "F81010", indicator: "HYP", period: "2024-25", numerator: 372, denominator: 12594 }];
  it.each([
    ["2016-17 to 2018-19", "PRACTICE_CODE,INDICATOR_GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PATIENT_LIST_SIZE\nF81010,HYP,372,TOTAL,12594\n"],
    ["2019-20 to 2024-25", "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\nF81010,HYP,372.0,TOTAL,12594\n"],
    ["2025-26, as reported", "PRACTICE_CODE,GROUP_CODE,REGISTER_SIZE,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\nF81010,HYP,372,TOTAL,12594\n"],
    ["another order, small letters, spaces", " practice code ,Practice List Size,register,group_code\nF81010,12594,372,HYP\n"],
    [
      "a byte order mark and quoted headings",
      '\ufeff"PRACTICE_CODE","GROUP_CODE","REGISTER","PATIENT_LIST_TYPE","PRACTICE_LIST_SIZE"\r\n"F81010","HYP","372","TOTAL","12594"\r\n',
    ],
    [
      "a notice above the headings",
      "Figures are provisional\n\nSee the notes,,\nPRACTICE_CODE,GROUP_CODE,REGISTER,PRACTICE_LIST_SIZE\nF81010,HYP,372,12594\n",
    ],
    [
      "further columns, one called __proto__",
      "__proto__,PRACTICE_CODE,GROUP_CODE,REGISTER,PRACTICE_LIST_SIZE,constructor\nx,F81010,HYP,372,12594,y\n",
    ],
    ["blank columns at the end, as Excel leaves them", "PRACTICE_CODE,GROUP_CODE,REGISTER,PRACTICE_LIST_SIZE,,\nF81010,HYP,372,12594,,\n"],
  ])("%s", async (_, text) => {
    expect(await figures("PREVALENCE_2425.csv", text)).toEqual(expected);
  });
});

it("reads a file with a byte order mark that is not UTF-8 after all", async () => {
  const bytes = Buffer.concat([
    Buffer.from("\ufeffPRACTICE_CODE,GROUP_CODE,REGISTER,PRACTICE_LIST_SIZE,NOTE\n"),
    Buffer.from("F81010,HYP,372,12594,\x91as found\x92\n", "latin1"),
  ]);
  const data = await readReferenceData([fileOf("PREVALENCE_2425.csv", bytes)], { area });
  expect(data.observations).toMatchObject([{ numerator: 372, denominator: 12594 }]);
});

describe("QOF geographies in every layout", () => {
  const row =
    "E92000001,ENG,England,Y61,E40000007,East of England,QH8,E54000026,Mid and South Essex,07G,E38000185,Thurrock,U28765,Asop PCN,F81010,Aveley";
  const start = "NAT_ONS_CODE,NAT_CODE,COUNTRY,REGION_ODS_CODE,REGION_ONS_CODE,REGION_NAME,";
  const end = ",PCN_ODS_CODE,PCN_NAME,PRACTICE_CODE,PRACTICE_NAME\n";
  it.each([
    ["2019-20, 2020-21", "STP_ODS_CODE,STP_ONS_CODE,STP_NAME,CCG_ODS_CODE,CCG_ONS_CODE,CCG_NAME"],
    ["2021-22", "ICB_ODS_CODE,ICB_ONS_CODE,ICB_NAME,SUB_ICB_LOC_ODS_CODE,SUB_ICB_LOC_ONS_CODE,SUB_ICB_LOC_NAME"],
    ["2022-23 on", "ICB_ODS_CODE,ICB_ONS_CODE,ICB_NAME,SUB_ICB_ODS_CODE,SUB_ICB_ONS_CODE,SUB_ICB_NAME"],
  ])("%s", async (_, middle) => {
    const { areas } = await inspectFiles([fileOf("MAPPING_NHS_GEOGRAPHIES_2223.csv", `${start}${middle}${end}${row}\n`)]);
    expect(areas.map(({ code, name, kind }) => [code, name, kind])).toEqual([
      ["07G", "Thurrock", "subIcb"],
      ["QH8", "Mid and South Essex", "icb"],
      ["U28765", "Asop PCN", "pcn"],
    ]);
  });
});

it("reads achievement with a region before the code, and every measure", async () => {
  const rows = ["NUMERATOR,60", "DENOMINATOR,80", "PCAS,5", "REGISTER,90", "ACHIEVED_POINTS,13.25"].map((r) => `Y61,F81010,HYP008,${r}`);
  expect(
    await figures(
      "ACHIEVEMENT_EAST_OF_ENGLAND_2324.csv",
      `REGION_ODS_CODE,PRACTICE_CODE,INDICATOR_CODE,MEASURE,VALUE\n${rows.join("\n")}\nY61,F81010,HYP001,REGISTER,90\n`,
    ),
  ).toEqual([
    {
      practiceCode: "F81010",
      indicator: "HYP008",
      period: "2023-24",
      numerator: 60,
      denominator: 80,
      personalisedCareAdjustments: 5,
      register: 90,
      achievedPoints: 13.25,
    },
    { practiceCode: "F81010", indicator: "HYP001", period: "2023-24", register: 90, value: 90 },
  ]);
});

it("reads list sizes in the present layout", async () => {
  // A real row of April 2026.
  const text =
    "PUBLICATION,EXTRACT_DATE,TYPE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS\nGP_PRAC_PAT_LIST,2026-04-01,GP,07G,E38000185,F81110,RM18 8EB,ALL,ALL,12170\n";
  expect(await figures("gp-reg-pat-prac-all.csv", text)).toEqual([
    { practiceCode: "F81110", indicator: "list_size", period: "2026-04-01", value: 12170 },
  ]);
});

it.each([
  ["from its parts", "TOTAL_GP_REG_ST1_4_FTE,TOTAL_GP_REG_F1_2_FTE,TOTAL_GP_EXR_FTE", "1.5,0.5,3.5", 3],
  ["from what leaves out registrars, where the parts are not given", "TOTAL_GP_EXR_FTE", "3.5", 3.5],
])("works out fully qualified GPs of 2015 to 2019 %s", async (_, headings, values, gps) => {
  const text = `PRAC_CODE,TOTAL_PATIENTS,TOTAL_GP_FTE,${headings}\nF81010,9000,5,${values}\n`;
  expect((await figures("September 2018 practice.csv", text)).find((o) => o.indicator === "gp_fte")).toMatchObject({
    period: "2018-09",
    value: gps,
  });
});

it("does not count a practice without GPs towards patients per GP", async () => {
  const text = "PRAC_CODE,TOTAL_PATIENTS,TOTAL_GP_FTE,TOTAL_GP_EXTG_FTE\nF81010,9000,5,4\nF81082,1000,0,0\nF81110,1000,ND,ND\n";
  const { comparators, observations } = await readReferenceData([fileOf("December 2025.csv", text)], { area });
  expect(comparators.find((c) => c.indicator === "patients_per_gp")).toMatchObject({ numerator: 9000, denominator: 4, practices: 1 });
  expect(observations.filter((o) => o.indicator === "gp_fte").map((o) => o.value ?? o.missing)).toEqual([4, 0, "notPublished"]);
});

it("reads totals of staff from the high-level workforce file", async () => {
  const text =
    "PRAC_CODE,PRAC_NAME,STAFF_GROUP,DETAILED_STAFF_ROLE,MEASURE,VALUE\nF81010,A,GP,Total,FTE,2.64\nF81010,A,Nurses,Total,FTE,NA\nF81010,A,Direct Patient Care,Therapist- Other,Headcount,1\n";
  expect(await figures("3 General Practice – December 2025 Practice Level - High level.csv", text)).toEqual([
    { practiceCode: "F81010", indicator: "gp_fte_all", period: "2025-12", value: 2.64 },
    { practiceCode: "F81010", indicator: "nurse_fte", period: "2025-12", missing: "notPublished" },
    { practiceCode: "F81010", indicator: "workforce_direct_patient_care_therapist_other_headcount", period: "2025-12", value: 1 },
  ]);
});

it("reads Thurrock's ratings, each with its date, and names the surgery without a code", async () => {
  const data = await readReferenceData([thurrock("HSCA_Active_Locations_2026-02.csv"), thurrock("MAPPING_NHS_GEOGRAPHIES_2223.csv")], {
    area: "07G",
  });
  const ratings = data.observations.map((o) => o.value);
  // Counted in the published rows: of 26, one without a code; two requiring improvement.
  expect([ratings.filter((r) => r === "Good").length, ratings.filter((r) => r === "Requires improvement").length]).toEqual([23, 2]);
  expect(data.observations.find((o) => o.practiceCode === "F81082")).toMatchObject({
    indicator: "cqc_overall",
    period: "2022-04-06",
    value: "Requires improvement",
  });
  expect(data.files[0]?.rowsRefused).toEqual([
    { line: 2, column: "Location ODS Code", expected: "the practice code of The Grays Surgery", found: "" },
  ]);
});

it("reads the five key questions, and 'Excellent' as Outstanding, from the ratings file's documented layout", async () => {
  const headings =
    "Location ID,Location ODS Code,Location Name,Location Primary Inspection Category,Service / Population Group,Domain,Latest Rating,Publication Date";
  const rows = [
    "1,F81010,A,GP Practices,Overall,Overall,excellent,31/05/2024",
    "1,F81010,A,GP Practices,Overall,Well-led,Requires Improvement,31/05/2024",
    "1,F81010,A,GP Practices,Older people,Overall,Good,31/05/2020",
    "2,F81082,B,GP Practices,Overall,Safe,Not Rated,",
    "3,,C,Residential social care,Overall,Safe,Good,31/05/2024",
  ];
  const data = await readReferenceData([fileOf("01_September_2026_Latest_ratings.csv", `${headings}\n${rows.join("\n")}\n`)], { area });
  expect(data.observations.map(({ indicator, period, value, missing }) => [indicator, period, value ?? missing])).toEqual([
    ["cqc_overall", "2024-05-31", "Outstanding"],
    ["cqc_well_led", "2024-05-31", "Requires improvement"],
    ["cqc_safe", "2026-09", "notPublished"],
  ]);
  expect(data.files[0]).toMatchObject({ rowsRead: 5, rowsUsed: 3, rowsOutsideArea: 2, rowsRefused: [] });
});

it("reads deprivation from Fingertips, with England's own figure, though it stands there twice", async () => {
  const data = await readReferenceData([thurrock("fingertips-93553.csv"), thurrock("MAPPING_NHS_GEOGRAPHIES_2223.csv")], { area: "07G" });
  expect(data.observations.find((o) => o.practiceCode === "F81010")).toMatchObject({
    indicator: "deprivation",
    period: "2019",
    value: 25.7812765784775,
  });
  expect(data.comparators.filter(({ of }) => of === undefined)).toEqual([
    expect.objectContaining({ indicator: "deprivation", numerator: 21.7220870988933, denominator: 1, isEngland: true }),
  ]);
});

it("takes count and denominator from Fingertips where it gives them, and whole-population rows only", async () => {
  const headings =
    "Indicator ID,Indicator Name,Area Code,Sex,Age,Category Type,Category,Time period,Value,Count,Denominator,Time period Sortable";
  const rows = [
    "92659,Expected,F81010,Persons,16+ yrs,,,2022/23,25.5,51,200,20220000",
    "92659,Expected,F81010,Female,16+ yrs,,,2022/23,20,20,100,20220000",
    "92659,Expected,F81010,Persons,16+ yrs,Deprivation,Most,2022/23,30,30,100,20220000",
    "92659,Expected,E38000185,Persons,16+ yrs,,,2022/23,30,30,100,20220000",
  ];
  const data = await readReferenceData([fileOf("data.csv", `${headings}\n${rows.join("\n")}\n`)], { area });
  expect(data.observations).toMatchObject([
    { indicator: "fingertips_92659", period: "2022-23", value: 25.5, numerator: 51, denominator: 200 },
  ]);
  expect(data.files[0]).toMatchObject({ rowsUsed: 1, rowsOutsideArea: 3 });
});

// No real file was at hand for the next two: they are built to the documented layouts.
it("reads the GP Patient Survey, whose suppressed figures are negative", async () => {
  const text =
    "ad_practicecode,ad_practicename,overallexp.pcteval,gpcontactoverall.pcteval,lastgpapptneeds.pcteval,resprate\nF81010,A,0.75,-97,/,0.31\n";
  const survey = await figures("GPPS_2025_Practice_data_(weighted)_(csv)_PUBLIC.csv", text);
  expect(survey.map(({ indicator, period, value, missing }) => [indicator, period, value ?? missing])).toEqual([
    ["gpps_overall_experience", "2025", 0.75],
    ["gpps_contact_experience", "2025", "suppressed"],
    ["gpps_needs_met", "2025", "suppressed"],
    ["gpps_response_rate", "2025", 0.31],
  ]);
});

it("adds up a month's appointments, and does not let a second file add to them", async () => {
  const headings = "APPOINTMENT_MONTH_START_DATE,GP_CODE,HCP_TYPE,APPT_MODE,TIME_BETWEEN_BOOK_AND_APPT,COUNT_OF_APPOINTMENTS,APPT_STATUS\n";
  const rows =
    "01OCT2025,F81010,GP,Face-to-Face,Same Day,10,Attended\n01OCT2025,F81010,Other Practice staff,Telephone,1 Day,5,DNA\n01OCT2025,UNMAPPED,GP,Telephone,1 Day,5,Attended\n";
  const data = await readReferenceData([fileOf("East.csv", headings + rows), fileOf("again.csv", headings + rows)], { area });
  expect(data.observations.map((o) => [o.indicator, o.period, o.value])).toEqual([
    ["appointments", "2025-10", 15],
    ["appointments_gp", "2025-10", 10],
    ["appointments_face_to_face", "2025-10", 10],
    ["appointments_same_day", "2025-10", 10],
    ["appointments_did_not_attend", "2025-10", 5],
  ]);
  expect(data.files.map((f) => [f.rowsUsed, f.rowsOutsideArea, f.rowsRefused.length])).toEqual([
    [2, 1, 0],
    [0, 1, 2],
  ]);
});

it("reads the year's indicators with their points, Windows-1252 quotation marks and all", async () => {
  const { publishedIndicators } = await readReferenceData(
    [thurrock("INDICATOR_MAPPINGS_1819_v2.csv"), thurrock("MAPPING_INDICATORS_2021_v2.csv"), thurrock("PREVALENCE_2223.csv")],
    { area },
  );
  const indicator = (code: string, period: string) => publishedIndicators?.find((i) => i.code === code && i.period === period);
  expect(indicator("CAN001", "2018-19")?.description).toContain("‘register of patients");
  expect(indicator("STIA007", "2020-21")).toMatchObject({ points: 4, group: "STIA", groupName: "Stroke and transient ischaemic attack" });
});

it("takes points and the CCG of a practice from the organisation reference of 2016-17", async () => {
  const data = await readReferenceData([thurrock("ORGANISATION_REFERENCE_1617.csv")], { area: "E38000185" });
  expect(data.area).toEqual({ code: "07G", name: "NHS THURROCK CCG" });
  expect(data.observations[0]).toMatchObject({ indicator: "qof_maximum_points", period: "2016-17", value: 559 });
});

it("keeps which check a practice did not pass", async () => {
  const data = await readReferenceData([thurrock("PRACTICE_VALIDATION_OUTCOMES_2021.csv")], {
    area: { name: "one", practiceCodes: ["F81688"] },
  });
  expect(data.observations).toMatchObject([
    { indicator: "qof_validation_3", period: "2020-21", value: "Practice status on 31 March <> Active" },
  ]);
});

it("takes a practice with two suppliers of its system as one in the appointments mapping, and refuses one placed twice", async () => {
  const heading = "GP_CODE,GP_NAME,SUPPLIER,PCN_CODE,PCN_NAME,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ICB_CODE,ICB_NAME";
  const row = (supplier: string, subIcb = "06Q") => `F81014,CHURCH LANE SURGERY,${supplier},U,UNALLOCATED,${subIcb},Any,QH8,Any`;
  const mapping = (...rows: string[]) => fileOf("Practice_Level_Crosstab_Aug_25_Mapping.csv", `${[heading, ...rows].join("\n")}\n`);
  // The two rows that stand so in the file of August 2025.
  const alike = await inspectFiles([mapping(row("TPP"), row("TPP/EVERGREENLIFE"))]);
  expect(alike.files[0]).toMatchObject({ rowsRead: 2, rowsUsed: 2, rowsRefused: [] });
  expect(alike.areas.find(({ code }) => code === "06Q")).toMatchObject({ practices: 1 });
  const apart = await inspectFiles([mapping(row("TPP"), row("TPP/EVERGREENLIFE", "07G"))]);
  expect(apart.files[0]!.rowsRefused).toEqual([{ line: 3, column: "GP_CODE", expected: "F81014 once", found: "again; first on line 2" }]);
});

it("places practices by the appointments mapping of a month", async () => {
  const { areas, files } = await inspectFiles([thurrock("Practice_Level_Crosstab_Aug_25_Mapping.csv")]);
  expect(files[0]).toMatchObject({ publication: "appointments-mapping", period: "2025-08", rowsRefused: [] });
  expect(areas.find((a) => a.code === "07G")).toMatchObject({ practices: 26, years: ["2025-08"] });
});

// No real file was at hand: built to the layout of NHS England's own program for this publication.
it("reads learning-disability health checks by practice, those who declined as adjustments", async () => {
  const headings =
    "QUALITY_SERVICE,PRACTICE_CODE,PRACTICE_NAME,PCN_ODS_CODE,PCN_NAME,ONS_SUB_ICB_LOC_CODE,SUB_ICB_LOC_CODE,SUB_ICB_LOC_NAME,ONS_ICB_CODE,ICB_CODE,ICB_NAME,ACH_DATE,IND_CODE,MEASURE,VALUE";
  const place = "LDHC,F81010,Aveley,U28765,Asop PCN,E38000185,07G,Thurrock,E54000026,QH8,MSE,20230331";
  const rows = [
    "LDHC021,Count,60",
    "LDHCMI036,Numerator,40",
    "LDHCMI036,Denominator,50",
    "LDHCMI036,HLTHCHKDEC,*",
    "LDHCMI036,P_AGE14_18,3",
  ];
  const text = `${headings}\n${rows.map((row) => `${place},${row}\n`).join("")}`;
  const data = await readReferenceData([fileOf("learning-disabilities-health-check-scheme-eng-Mar-2023.csv", text)], { area: "07G" });
  expect(data.observations.map(({ source: _, ...figure }) => figure)).toEqual([
    { practiceCode: "F81010", indicator: "LDHC021", period: "2023-03-31", register: 60, value: 60 },
    { practiceCode: "F81010", indicator: "LDHCMI036", period: "2023-03-31", numerator: 40, denominator: 50 },
    { practiceCode: "F81010", indicator: "LDHCMI036_P_AGE14_18", period: "2023-03-31", value: 3 },
  ]);
  expect(data.files[0]).toMatchObject({ rowsRead: 5, rowsUsed: 5, rowsRefused: [] });
});
