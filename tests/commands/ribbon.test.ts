/** Which buttons of the ribbon can be pressed, and that these buttons are those of the manifest. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { enabledButtons } from "../../src/commands/ribbon";
import { firstState } from "../../src/taskpane/state";
import { illustrativeArea } from "../../src/reference/illustrative";

const data = illustrativeArea();
const recalled = { area: { code: "07G", name: "Thurrock" }, illustrative: false, files: [] };

test.each([
  ["in an empty workbook", {}, { Refresh: false, Practice: false, LocalData: false }],
  ["with an area loaded", { data }, { Refresh: false, Practice: true, LocalData: true }],
  ["in a workbook with a scorecard", { recalled }, { Refresh: true, Practice: true, LocalData: true }],
])("%s", (_, state, expected) => {
  const given = enabledButtons({ ...firstState, ...state });
  expect(given).toEqual(Object.fromEntries(Object.entries(expected).map(([id, enabled]) => [`Scorecard.${id}`, enabled])));
});

test("each of them is a button of the manifest", () => {
  const manifest = readFileSync(join(__dirname, "../../manifest.xml"), "utf8");
  expect(manifest).toContain('<CustomTab id="Scorecard.Tab">');
  for (const id of Object.keys(enabledButtons(firstState))) expect(manifest).toContain(`<Control xsi:type="Button" id="${id}">`);
});
