import { Link, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { BY_HAND, byHandReport, type ByHandAnswer, type ByHandStep } from "../../contract";
import { Page } from "../components/Page";
import { Report } from "../components/Report";
import { newestApi, thisExcel } from "../environment";
import type { Pane } from "../pane";
import { words } from "../words";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "16px" },
  step: { listStyleType: "none", paddingBottom: "8px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  number: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  text: { margin: "0 0 4px" },
  expect: { margin: "0 0 4px", color: tokens.colorNeutralForeground2 },
});

const said = words.byHand;

/** What only a person with Excel can find out, in ten minutes. */
export function ByHand({ pane }: { readonly pane: Pane }) {
  const styles = useStyles();
  const [answers, setAnswers] = useState<ReadonlyMap<string, ByHandAnswer>>(new Map());
  return (
    <Page title={said.title} lead={said.lead} onBack={() => pane.show("about")}>
      <ol className={styles.list}>
        {BY_HAND.map((step, i) => (
          <Step
            key={step.id}
            step={step}
            number={i + 1}
            answer={answers.get(step.id)}
            onAnswer={(answer) => setAnswers(new Map([...answers, [step.id, answer]]))}
          />
        ))}
      </ol>
      {answers.size > 0 && <Report text={byHandReport(BY_HAND, answers, { ...thisExcel(), api: newestApi(), when: new Date() })} />}
    </Page>
  );
}

interface StepProps {
  readonly step: ByHandStep;
  readonly number: number;
  readonly answer: ByHandAnswer | undefined;
  readonly onAnswer: (answer: ByHandAnswer) => void;
}

function Step({ step: { do: todo, expect, source }, number, answer, onAnswer }: StepProps) {
  const styles = useStyles();
  return (
    <li className={styles.step}>
      <p className={styles.text}>
        <span className={styles.number}>{said.number(number)}</span>
        {todo}
      </p>
      <p className={styles.expect}>
        {said.expected(expect)}
        {source.kind !== "assumed" && (
          <Link inline href={source.at} target="_blank" rel="noreferrer" aria-label={said.sourceOf(number)}>
            {said.source}
          </Link>
        )}
      </p>
      <RadioGroup
        layout="horizontal"
        aria-label={said.step(number)}
        value={answer ?? ""}
        onChange={(_, { value }) => onAnswer(value as ByHandAnswer)}
      >
        <Radio value="as expected" label={said.answers.asExpected} />
        <Radio value="otherwise" label={said.answers.otherwise} />
      </RadioGroup>
    </li>
  );
}
