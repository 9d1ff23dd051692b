import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReferenceData } from "../../reference/model";
import { comparePeriods, periodLabel } from "../../reference/period";
import { Facts } from "../components/Facts";
import { FileNotes } from "../components/FileNotes";
import { Page } from "../components/Page";
import { TroubleCard } from "../components/TroubleCard";
import { Working } from "../components/Working";
import type { Pane } from "../pane";
import type { PaneState } from "../state";
import { counted } from "../words";

const useStyles = makeStyles({
  made: { margin: 0, color: "var(--paneAttention)", fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Shall this be built? */
export function Build({ pane, state }: { readonly pane: Pane; readonly state: PaneState }) {
  const styles = useStyles();
  const { data, work, trouble } = state;
  const busy = work !== null;
  const ready = data !== null && !busy;
  return (
    <Page
      title={data === null ? "Reading the files" : `Scorecard for ${data.area.name}`}
      onBack={() => pane.show(data?.illustrative || state.files.length === 0 ? "start" : "area")}
      actions={
        data === null && work === null ? (
          <Button appearance="primary" size="large" onClick={() => void pane.load()}>
            Read the files
          </Button>
        ) : (
          <Button appearance="primary" size="large" disabledFocusable={!ready} onClick={() => void pane.build()}>
            Build scorecard
          </Button>
        )
      }
    >
      {work !== null && <Working work={work} onCancel={pane.cancel} />}
      {trouble !== null && <TroubleCard trouble={trouble} onTryAgain={() => void pane.tryAgain()} />}
      {data !== null && work?.task !== "load" && (
        <>
          {data.illustrative && <p className={styles.made}>Illustrative data: made-up practices</p>}
          <Facts
            facts={[
              ["Practices", counted(data.practices.size)],
              ["Networks (PCNs)", counted(distinct([...data.practices.values()].map(({ pcnCode, pcnName }) => pcnCode ?? pcnName)))],
              ["Measures", counted(distinct(data.observations.map(({ indicator }) => indicator)))],
              ["Periods", periods(data)],
              ["Figures", counted(data.observations.length)],
            ]}
          />
          <FileNotes files={data.files} />
          <p className={styles.note}>
            New sheets are added to this workbook: Scorecard, Data and Methods. A scorecard built before is replaced; other sheets are left
            as they are.
          </p>
        </>
      )}
    </Page>
  );
}

const periods = ({ observations }: ReferenceData): string =>
  [...new Set(observations.map(({ period }) => period))].sort(comparePeriods).map(periodLabel).join(", ");

const distinct = (values: readonly (string | undefined)[]): number => new Set(values.filter((value) => value !== undefined)).size;
