import { readFileSync } from "node:fs";
import path from "node:path";
import type { FileSource } from "../../src/reference/fileSource";
import { changeInWords, changesOf } from "../../src/reference/practiceHistory";
import { readReferenceData } from "../../src/reference/read";
import { fileOf, thurrock } from "./files";

const history = (name: string): FileSource => fileOf(name, readFileSync(path.join(__dirname, "..", "fixtures", "history", name)));
const years = () => [
  history("PREVALENCE_1617.csv"),
  history("ORGANISATION_REFERENCE_1617.csv"),
  thurrock("PREVALENCE_2223.csv"),
  thurrock("MAPPING_NHS_GEOGRAPHIES_2223.csv"),
];

// Published for Thurrock: 24,123 with hypertension in 2016-17, 26,559 in 2022-23.
it("keeps the practices of each year, those that closed as well", async () => {
  const data = await readReferenceData([...years(), history("epraccur_2022.csv")], { area: "07G" });
  const register = (period: string) => {
    const found = data.observations.filter((o) => o.indicator === "HYP" && o.period === period);
    return [found.length, found.reduce((sum, o) => sum + (o.numerator ?? 0), 0)];
  };
  expect([register("2016-17"), register("2022-23")]).toEqual([
    [32, 24123],
    [27, 26559],
  ]);
});

it("names the practices that closed in between, with the day the directory gives", async () => {
  const data = await readReferenceData([...years(), history("epraccur_2022.csv")], { area: "07G" });
  expect(changesOf(data).map(changeInWords)).toEqual([
    "F81084 DR MOHILE RV PRACTICE: figures up to 2016-17. Closed on 30 November 2019.",
    "F81644 DR CHEUNG KK PRACTICE: figures up to 2016-17. Closed on 30 June 2020.",
    "F81691 EAST TILBURY & CORRINGHAM MEDICAL CENTRE: figures up to 2016-17. Closed on 30 November 2020.",
    "F81698 DILIP SABNIS MEDICAL CTR PMS: figures up to 2016-17. Closed on 30 November 2019.",
    "F81742 ACORNS: figures up to 2016-17. Closed on 30 September 2018.",
  ]);
});

// No real file of successors was at hand: built to ODS's own description of it. The successions here are made up.
it("names who took over, by the latest row", async () => {
  const successors = fileOf(
    "succ.csv",
    '"F81742","F81113","R","20181001",""\n"F81742","F81010","R","20190101","1"\n"5QD","07G","R","20130401","1"\n',
  );
  const data = await readReferenceData([...years(), successors], { area: "07G" });
  const gone = changesOf(data).find(({ practice }) => practice.code === "F81742");
  expect(gone && changeInWords(gone)).toBe("F81742 ACORNS: figures up to 2016-17. Followed by F81010 Aveley Medical Centre.");
  expect(data.files.at(-1)).toMatchObject({ publication: "ods-succession", rowsRead: 3, rowsRefused: [] });
});

it("tells a practice that opened from one without any figure", async () => {
  const earlier = "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\nF81082,HYP,1,TOTAL,10\n";
  const later = `${earlier}F81010,HYP,1,TOTAL,10\n`;
  const area = { name: "three", practiceCodes: ["F81010", "F81082", "F81001"] };
  const data = await readReferenceData([fileOf("PREVALENCE_2122.csv", earlier), fileOf("PREVALENCE_2223.csv", later)], { area });
  expect(changesOf(data).map(changeInWords)).toEqual(["F81001: no figures in what is loaded.", "F81010: figures from 2022-23 on."]);
});

it("says nothing of change where one year is loaded", async () => {
  const data = await readReferenceData([thurrock("PREVALENCE_2223.csv"), thurrock("MAPPING_NHS_GEOGRAPHIES_2223.csv")], { area: "07G" });
  expect(changesOf(data)).toEqual([]);
});
