/** Two people refresh the scorecard of one workbook at once: it ends with one scorecard, and everything that both had typed. */
import { createScorecard } from "../../src/actions/createScorecard";
import { isHousekeeping } from "../../src/host/faults";
import { columnName } from "../../src/sheet/a1";
import { officersWorkbook, sheetNames, type, valuesOf } from "../support/workbooks";
import { smallArea, smallRequest } from "./smallArea";
import { Dice, Findings, record, times } from "./torture";

const data = smallArea();

it("two refreshes at once end with one scorecard and all notes", async () => {
  const findings = new Findings();
  const ended = { both: 0, one: 0, none: 0 };
  const pairs = times(2, 200);
  for (let n = 0; n < pairs; n++) {
    const dice = new Dice("two panes", n);
    const excel = await officersWorkbook();
    await createScorecard(data, smallRequest);
    const card = await valuesOf(excel, "Scorecard");
    const notes = columnName(card.find((row) => row.includes("notes"))!.indexOf("notes"));
    const cell = (code: string, column: string) => `${column}${card.findIndex(([each]) => each === code) + 1}`;
    await type(excel, "Scorecard", { [cell("X00001", notes)]: "From Ann", [cell("X00003", notes)]: "From Bob" });
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").formulas = [[`=Scorecard!${cell("X00003", "D")}`]];
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- each pair has a workbook of its own
      await context.sync();
    });
    const listed = card[card.findIndex(([each]) => each === "X00003")]![3];
    // The second begins when the first has had so many answers.
    const after = dice.number(9);
    let answers = 0;
    let begin = () => {};
    const second = new Promise<void>((resolve) => (begin = resolve)).then(() => createScorecard(smallArea(4), smallRequest));
    if (after === 0) begin();
    excel.host.onRoundTrip((_, body) => {
      if (!isHousekeeping(body) && ++answers >= after) begin();
    });
    const first = createScorecard(data, smallRequest);
    const outcomes = await Promise.allSettled([first.finally(begin), second]);
    const refused = outcomes.flatMap((outcome) =>
      outcome.status === "rejected" ? [outcome.reason as { problem?: { kind: string; nothingChanged?: boolean } }] : [],
    );
    ended[(["both", "one", "none"] as const)[refused.length]!]++;
    const where = `pair ${n}, second after ${after} answers`;
    for (const { problem } of refused)
      if (problem?.kind !== "host" || problem.nothingChanged !== true)
        findings.note(where, `says ${JSON.stringify(problem ?? String(refused[0]))}`);
    const names = await sheetNames(excel);
    if ([...names].sort().join() !== "Data,Data (2),Methods,Scorecard,Sheet1") findings.note(where, `sheets ${names.join(", ")}`);
    const values = await valuesOf(excel, "Scorecard").catch(() => []);
    for (const [code, text] of [
      ["X00001", "From Ann"],
      ["X00003", "From Bob"],
    ])
      if (!values.some((row) => row.includes(code) && row.includes(text))) findings.note(where, `lost “${text}”`);
    const [[looked]] = (await valuesOf(excel, "Sheet1")) as [[unknown]];
    if (looked !== listed) findings.note(where, `own sheet shows ${String(looked)}`);
    // Whoever was refused tries again.
    if (refused.length > 0)
      await createScorecard(smallArea(4), smallRequest).catch((error: unknown) =>
        findings.note(where, `trying again says ${String(error)}`),
      );
    const again = await sheetNames(excel);
    if ([...again].sort().join() !== "Data,Data (2),Methods,Scorecard,Sheet1")
      findings.note(where, `in the end sheets ${again.join(", ")}`);
  }
  record("two-panes", { pairs, ...ended, findings: findings.found.length });
  expect(findings.found).toEqual([]);
});
