import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { useState } from "react";
import type { PracticeRow, ScorecardModel } from "../../scorecard/model";
import { Facts } from "../components/Facts";
import { Page } from "../components/Page";
import { PracticeTable } from "../components/PracticeTable";
import { TroubleCard } from "../components/TroubleCard";
import { Working } from "../components/Working";
import { loadedModel } from "../loadedModel";
import type { Pane } from "../pane";
import type { PaneState } from "../state";
import { counted } from "../words";

const useStyles = makeStyles({
  status: { margin: 0, color: tokens.colorNeutralForeground3 },
  said: { margin: 0, ":empty": { marginTop: "-16px" } },
  list: { margin: 0, padding: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  item: { listStyleType: "none", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  choose: {
    width: "100%",
    padding: "8px",
    textAlign: "left",
    font: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: "transparent",
    border: "none",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  name: { display: "block", fontWeight: tokens.fontWeightSemibold },
  second: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

interface ScreenProps {
  readonly pane: Pane;
  readonly state: PaneState;
}

/** More would only be scrolled past: the search narrows them down. */
const SHOWN = 40;

/** Which practice, and how does it stand? */
export function Practice({ pane, state }: ScreenProps) {
  const { data, year, practiceCode } = state;
  const model = data === null ? null : loadedModel(data, year);
  const index = model === null ? -1 : model.practices.findIndex(({ practice }) => practice.code === practiceCode);
  if (model === null) return <NothingLoaded pane={pane} state={state} />;
  return index < 0 ? <Find key="find" pane={pane} state={state} model={model} /> : <One key="one" {...{ pane, state, model, index }} />;
}

const NothingLoaded = ({ pane, state }: ScreenProps) => (
  <Page
    title="Which practice?"
    lead="No practices are loaded yet. Choose what the scorecard should be built from; then each practice can be looked up here."
    onBack={() => pane.show(state.before)}
    actions={
      <Button appearance="primary" size="large" onClick={() => pane.show("start")}>
        Choose the data
      </Button>
    }
  />
);

function Find({ pane, state, model }: ScreenProps & { readonly model: ScorecardModel }) {
  const styles = useStyles();
  const [words, setWords] = useState("");
  const [said, setSaid] = useState("");
  const matching = model.practices.filter((row) => matches(row, words));
  const shown = matching.slice(0, SHOWN);
  const choose = (code: string) => pane.tell({ kind: "practiceChosen", code });
  const takeSelected = async () => {
    const code = await pane.selectedPractice();
    if (code !== null && model.practices.some(({ practice }) => practice.code === code)) choose(code);
    else
      setSaid(code === null ? "There is no practice code in the row of the selected cell." : `${code} is not among the loaded practices.`);
  };
  return (
    <Page title="Which practice?" onBack={() => pane.show(state.before)}>
      {state.trouble !== null && <TroubleCard trouble={state.trouble} onTryAgain={() => void pane.tryAgain()} />}
      <Field label="Search by name or code">
        <Input
          type="search"
          contentBefore={<SearchRegular />}
          value={words}
          onChange={(_, { value }) => {
            setWords(value);
            setSaid("");
          }}
        />
      </Field>
      <Button onClick={() => void takeSelected()}>Take the one in the selected row</Button>
      <p className={styles.status} role="status">
        {said || foundWords(matching.length, shown.length)}
      </p>
      <ul className={styles.list} aria-label="Practices">
        {shown.map(({ practice }) => (
          <li key={practice.code} className={styles.item}>
            <button type="button" className={styles.choose} onClick={() => choose(practice.code)}>
              <span className={styles.name}>{practice.name} </span>
              <span className={styles.second}>{[practice.code, practice.pcnName].filter(Boolean).join(" · ")}</span>
            </button>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function One({ pane, state, model, index }: ScreenProps & { readonly model: ScorecardModel; readonly index: number }) {
  const styles = useStyles();
  const row = model.practices[index]!;
  const { work, trouble, profile } = state;
  return (
    <Page
      title={row.practice.name}
      lead={[row.practice.code, row.practice.pcnName].filter(Boolean).join(" · ")}
      onBack={() => pane.tell({ kind: "practiceChosen", code: null })}
      actions={
        <Button appearance="primary" size="large" disabledFocusable={work !== null} onClick={() => void pane.openPage(row.practice.code)}>
          Open its page
        </Button>
      }
    >
      {work?.task === "practice" && <Working work={work} onCancel={pane.cancel} />}
      {trouble !== null && <TroubleCard trouble={trouble} onTryAgain={() => void pane.tryAgain()} />}
      <p className={styles.said} role="status">
        {profile === null ? "" : `${opened[profile.how].replace("…", profile.page.name)}${undrawn(profile.chartsNotDrawn)}`}
      </p>
      <Facts facts={factsOf(row, model)} />
      <PracticeTable model={model} index={index} />
    </Page>
  );
}

const opened = {
  there: "The sheet … is in front.",
  added: "The sheet … was added to the scorecard, and is in front.",
  built: "The scorecard was built with the sheet ….",
} as const;

const undrawn = (charts: readonly string[]): string => (charts.length === 0 ? "" : " This Excel would not draw its chart.");

function factsOf({ listSize, fteGp, cqcOverall }: PracticeRow, model: ScorecardModel): (readonly [string, string])[] {
  const perGp = listSize && fteGp && fteGp.value > 0 ? listSize.value / fteGp.value : null;
  const england = model.benchmarkPatientsPerGp;
  const beside = england === null ? "" : ` (England ${counted(Math.round(england))})`;
  return [
    ...(listSize ? [["Patients", counted(listSize.value)] as const] : []),
    ...(perGp === null ? [] : [["Per FTE GP", `${counted(Math.round(perGp))}${beside}`] as const]),
    ...(cqcOverall ? [["CQC overall", cqcOverall.value] as const] : []),
  ];
}

function matches({ practice: { name, code, pcnName = "" } }: PracticeRow, words: string): boolean {
  const text = `${name} ${code} ${pcnName}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const foundWords = (matching: number, shown: number): string => {
  if (matching === 0) return "No practice has these words in its name, code or network";
  return shown < matching
    ? `The first ${shown} of ${counted(matching, "practice")}; search to narrow them down`
    : counted(matching, "practice");
};
