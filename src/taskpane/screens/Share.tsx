import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { SharingReceipt } from "../../actions/prepareForSharing";
import { Facts } from "../components/Facts";
import { Page } from "../components/Page";
import { TroubleCard } from "../components/TroubleCard";
import { Working } from "../components/Working";
import type { Pane } from "../pane";
import type { PaneState } from "../state";
import { words } from "../words";

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
      title={words.share.title}
      lead={words.share.lead}
      onBack={() => pane.show(state.before)}
      actions={
        <Button appearance="primary" size="large" disabledFocusable={work !== null} onClick={() => void pane.share({ ownSheets })}>
          {words.share.go}
        </Button>
      }
    >
      <Checkbox
        className={styles.choice}
        checked={ownSheets}
        onChange={(_, { checked }) => setOwnSheets(checked === true)}
        label={words.share.ownSheets}
      />
      <p className={styles.note}>{words.share.note}</p>
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
      <h2 className={styles.heading}>{clean ? words.share.ready : words.share.notAll}</h2>
      <Facts
        facts={[
          [words.share.formulas, cells.length === 0 ? words.share.none : words.share.became(cells.length)],
          ...(sheets.length === 0 ? [] : [[words.share.sheets, sheets.join(", ")] as const]),
          [words.share.data, dataRemoved ? words.share.dataOut : words.share.dataNone],
        ]}
      />
      {cells.length > 0 && (
        <List
          title={words.share.were(noted === cells.length)}
          items={cells.map(({ sheet, cell, formula }) => `${sheet}!${cell}: ${formula}`)}
        />
      )}
      {left.length > 0 && (
        <List
          open
          title={words.share.left(left.length)}
          items={left.map(({ sheet, cell, why }) => `${sheet}!${cell}: ${words.share.reasons[why]}`)}
        />
      )}
      {names.length > 0 && <List open title={words.share.names} items={names} />}
    </section>
  );
}

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
