import { readFileSync } from "node:fs";
import path from "node:path";
import { openPrescribingMeasure, readMeasures, withLiveFigures } from "../../../src/reference/live/openPrescribing";
import { epraccurFile, fingertipsFile } from "../../../src/reference/live/publicFiles";
import { addressAt, readRelay } from "../../../src/reference/live/sources";
import { illustrativeArea } from "../../../src/reference/illustrative";
import { readReferenceData } from "../../../src/reference/read";
import { run, thurrock as onDisk } from "../../cli/run";
import { sends, testServer, type TestServer } from "../../support/testServer";
import { thurrock } from "../files";

const fixture = (name: string) => readFileSync(path.join(__dirname, "..", "..", "fixtures", "thurrock", name));

let server: TestServer;
beforeEach(async () => (server = await testServer()));
afterEach(() => server.stop());

/** An answer of measure_by_practice in the shape of its publisher's own code; the figures are made up. */
const row = (practice: string, date: string, numerator: unknown, denominator: unknown, value: unknown = 0.25) => ({
  date,
  numerator,
  denominator,
  calc_value: value,
  percentile: 0.5,
  cost_savings: {},
  practice_id: practice,
  practice_name: "A PRACTICE",
});
const answer = (rows: readonly unknown[], isPercentage = true) =>
  JSON.stringify({
    measures: [{ id: "keppra", name: "Keppra", title: "Keppra", is_percentage: isPercentage, low_is_good: true, tags: [], data: rows }],
  });
const measurePath = "/openprescribing/api/1.0/measure_by_practice/";

describe("OpenPrescribing", () => {
  const ask = () => openPrescribingMeasure("keppra", "07G", server.origin, { fetch });

  it("is asked for one measure of one sub-ICB location, and gives numerator and denominator by month", async () => {
    server.on(measurePath, sends("application/json", answer([row("F81010", "2025-06-01", 3, 40), row("F81010", "2025-07-01", 5, 44)])));
    const { observations, report } = await ask();
    expect(server.asked).toEqual([`${measurePath}?format=json&measure=keppra&org=07G`]);
    expect(
      observations.map(({ practiceCode, indicator, period, numerator, denominator }) => [
        practiceCode,
        indicator,
        period,
        numerator,
        denominator,
      ]),
    ).toEqual([
      ["F81010", "op_keppra", "2025-06", 3, 40],
      ["F81010", "op_keppra", "2025-07", 5, 44],
    ]);
    expect(report).toMatchObject({ publication: "OpenPrescribing", period: "2025-07", rowsRead: 2, rowsUsed: 2, rowsRefused: [] });
  });

  it("gives the value of a measure that is no share", () => {
    const { observations } = readMeasures(answer([row("F81010", "2025-06-01", 310, 6.2, 50)], false), "x");
    expect(observations[0]).toMatchObject({ value: 50 });
    expect(observations[0]).not.toHaveProperty("numerator");
  });

  it("lists every row that cannot be used, and takes the others", () => {
    const rows = [
      row("F81010", "2025-06-01", 3, 40),
      row("F8", "2025-06-01", 3, 40),
      row("F81082", "June", 3, 40),
      row("F81082", "2025-06-01", 41, 40),
      row("F81010", "2025-06-01", 3, 40),
    ];
    const { observations, report } = readMeasures(answer(rows), "x");
    expect(observations).toHaveLength(1);
    expect(report.rowsRefused.map(({ line, column, found }) => `${line} ${column}: ${found}`)).toEqual([
      "2 practice_id: F8",
      "3 date: June",
      "4 numerator: 41",
      "5 practice_id: again; first in row 1",
    ]);
  });

  it.each([
    ["half of it", answer([row("F81010", "2025-06-01", 3, 40)]).slice(0, 80), "its answer is not whole JSON; try again"],
    ["something else", '{"results":[]}', "its answer is not as documented (measures: expected a list of at most 100, found nothing)"],
    [
      "a figure in words",
      answer([row("F81010", "2025-06-01", "three", 40)]),
      'its answer is not as documented (measures[0].data[0].numerator: expected a number, found "three")',
    ],
    ["nothing", '{"measures":[]}', "it has no figures for this measure and area"],
  ])("says what is wrong with %s", async (_what, body, reason) => {
    server.on(measurePath, sends("application/json", body));
    await expect(ask()).rejects.toMatchObject({ problem: { kind: "unreadable", file: "OpenPrescribing keppra", reason } });
  });

  it("is not asked for an area that is no sub-ICB location", async () => {
    await expect(openPrescribingMeasure("keppra", "U28765", server.origin, { fetch })).rejects.toMatchObject({
      problem: { reason: "it is asked by sub-ICB location, like 07G, not by U28765" },
    });
    expect(server.asked).toEqual([]);
  });

  it("adds to an area the figures of its own practices only", () => {
    const area = illustrativeArea();
    const [own] = area.practices.keys();
    const live = readMeasures(answer([row(own!, "2025-06-01", 3, 40), row("Y99999", "2025-06-01", 3, 40)]), "x");
    const both = withLiveFigures(area, live);
    expect(both.observations).toHaveLength(area.observations.length + 1);
    expect(both.files.at(-1)).toMatchObject({ rowsUsed: 1, rowsOutsideArea: 1 });
  });
});

it("reads a fetched Fingertips file and epraccur as it reads downloaded ones", async () => {
  server.on("/fingertips/api/all_data/csv/by_indicator_id", sends("text/csv", fixture("fingertips-93553.csv")));
  server.on("/ods/api/getReport", sends("application/octet-stream", fixture("epraccur.csv")));
  const fetched = [await fingertipsFile("93553", server.origin, { fetch }), await epraccurFile(server.origin, { fetch })];
  const [now, then] = [
    await readReferenceData(fetched, { area: "07G" }),
    await readReferenceData([thurrock("fingertips-93553.csv"), thurrock("epraccur.csv")], { area: "07G" }),
  ];
  const figures = ({ observations }: typeof now) => observations.map((one) => ({ ...one, source: one.source.line }));
  expect(figures(now)).toEqual(figures(then));
  expect(now.observations.length).toBeGreaterThan(0);
  expect(server.asked[0]).toBe(
    "/fingertips/api/all_data/csv/by_indicator_id?indicator_ids=93553&child_area_type_id=7&parent_area_type_id=15&parent_area_code=E92000001",
  );
});

describe("a relay", () => {
  it("stands in for every publisher", () => {
    expect(addressAt("ods", "/api/x", null)).toBe("https://www.odsdatasearchandexport.nhs.uk/api/x");
    expect(addressAt("ods", "/api/x", readRelay("https://relay.example.nhs.uk/open/"))).toBe("https://relay.example.nhs.uk/open/ods/api/x");
  });
  it.each([
    "relay",
    "http://relay.example.nhs.uk",
    "javascript:alert(1)",
    "https://me:secret@relay.nhs.uk",
    "https://relay.nhs.uk/?to=",
    "file:///etc",
  ])("is not %s", (typed) => expect(() => readRelay(typed)).toThrow(/relay/));
  it("is never told of with the password that stood in its address", () => {
    expect(() => readRelay("https://me:secret@relay.nhs.uk")).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("secret") }),
    );
  });
});

describe("on the command line", () => {
  const values = (...more: string[]) =>
    run("values", "--area", "07G", "--data", ...onDisk("MAPPING_NHS_GEOGRAPHIES_2223.csv", "PREVALENCE_2223.csv"), ...more);

  it("nothing is fetched unless it is asked for", async () => {
    expect((await values("--relay", server.origin)).status).toBe(0);
    expect(server.asked).toEqual([]);
  });
  it("what was asked for stands beside the files", async () => {
    server.on(measurePath, sends("application/json", answer([row("F81010", "2025-06-01", 3, 40)])));
    server.on("/fingertips/api/all_data/csv/by_indicator_id", sends("text/csv", fixture("fingertips-93553.csv")));
    const { status, stdout } = await values("--relay", server.origin, "--fetch", "openprescribing:keppra", "fingertips:93553");
    expect(status).toBe(0);
    expect(stdout).toMatch(/F81010,[^\n]*,op_keppra,2025-06,3,40,,0\.075,/);
    expect(stdout).toMatch(/F81010,[^\n]*,deprivation,2019,/);
  });
  it("a source that does not answer is named, and nothing is printed by halves", async () => {
    server.on(measurePath, (response) => void response.writeHead(503).end());
    const { status, stdout, stderr } = await values("--relay", server.origin, "--fetch", "openprescribing:keppra");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("OpenPrescribing keppra could not be read: it has a fault of its own at the moment (503); try again later.");
  });
  it.each([
    ["--fetch", "everything"],
    ["--fetch", "fingertips:all"],
    ["--relay", "http://elsewhere.example"],
  ])("%s %s is not understood", async (...typed) => {
    expect((await values(...typed)).status).toBe(2);
  });
});
