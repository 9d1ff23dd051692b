import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { lazy, Suspense, useState } from "react";
import type { PracticeRow, ScorecardModel } from "../../scorecard/model";
import { spineOf } from "../../scorecard/spine";
import { Facts } from "../components/Facts";
import { Page } from "../components/Page";
import { PracticeTable } from "../components/PracticeTable";
import { TroubleCard } from "../components/TroubleCard";
import { WhereFrom } from "../components/WhereFrom";
import { Working } from "../components/Working";
import { loadedModel } from "../loadedModel";
import type { Pane } from "../pane";
import type { PaneState } from "../state";
import { counted, words } from "../words";

/** With the library that draws them: fetched when a practice is first looked at. */
const PracticeCharts = lazy(() => import(/* webpackChunkName: "charts" */ "../components/PracticeCharts"));

const said = words.practice;

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
  const { practiceCode } = state;
  const model = loadedModel(state);
  const index = model === null ? -1 : model.practices.findIndex(({ practice }) => practice.code === practiceCode);
  if (model === null) return <NothingLoaded pane={pane} state={state} />;
  return index < 0 ? <Find key="find" pane={pane} state={state} model={model} /> : <One key="one" {...{ pane, state, model, index }} />;
}

const NothingLoaded = ({ pane, state }: ScreenProps) => (
  <Page
    title={said.title}
    lead={said.nothing}
    onBack={() => pane.show(state.before)}
    actions={
      <Button appearance="primary" size="large" onClick={() => pane.show("start")}>
        {said.chooseData}
      </Button>
    }
  />
);

function Find({ pane, state, model }: ScreenProps & { readonly model: ScorecardModel }) {
  const styles = useStyles();
  const [typed, setTyped] = useState("");
  const [outcome, setOutcome] = useState("");
  const matching = model.practices.filter((row) => matches(row, typed));
  const shown = matching.slice(0, SHOWN);
  const choose = (code: string) => pane.tell({ kind: "practiceChosen", code });
  const takeSelected = async () => {
    const code = await pane.selectedPractice();
    if (code !== null && model.practices.some(({ practice }) => practice.code === code)) choose(code);
    else setOutcome(code === null ? said.noCode : said.notLoaded(code));
  };
  return (
    <Page title={said.title} onBack={() => pane.show(state.before)}>
      {state.trouble !== null && <TroubleCard trouble={state.trouble} onTryAgain={() => void pane.tryAgain()} />}
      <Field label={said.search}>
        <Input
          type="search"
          contentBefore={<SearchRegular />}
          value={typed}
          onChange={(_, { value }) => {
            setTyped(value);
            setOutcome("");
          }}
        />
      </Field>
      <Button onClick={() => void takeSelected()}>{said.selected}</Button>
      <WhereFrom pane={pane} />
      <p className={styles.status} role="status">
        {outcome || foundWords(matching.length, shown.length)}
      </p>
      <ul className={styles.list} aria-label={said.list}>
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
  // Without a comparator there is nothing to draw against.
  const [view, setView] = useState(() => (spineOf(model, index).length > 0 ? "charts" : "table"));
  return (
    <Page
      title={row.practice.name}
      lead={[row.practice.code, row.practice.pcnName].filter(Boolean).join(" · ")}
      onBack={() => pane.tell({ kind: "practiceChosen", code: null })}
      actions={
        <Button appearance="primary" size="large" disabledFocusable={work !== null} onClick={() => void pane.openPage(row.practice.code)}>
          {said.open}
        </Button>
      }
    >
      {work?.task === "practice" && <Working work={work} onCancel={pane.cancel} />}
      {trouble !== null && <TroubleCard trouble={trouble} onTryAgain={() => void pane.tryAgain()} />}
      <p className={styles.said} role="status">
        {profile === null ? "" : `${said.opened[profile.how](profile.page.name)}${profile.chartsNotDrawn.length === 0 ? "" : said.undrawn}`}
      </p>
      <Facts facts={factsOf(row, model)} />
      <RadioGroup layout="horizontal" aria-label={said.views} value={view} onChange={(_, { value }) => setView(value)}>
        <Radio value="charts" label={said.asChart} />
        <Radio value="table" label={said.asTable} />
      </RadioGroup>
      {view === "table" ? (
        <PracticeTable model={model} index={index} />
      ) : (
        <Suspense>
          <PracticeCharts pane={pane} model={model} index={index} />
        </Suspense>
      )}
    </Page>
  );
}

function factsOf({ listSize, fteGp, cqcOverall }: PracticeRow, model: ScorecardModel): (readonly [string, string])[] {
  const perGp = listSize && fteGp && fteGp.value > 0 ? listSize.value / fteGp.value : null;
  const england = model.benchmarkPatientsPerGp;
  const beside = england === null ? "" : said.beside(model.comparator, counted(Math.round(england)));
  return [
    ...(listSize ? [[said.patients, counted(listSize.value)] as const] : []),
    ...(perGp === null ? [] : [[said.perGp, `${counted(Math.round(perGp))}${beside}`] as const]),
    ...(cqcOverall ? [[said.cqc, cqcOverall.value] as const] : []),
  ];
}

function matches({ practice: { name, code, pcnName = "" } }: PracticeRow, typed: string): boolean {
  const text = `${name} ${code} ${pcnName}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const foundWords = (matching: number, shown: number): string => {
  if (matching === 0) return said.none;
  return shown < matching ? said.some(shown, matching) : said.all(matching);
};
