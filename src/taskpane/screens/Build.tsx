import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { periodLabel } from "../../reference/period";
import { longTermConditions } from "../../scorecard/presets/longTermConditions";
import { Facts } from "../components/Facts";
import { FileNotes } from "../components/FileNotes";
import { LocalData } from "../components/LocalData";
import { IncludeSheets } from "../components/IncludeSheets";
import { Page } from "../components/Page";
import { TroubleCard } from "../components/TroubleCard";
import { Working } from "../components/Working";
import { outlookOf } from "../outlook";
import type { Pane } from "../pane";
import type { PaneState } from "../state";
import { counted } from "../words";

const useStyles = makeStyles({
  made: { margin: 0, color: "var(--paneAttention)", fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Shall this be built? */
export function Build({ pane, state }: { readonly pane: Pane; readonly state: PaneState }) {
  const { data, work, trouble, files } = state;
  const unread = data === null && work === null;
  return (
    <Page
      title={data === null ? "Reading the files" : `Scorecard for ${data.area.name}`}
      onBack={() => pane.show(data?.illustrative || files.length === 0 ? "start" : "area")}
      actions={
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={work !== null}
          onClick={() => void (unread ? pane.load() : pane.build())}
        >
          {data === null ? "Read the files" : "Build scorecard"}
        </Button>
      }
    >
      {work !== null && <Working work={work} onCancel={pane.cancel} />}
      {trouble !== null && <TroubleCard trouble={trouble} onTryAgain={() => void pane.tryAgain()} />}
      {data !== null && <WhatWillBeBuilt pane={pane} data={data} year={state.year} include={state.include} working={work !== null} />}
    </Page>
  );
}

interface WhatWillBeBuiltProps {
  readonly pane: Pane;
  readonly data: NonNullable<PaneState["data"]>;
  readonly year: PaneState["year"];
  readonly include: PaneState["include"];
  readonly working: boolean;
}

function WhatWillBeBuilt({ pane, data, year, include, working }: WhatWillBeBuiltProps) {
  const styles = useStyles();
  const { practices, networks, wanted, loaded, years } = outlookOf(data, longTermConditions);
  return (
    <>
      {data.illustrative && <p className={styles.made}>Illustrative data: made-up practices</p>}
      <Facts
        facts={[
          ["Practices", counted(practices)],
          ...(networks === 0 ? [] : [["Networks (PCNs)", counted(networks)] as const]),
          ["Indicators", loaded === wanted ? counted(loaded) : `${loaded} of ${wanted} are in the files`],
          ...(years.length === 1 ? [["Year", periodLabel(years[0]!)] as const] : []),
        ]}
      />
      {years.length > 1 && (
        <Field label="Year">
          <Select value={year ?? ""} onChange={(_, { value }) => pane.tell({ kind: "yearChosen", year: value || null })}>
            <option value="">The latest of each indicator</option>
            {years.map((one) => (
              <option key={one} value={one}>
                {periodLabel(one)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <IncludeSheets pane={pane} data={data} year={year} include={include} />
      <FileNotes files={data.files} />
      <LocalData pane={pane} disabled={working} />
      <p className={styles.note}>
        New sheets are added to this workbook. A scorecard built before is replaced, its further sheets are made again, and notes stay with
        their practice; other sheets are left as they are.
      </p>
    </>
  );
}
