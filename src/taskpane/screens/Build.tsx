import { Button, Field, makeStyles, tokens } from "@fluentui/react-components";
import { Choose } from "../components/Choose";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import { periodLabel } from "../../reference/period";
import { Facts } from "../components/Facts";
import { FileNotes } from "../components/FileNotes";
import { IncludeSheets } from "../components/IncludeSheets";
import { LocalData } from "../components/LocalData";
import { Page } from "../components/Page";
import { SheetPreview } from "../components/SheetPreview";
import { TroubleCard } from "../components/TroubleCard";
import { Working } from "../components/Working";
import { comparatorName } from "../comparatorName";
import { loadedModel } from "../loadedModel";
import { outlookOf } from "../outlook";
import type { Pane } from "../pane";
import { specFor } from "../specOf";
import type { PaneState } from "../state";
import { counted, words } from "../words";

const useStyles = makeStyles({
  made: { margin: 0, color: "var(--paneAttention)", fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0, color: tokens.colorNeutralForeground3 },
  change: { alignSelf: "flex-start" },
});

const said = words.build;

/** Shall this be built? */
export function Build({ pane, state }: { readonly pane: Pane; readonly state: PaneState }) {
  const { data, work, trouble, files } = state;
  const unread = data === null && work === null;
  return (
    <Page
      title={data === null ? (files.length === 0 ? said.fetching : said.reading) : said.title(data.area.name)}
      onBack={() => pane.show(data?.illustrative || files.length === 0 ? "start" : "area")}
      actions={
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={work !== null}
          onClick={() => void (unread ? pane.tryAgain() : pane.build())}
        >
          {unread ? words.tryAgain : said.build}
        </Button>
      }
    >
      {work !== null && <Working work={work} onCancel={pane.cancel} />}
      {trouble !== null && <TroubleCard trouble={trouble} onTryAgain={() => void pane.tryAgain()} />}
      {data !== null && <WhatWillBeBuilt pane={pane} state={state} data={data} />}
    </Page>
  );
}

interface WhatWillBeBuiltProps {
  readonly pane: Pane;
  readonly state: PaneState;
  readonly data: NonNullable<PaneState["data"]>;
}

function WhatWillBeBuilt({ pane, state, data }: WhatWillBeBuiltProps) {
  const styles = useStyles();
  const spec = specFor(state.spec, data);
  const model = loadedModel(state);
  const { practices, networks, wanted, loaded, years } = outlookOf(data, spec);
  return (
    <>
      {data.illustrative && <p className={styles.made}>{words.illustrative}</p>}
      <Facts
        facts={[
          [said.practices, counted(practices)],
          ...(networks === 0 ? [] : [[said.networks, counted(networks)] as const]),
          [said.shows, spec.name],
          [said.indicators, said.indicatorsOf(loaded, wanted)],
          [said.comparedWith, comparatorName(spec)],
          ...(years.length === 1 ? [[said.year, periodLabel(years[0]!)] as const] : []),
        ]}
      />
      <Button className={styles.change} icon={<SettingsRegular />} onClick={() => pane.show("preset")}>
        {said.change}
      </Button>
      {years.length > 1 && (
        <Field label={said.year}>
          <Choose value={state.year ?? ""} onChange={(_, { value }) => pane.tell({ kind: "yearChosen", year: value || null })}>
            <option value="">{said.latest}</option>
            {years.map((one) => (
              <option key={one} value={one}>
                {periodLabel(one)}
              </option>
            ))}
          </Choose>
        </Field>
      )}
      {model !== null && <SheetPreview model={model} />}
      <IncludeSheets pane={pane} state={state} />
      <FileNotes files={data.files} />
      <LocalData pane={pane} disabled={state.work !== null} />
      <p className={styles.note}>{said.note}</p>
    </>
  );
}
