/** Thurrock from 2016-17 to 2022-23: five practices closed on the way, and the Methods sheet says which and when. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { readReferenceData } from "../../src/reference/read";
import { buildScorecard } from "../../src/scorecard/build";
import { everythingLoaded } from "../../src/scorecard/presets";
import { layOutWorkbook } from "../../src/sheet/layout";
import { fileOf, thurrock } from "../reference/files";
import { run } from "../cli/run";

const folder = path.join(__dirname, "../fixtures/history");
const history = ["PREVALENCE_1617.csv", "ORGANISATION_REFERENCE_1617.csv", "epraccur_2022.csv"];
const recent = ["PREVALENCE_2223.csv", "MAPPING_NHS_GEOGRAPHIES_2223.csv"];

// The directory of 2022 has these days; its fixture has the five that closed.
const closed = [
  ["F81084 DR MOHILE RV PRACTICE", "30 November 2019"],
  ["F81644 DR CHEUNG KK PRACTICE", "30 June 2020"],
  ["F81691 EAST TILBURY & CORRINGHAM MEDICAL CENTRE", "30 November 2020"],
  ["F81698 DILIP SABNIS MEDICAL CTR PMS", "30 November 2019"],
  ["F81742 ACORNS", "30 September 2018"],
] as const;

it("on the Methods sheet", async () => {
  const files = [...history.map((name) => fileOf(name, readFileSync(path.join(folder, name)))), ...recent.map(thurrock)];
  const data = await readReferenceData(files, { area: "07G" });
  const model = buildScorecard(data, { spec: everythingLoaded(data), builtOn: "2026-11-25" });
  expect(model.practices).toHaveLength(27);
  const methods = layOutWorkbook(model).sheets.find(({ key }) => key === "methods")!;
  const rows = methods.rows.map((row) => row.flatMap(({ value }) => (typeof value === "string" ? [value] : [])));
  for (const [practice, day] of closed)
    expect(
      rows
        .find(([first]) => first === practice)
        ?.slice(1)
        .join(" ")
        .trim(),
    ).toBe(`Figures up to 2016-17. Closed on ${day}. Not on this scorecard.`);
});

it("on the command line", async () => {
  const paths = [...history.map((name) => path.join(folder, name)), ...recent.map((name) => path.join(folder, "../thurrock", name))];
  const { stderr } = await run("values", "--area", "Thurrock", "--data", ...paths);
  for (const [practice, day] of closed) expect(stderr).toContain(`${practice}: figures up to 2016-17. Closed on ${day}.\n`);
});
