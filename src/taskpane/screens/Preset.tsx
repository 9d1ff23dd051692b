import { Button, Field, Input, makeStyles, Radio, RadioGroup } from "@fluentui/react-components";
import { Choose } from "../components/Choose";
import { useState } from "react";
import { presets } from "../../scorecard/presets";
import { cellContents, type CellContents, type ComparisonRules, type ScorecardSpec } from "../../scorecard/spec";
import { ComparatorForm } from "../components/ComparatorForm";
import { IndicatorOrder } from "../components/IndicatorOrder";
import { Page } from "../components/Page";
import { PresetSelect } from "../components/PresetSelect";
import { SpecFile } from "../components/SpecFile";
import type { Pane } from "../pane";
import { specFor } from "../specOf";
import type { PaneState } from "../state";
import { words } from "../words";

const useStyles = makeStyles({
  more: { display: "flex", flexDirection: "column", gap: "12px", paddingTop: "8px" },
  summary: { cursor: "pointer" },
});

const said = words.preset;

/** What should the scorecard show, and whom is it compared with? What is changed here counts once *Use this scorecard* is pressed. */
export function Preset({ pane, state }: { readonly pane: Pane; readonly state: PaneState }) {
  const styles = useStyles();
  const [draft, setDraft] = useState(() => specFor(state.spec, state.data));
  const change = (some: Partial<ScorecardSpec>) => setDraft({ ...draft, ...some });
  const compare = (some: Partial<ComparisonRules>) => change({ comparison: { ...draft.comparison, ...some } });
  const unfinished =
    draft.groups.length === 0 || (draft.comparison.comparator.kind === "peers" && !draft.comparison.comparator.practiceCodes);
  const use = () => {
    void pane.chooseSpec(named(draft));
    pane.show(state.data === null ? "data" : "build");
  };
  return (
    <Page
      title={said.title}
      onBack={() => pane.show(state.data === null ? "data" : "build")}
      actions={
        <Button appearance="primary" size="large" disabledFocusable={unfinished} onClick={use}>
          {said.use}
        </Button>
      }
    >
      <PresetSelect pane={pane} state={state} label={said.start} onChosen={setDraft} />
      <ComparatorForm
        pane={pane}
        groups={state.groups}
        comparator={draft.comparison.comparator}
        onChange={(comparator) => compare({ comparator })}
      />
      <Field label={said.method}>
        <RadioGroup value={draft.comparison.method} onChange={(_, { value }) => compare({ method: value as ComparisonRules["method"] })}>
          <Radio value="funnel" label={said.methods.funnel} />
          <Radio value="fingertips" label={said.methods.fingertips} />
        </RadioGroup>
      </Field>
      <IndicatorOrder groups={draft.groups} data={state.data} onChange={(groups) => change({ groups })} />
      <details>
        <summary className={styles.summary}>{said.further}</summary>
        <div className={styles.more}>
          <Field label={said.name}>
            <Input value={draft.name} maxLength={80} onChange={(_, { value }) => change({ name: value })} />
          </Field>
          <Field label={said.formulas}>
            <Choose value={draft.formulas} onChange={(_, { value }) => change({ formulas: value as CellContents })}>
              {cellContents.map((kind) => (
                <option key={kind} value={kind}>
                  {said.formulasOf[kind]}
                </option>
              ))}
            </Choose>
          </Field>
        </div>
      </details>
      <SpecFile spec={named(draft)} onOpened={setDraft} />
    </Page>
  );
}

/** A preset that was changed is none any more: it goes by an id, and where needed a name, of its own. */
function named(draft: ScorecardSpec): ScorecardSpec {
  const ready = presets.find(({ id }) => id === draft.id);
  if (ready === undefined || JSON.stringify(ready) === JSON.stringify(draft)) return draft;
  return { ...draft, id: "own", name: draft.name === ready.name ? said.own(draft.name) : draft.name || said.own(ready.name) };
}
