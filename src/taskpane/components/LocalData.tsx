import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Outcome } from "../answers";
import type { Pane } from "../pane";
import { words } from "../words";

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "flex-start", paddingTop: "8px" },
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
  said: { margin: 0 },
  list: { margin: 0, paddingLeft: "18px" },
});

/** More cells than this are not read one by one; the Methods sheet lists them. */
const SHOWN = 20;

/** A place for what the area counts itself, because nobody publishes it by practice. */
export function LocalData({ pane, disabled }: { readonly pane: Pane; readonly disabled: boolean }) {
  const styles = useStyles();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return (
    <details>
      <summary>{words.local.title}</summary>
      <div className={styles.body}>
        <p className={styles.text}>{words.local.text}</p>
        <Button disabledFocusable={disabled} onClick={() => void pane.insertLocalData().then(setOutcome)}>
          {words.local.insert}
        </Button>
        <Button disabledFocusable={disabled} onClick={() => void pane.addLocalData().then(setOutcome)}>
          {words.local.read}
        </Button>
        <div role="status">
          {outcome !== null && <p className={styles.said}>{outcome.said}</p>}
          {outcome !== null && outcome.cells.length > 0 && (
            <ul className={styles.list}>
              {outcome.cells.slice(0, SHOWN).map((cell) => (
                <li key={cell}>{cell}</li>
              ))}
              {outcome.cells.length > SHOWN && <li>{words.local.moreCells(outcome.cells.length - SHOWN)}</li>}
            </ul>
          )}
        </div>
      </div>
    </details>
  );
}
