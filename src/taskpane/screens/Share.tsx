import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { SharingReceipt } from "../../actions/prepareForSharing";
import { Facts } from "../components/Facts";
import { Page } from "../components/Page";
import { TroubleCard } from "../components/TroubleCard";
import { Working } from "../components/Working";
import type { Pane } from "../pane";
import type { PaneState } from "../state";
import { counted } from "../words";

const useStyles = makeStyles({
  choice: { marginLeft: "-8px" },
  note: { margin: 0, color: tokens.colorNeutralForeground3 },
  heading: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, color: "var(--paneTitle)" },
  summary: { cursor: "pointer" },
  formulas: { margin: "8px 0", padding: 0, fontSize: tokens.fontSizeBase200 },
  formula: { listStyleType: "none", padding: "4px 0", overflowWrap: "anywhere", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** Will the workbook go to people without the add-in? */
export function Share({ pane, state }: { readonly pane: Pane; readonly state: PaneState }) {
  const styles = useStyles();
  const [ownSheets, setOwnSheets] = useState(false);
  const { work, trouble, shared } = state;
  return (
    <Page
      title="Will others open this workbook?"
      lead="The scorecard works without this add-in. Formulas of the add-in do not: prepared for sharing, they become values."
      onBack={() => pane.show(state.before)}
      actions={
        <Button appearance="primary" size="large" disabledFocusable={work !== null} onClick={() => void pane.share({ ownSheets })}>
          Prepare for sharing
        </Button>
      }
    >
      <Checkbox
        className={styles.choice}
        checked={ownSheets}
        onChange={(_, { checked }) => setOwnSheets(checked === true)}
        label="Also make values of the scorecard’s own formulas, so that nothing in it recalculates"
      />
      <p className={styles.note}>
        The data that the file carries for the add-in are taken out too. To keep the formulas, save a copy first.
      </p>
      {work?.task === "share" && <Working work={work} onCancel={pane.cancel} />}
      {trouble !== null && <TroubleCard trouble={trouble} onTryAgain={() => void pane.tryAgain()} />}
      <div role="status">{shared !== null && work === null && trouble === null && <Done shared={shared} />}</div>
    </Page>
  );
}

function Done({ shared }: { readonly shared: SharingReceipt }) {
  const styles = useStyles();
  const { cells, noted, left, names, sheets, dataRemoved } = shared;
  const clean = left.length === 0 && names.length === 0;
  return (
    <section>
      <h2 className={styles.heading}>{clean ? "Ready to be shared" : "Not everything could be made independent"}</h2>
      <Facts
        facts={[
          ["Formulas of the add-in", cells.length === 0 ? "none found" : `${counted(cells.length)} became values`],
          ...(sheets.length === 0 ? [] : [["Sheets made values", sheets.join(", ")] as const]),
          ["Data for the add-in", dataRemoved ? "taken out" : "none in the file"],
        ]}
      />
      {cells.length > 0 && (
        <List
          title={`What the formulas were${noted === cells.length ? " (each also stands in a note at its cell)" : ""}`}
          items={cells.map(({ sheet, cell, formula }) => `${sheet}!${cell}: ${formula}`)}
        />
      )}
      {left.length > 0 && (
        <List
          open
          title={`${counted(left.length, "cell")} still with a formula of the add-in`}
          items={left.map(({ sheet, cell, why }) => `${sheet}!${cell}: ${reasons[why]}`)}
        />
      )}
      {names.length > 0 && <List open title="Names that use a function of the add-in" items={names} />}
    </section>
  );
}

const reasons = { protected: "the sheet is protected", noValue: "it has no value at present" } as const;

interface ListProps {
  readonly title: string;
  readonly items: readonly string[];
  readonly open?: boolean;
}

function List({ title, items, open = false }: ListProps) {
  const styles = useStyles();
  return (
    <details open={open}>
      <summary className={styles.summary}>{title}</summary>
      <ul className={styles.formulas} aria-label={title}>
        {items.map((item) => (
          <li key={item} className={styles.formula}>
            {item}
          </li>
        ))}
      </ul>
    </details>
  );
}
