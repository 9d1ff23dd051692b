import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { TableRegular } from "@fluentui/react-icons/svg/table";
import { Facts } from "../components/Facts";
import { Page } from "../components/Page";
import { TroubleCard } from "../components/TroubleCard";
import { Working } from "../components/Working";
import type { Pane } from "../pane";
import type { PaneState } from "../state";
import { counted } from "../words";

const useStyles = makeStyles({
  heading: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, color: "var(--paneTitle)" },
  sheets: { margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "4px" },
  sheet: { listStyleType: "none" },
  link: { justifyContent: "flex-start", width: "100%" },
});

/** What was made, and where it is. */
export function Result({ pane, state }: { readonly pane: Pane; readonly state: PaneState }) {
  const styles = useStyles();
  const { receipt, data, work, trouble } = state;
  if (receipt === null) return null;
  return (
    <Page
      title={receipt.replaced ? "The scorecard was built anew" : "The scorecard is in your workbook"}
      actions={
        <>
          <Button appearance="primary" size="large" disabledFocusable={work !== null} onClick={() => void pane.build()}>
            Build again
          </Button>
          <Button onClick={() => pane.show("start")}>Build another</Button>
        </>
      }
    >
      {work !== null && work.task !== "show" && <Working work={work} onCancel={pane.cancel} />}
      {trouble !== null && <TroubleCard trouble={trouble} onTryAgain={() => void pane.tryAgain()} />}
      <section>
        <h2 className={styles.heading}>Go to a sheet</h2>
        <ul className={styles.sheets}>
          {receipt.sheets.map(({ id, name }) => (
            <li key={id} className={styles.sheet}>
              <Button className={styles.link} icon={<TableRegular />} onClick={() => void pane.showSheet(id)}>
                {name}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <Facts
        facts={[
          ...(data === null ? [] : [["Area", data.area.name] as const]),
          ["Practices", counted(receipt.practices)],
          ["Values shown", counted(receipt.values)],
          ["Values not shown", counted(receipt.notShown)],
          ["Time", `${(receipt.milliseconds / 1000).toFixed(1)} s`],
        ]}
      />
    </Page>
  );
}
