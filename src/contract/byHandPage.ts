import { BY_HAND } from "./byHand";
import { contracts } from "./contracts";
import { placeOf } from "./report";

/** docs/excel-walkthrough.md: what was only believed about Excel and must be tried in a real one. */
export function byHandPage(): string {
  const steps = BY_HAND.map((step, i) =>
    [
      `### ${i + 1}. ${step.do}`,
      "",
      `- [ ] ${step.expect}`,
      "",
      step.source.kind === "assumed" ? `_Believed because: ${step.source.because}._` : `_Known from: <${step.source.at}>._`,
      "",
    ].join("\n"),
  );
  const assumptions = contracts.flatMap(({ id, says, source }) =>
    source.kind === "assumed" ? [`| \`${id}\` | ${says.replaceAll("|", "\\|")} | ${placeOf(source).replaceAll("|", "\\|")} |`] : [],
  );
  return `# What was only believed about Excel

This add-in was made and tested without Excel: Microsoft's own Office.js client runs against a host that answers as Excel would. Facts about
Excel that a program can try are tried by the pane itself: _About_, _Self-test_. What is left needs a person, an Excel and ten minutes. The same list is
in the pane under _About_, _By hand_, with an answer for each step and a report to copy.

Write down the version of Excel (_File_, _Account_), do the steps in order, and send what was otherwise, in an issue of the project.

## First: the self-test

In the pane choose _About_, _Self-test_, _Start_. It tries ${contracts.length} facts on sheets of its own, which it takes away again, and gives a report to copy.
Send the report also when all facts hold: it says in which Excel they do.

## Then: by hand

${steps.join("\n")}
## What the self-test checks that no documentation says

These facts are believed for the reason given, and the self-test is the first to try them in Excel.

| fact | as a sentence | why it is believed |
| --- | --- | --- |
${assumptions.join("\n")}
`;
}
