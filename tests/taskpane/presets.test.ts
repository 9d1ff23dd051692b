import { indicatorName, indicatorsToChoose, moved, withAdded, without } from "../../src/taskpane/indicatorNames";
import { isIndicatorId } from "../../src/indicators/library";
import { openSpec } from "../../src/taskpane/openSpec";
import { isThere, partsOf } from "../../src/taskpane/publications";
import { specFor } from "../../src/taskpane/specOf";
import { wishesFrom, wishesText } from "../../src/taskpane/wishes";
import { capacityAndAccess, everythingLoaded, longTermConditions } from "../../src/scorecard/presets";
import { writeSpec } from "../../src/scorecard/readSpec";
import type { FileReport } from "../../src/reference/model";

const groups = [
  { heading: "One", indicators: ["HYP", "DM"] },
  { heading: "Two", indicators: ["CHD"] },
];
const order = (of: readonly { readonly indicators: readonly string[] }[]) => of.map(({ indicators }) => indicators.join(" ")).join(" | ");

describe("the indicators of a scorecard", () => {
  test.each([
    ["DM", -1, "DM HYP | CHD"],
    ["HYP", 1, "DM HYP | CHD"],
    ["DM", 1, "HYP | DM CHD"],
    ["CHD", -1, "HYP DM CHD"],
    ["HYP", -1, "HYP DM | CHD"],
    ["CHD", 1, "HYP DM | CHD"],
  ] as const)("%s moved by %i gives %s", (id, by, expected) => expect(order(moved(groups, id, by))).toBe(expected));

  test("are taken out, with a group that is left empty, and added at the end of a group", () => {
    expect(order(without(groups, "CHD"))).toBe("HYP DM");
    expect(order(withAdded(groups, 0, "AF"))).toBe("HYP DM AF | CHD");
  });

  test("that can be chosen are all understood, and each has a name of its own", () => {
    const choices = indicatorsToChoose(null);
    expect(choices.filter((id) => !isIndicatorId(id))).toEqual([]);
    expect(new Set(choices.map(indicatorName)).size).toBe(choices.length);
    expect(indicatorName("HYP.found")).toBe("Hypertension, found of expected (HYP)");
  });
});

describe("what a workbook keeps of a person's wishes", () => {
  const group = { name: "By the river", practiceCodes: ["F81010", "F81082"] };

  test("comes back as it was", () => {
    const spec = { ...longTermConditions, id: "own", name: "Mine" };
    expect(wishesFrom(wishesText({ spec, groups: [group] }))).toEqual({ spec, groups: [group], notice: null });
    expect(wishesText({ spec: null, groups: [] })).toBeNull();
    expect(wishesFrom(null)).toEqual({ spec: null, groups: [], notice: null });
  });

  test.each(["{", '{"spec":"{}"}', '{"spec":"[1]","groups":3}'])("and is told to be unreadable where it is: %s", (text) => {
    expect(wishesFrom(text)).toMatchObject({ spec: null, notice: expect.stringContaining("cannot be read") });
  });
});

describe("a specification's file", () => {
  test("opens as it was saved", () => expect(openSpec(writeSpec(capacityAndAccess))).toEqual({ spec: capacityAndAccess }));

  test("that is wrong in several places has every fault named, with its place", () => {
    const opened = openSpec('{"id":"Bad Id","name":"","groups":[{"heading":"One","indicators":["HYP","NONSENSE"]}]}');
    expect("faults" in opened && opened.faults.map((fault) => fault.split(":")[0])).toEqual(["id", "name", "groups[0].indicators[1]"]);
  });
});

describe("what a scorecard is made of", () => {
  const titles = (spec: Parameters<typeof partsOf>[0]) => partsOf(spec).map(({ publications }) => publications[0]);

  test("follows what it shows: a survey is asked for only where it is shown", () => {
    expect(titles(longTermConditions)).toEqual([
      ...["qof-geography", "qof-prevalence", "qof-achievement", "list-size", "gp-workforce", "cqc-locations", "fingertips"],
    ]);
    expect(titles(capacityAndAccess)).toEqual([
      ...["qof-geography", "gp-patient-survey", "appointments", "list-size", "gp-workforce", "cqc-locations", "fingertips"],
    ]);
  });

  test("is there when any publication that stands for it is, and each says where on its page it is", () => {
    const [areas] = partsOf(longTermConditions);
    const report = { publication: "ods-epraccur" } as FileReport;
    expect(isThere(areas!, [report])).toBe(true);
    expect(isThere(areas!, [{ publication: null } as FileReport])).toBe(false);
    for (const { steps, address } of partsOf(longTermConditions)) {
      expect(steps).toMatch(/download|choose|scroll/i);
      expect(address).toMatch(/^https:\/\//);
    }
  });
});

test("Everything loaded follows what is loaded now, not what was loaded when it was chosen", () => {
  const observation = (indicator: string) => ({ indicator }) as never;
  const chosen = everythingLoaded({ observations: [observation("HYP")] });
  const now = specFor(chosen, { observations: [observation("HYP"), observation("DM")] });
  expect(now.groups.flatMap(({ indicators }) => indicators).sort()).toEqual(["DM", "HYP"]);
  expect(specFor(null, null)).toBe(longTermConditions);
});
