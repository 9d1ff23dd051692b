import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Pane } from "../pane";

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "flex-start", paddingTop: "8px" },
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
  said: { margin: 0 },
  list: { margin: 0, paddingLeft: "18px" },
});

/** What came of inserting or reading the sheet: a sentence, and the cells that cannot be used. */
export interface LocalOutcome {
  readonly said: string;
  readonly cells: readonly string[];
}

/** More cells than this are not read one by one; the Methods sheet lists them. */
const SHOWN = 20;

/** A place for what the area counts itself, because nobody publishes it by practice. */
export function LocalData({ pane, disabled }: { readonly pane: Pane; readonly disabled: boolean }) {
  const styles = useStyles();
  const [outcome, setOutcome] = useState<LocalOutcome | null>(null);
  return (
    <details>
      <summary>Local data</summary>
      <div className={styles.body}>
        <p className={styles.text}>
          Referrals, avoidable A&amp;E attendances, health checks, own counts: typed on a sheet of this workbook, for functions to answer
          from. Counts from 1 to 7 are hidden, others rounded to the nearest 5.
        </p>
        <Button disabledFocusable={disabled} onClick={() => void pane.insertLocalData().then(setOutcome)}>
          Insert the sheet Local data
        </Button>
        <Button disabledFocusable={disabled} onClick={() => void pane.addLocalData().then(setOutcome)}>
          Read it
        </Button>
        <div role="status">
          {outcome !== null && <p className={styles.said}>{outcome.said}</p>}
          {outcome !== null && outcome.cells.length > 0 && (
            <ul className={styles.list}>
              {outcome.cells.slice(0, SHOWN).map((cell) => (
                <li key={cell}>{cell}</li>
              ))}
              {outcome.cells.length > SHOWN && <li>and {outcome.cells.length - SHOWN} more, on the Methods sheet</li>}
            </ul>
          )}
        </div>
      </div>
    </details>
  );
}
