import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { TableRegular } from "@fluentui/react-icons/svg/table";
import { useState } from "react";
import type { Receipt } from "../../actions/createScorecard";
import { indicatorOf, practiceOf } from "../../sheet/layout";
import { Changes } from "../components/Changes";
import { Facts } from "../components/Facts";
import { Page } from "../components/Page";
import { TroubleCard } from "../components/TroubleCard";
import { WhereFrom } from "../components/WhereFrom";
import { Working } from "../components/Working";
import type { Pane } from "../pane";
import type { PaneState } from "../state";
import { counted, words } from "../words";

const useStyles = makeStyles({
  heading: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, color: "var(--paneTitle)" },
  sheets: { margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "4px" },
  sheet: { listStyleType: "none" },
  left: { margin: 0, padding: 0, color: tokens.colorNeutralForeground2 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  summary: { cursor: "pointer", padding: "6px 0" },
  remove: { alignSelf: "flex-start" },
  ask: { padding: "12px", border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium },
  text: { margin: "0 0 8px" },
  answers: { display: "flex", gap: "8px" },
  link: { justifyContent: "flex-start", width: "100%" },
});

type Sheet = Receipt["sheets"][number];

/** More sheets of a kind than this are folded away. */
const FEW = 4;

/** What was made, and where it is. */
export function Result({ pane, state }: { readonly pane: Pane; readonly state: PaneState }) {
  const styles = useStyles();
  const { receipt, data, work, trouble } = state;
  if (receipt === null) return null;
  const link = ({ id, name }: Sheet) => (
    <li key={id} className={styles.sheet}>
      <Button className={styles.link} icon={<TableRegular />} onClick={() => void pane.showSheet(id)}>
        {name}
      </Button>
    </li>
  );
  const kinds = { pages: practiceOf, funnels: indicatorOf };
  const many = Object.entries(kinds)
    .map(([kind, of]) => [words.result.kinds[kind as keyof typeof kinds], receipt.sheets.filter(({ key }) => of(key) !== null)] as const)
    .filter(([, sheets]) => sheets.length > FEW);
  const isFew = (sheet: Sheet) => !many.some(([, sheets]) => sheets.includes(sheet));
  return (
    <Page
      title={receipt.replaced ? words.result.anew : words.result.there}
      actions={
        <>
          <Button appearance="primary" size="large" disabledFocusable={work !== null} onClick={() => void pane.build()}>
            {words.result.again}
          </Button>
          <Button onClick={() => pane.show("start")}>{words.result.another}</Button>
        </>
      }
    >
      {work !== null && work.task !== "show" && <Working work={work} onCancel={pane.cancel} />}
      {trouble !== null && <TroubleCard trouble={trouble} onTryAgain={() => void pane.tryAgain()} />}
      {receipt.leftOut.length > 0 && (
        <ul className={styles.left} aria-label={words.result.notMade}>
          {receipt.leftOut.map(({ name, reason }) => (
            <li key={name} className={styles.sheet}>
              {words.result.leftOut(name, reason)}
            </li>
          ))}
        </ul>
      )}
      {receipt.chartsNotDrawn.length > 0 && <p className={styles.note}>{words.result.undrawn(receipt.chartsNotDrawn)}</p>}
      <section>
        <h2 className={styles.heading}>{words.result.goTo}</h2>
        <ul className={styles.sheets}>{receipt.sheets.filter(isFew).map(link)}</ul>
        {many.map(([title, sheets]) => (
          <details key={title(sheets.length)}>
            <summary className={styles.summary}>{title(sheets.length)}</summary>
            <ul className={styles.sheets}>{sheets.map(link)}</ul>
          </details>
        ))}
      </section>
      {receipt.changes !== null && <Changes changes={receipt.changes} />}
      <Facts
        facts={[
          ...(data === null ? [] : [[words.result.area, data.area.name] as const]),
          [words.result.practices, counted(receipt.practices)],
          [words.result.shown, counted(receipt.values)],
          [words.result.notShown, counted(receipt.notShown)],
          ...(receipt.notesKept === 0 ? [] : [[words.result.notes, counted(receipt.notesKept)] as const]),
          ...(receipt.columnsKept === 0 ? [] : [[words.result.columns, counted(receipt.columnsKept)] as const]),
          ...(receipt.textsKept === 0 ? [] : [[words.result.texts, counted(receipt.textsKept)] as const]),
          [words.result.time, words.result.seconds(receipt.milliseconds)],
        ]}
      />
      <WhereFrom pane={pane} />
      <Remove pane={pane} state={state} />
    </Page>
  );
}

/** Asks once more: what was typed on the sheets goes with them. */
function Remove({ pane, state }: { readonly pane: Pane; readonly state: PaneState }) {
  const styles = useStyles();
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <Button className={styles.remove} icon={<DeleteRegular />} onClick={() => setAsked(true)}>
        {words.result.remove}
      </Button>
    );
  return (
    <section className={styles.ask} role="group" aria-label={words.result.remove}>
      <p className={styles.text}>{words.result.removeAsk}</p>
      <div className={styles.answers}>
        <Button appearance="primary" autoFocus disabledFocusable={state.work !== null} onClick={() => void pane.remove()}>
          {words.result.removeYes}
        </Button>
        <Button onClick={() => setAsked(false)}>{words.result.removeNo}</Button>
      </div>
    </section>
  );
}
