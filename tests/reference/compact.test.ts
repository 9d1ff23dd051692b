import fc from "fast-check";
import { compact, fromCompact } from "../../src/reference/compact";
import { illustrativeArea } from "../../src/reference/illustrative";
import type { ReferenceData } from "../../src/reference/model";
import { readReferenceData } from "../../src/reference/read";
import { anyReferenceData } from "./arbitrary";
import { thurrock } from "./files";

const throughJson = (data: ReferenceData) => fromCompact(JSON.parse(JSON.stringify(compact(data))));

it("gives any reference data back as they were", () => {
  fc.assert(
    fc.property(anyReferenceData, (data) => {
      expect(throughJson(data)).toEqual(data);
    }),
  );
});

it("gives back the 81 figures of an excerpt of real files", async () => {
  const files = ["PREVALENCE_2223.csv", "MAPPING_NHS_GEOGRAPHIES_2223.csv"].map(thurrock);
  const data = await readReferenceData(files, { area: "07G" });
  expect(data.observations.length).toBe(81);
  expect(throughJson(data)).toEqual(data);
});

it("takes a quarter or less of the room of the plain records", () => {
  const data = illustrativeArea();
  const plain = JSON.stringify(data.observations).length;
  expect(JSON.stringify(compact(data).figures).length).toBeLessThan(plain / 4);
});

describe("of what it did not write it says every fault", () => {
  const good = () => JSON.parse(JSON.stringify(compact(illustrativeArea())));
  const faultsOf = (value: unknown) => {
    const read = fromCompact(value);
    return "faults" in read ? read.faults.map(({ path }) => path) : [];
  };

  it("has a good one to spoil", () => expect(faultsOf(good())).toEqual([]));
  it.each([null, 7, "text", [], {}])("%j is not reference data", (value) => expect(faultsOf(value)).not.toEqual([]));

  it("names two faults that have nothing to do with one another", () => {
    const spoilt = good();
    spoilt.version = 2;
    spoilt.comparators[3].numerator = "many";
    expect(faultsOf(spoilt)).toEqual(["version", "comparators[3].numerator"]);
  });
  it("finds a column that was cut short", () => {
    const spoilt = good();
    spoilt.figures.line.pop();
    expect(faultsOf(spoilt)).toEqual(["figures.line"]);
  });
  it("finds a figure of a practice that is on no list", () => {
    const spoilt = good();
    spoilt.figures.practice[5] = 9999;
    expect(faultsOf(spoilt)).toEqual(["figures.practice[5]"]);
  });
  it("takes no property from a prototype that was sent along", () => {
    const spoilt = JSON.parse('{"__proto__":{"version":1,"illustrative":false}}');
    expect(faultsOf(spoilt)).toEqual(expect.arrayContaining(["version", "illustrative"]));
    expect(({} as Record<string, unknown>)["version"]).toBeUndefined();
  });
});
