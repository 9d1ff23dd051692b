import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { Outcome } from "../answers";
import type { Pane } from "../pane";
import { words } from "../words";

const useStyles = makeStyles({
  tools: { display: "flex", flexWrap: "wrap", gap: "8px" },
  said: { margin: 0, ":empty": { display: "none" } },
  list: { margin: "4px 0 0", paddingLeft: "18px", overflowWrap: "anywhere" },
});

const said = words.functions;

/** What helps with functions besides finding one: all of them at work on a sheet, and cells that lost theirs. */
export function FunctionTools({ pane }: { readonly pane: Pane }) {
  const styles = useStyles();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const insert = async () => setOutcome({ said: await pane.insertExamples(), cells: [] });
  const repair = async () => setOutcome(await pane.repair());
  return (
    <>
      <div className={styles.tools} role="group" aria-label={said.tools}>
        <Button onClick={() => void insert()}>{said.examples}</Button>
        <Button onClick={() => void repair()}>{said.repair}</Button>
        <Button onClick={() => pane.show("selfTest")}>{said.test}</Button>
      </div>
      <div role="status">
        <p className={styles.said}>{outcome?.said}</p>
        {outcome !== null && outcome.cells.length > 0 && (
          <ul className={styles.list} aria-label={said.repairedCells}>
            {outcome.cells.slice(0, SHOWN).map((cell) => (
              <li key={cell}>{cell}</li>
            ))}
            {outcome.cells.length > SHOWN && <li>{words.more(outcome.cells.length - SHOWN)}</li>}
          </ul>
        )}
      </div>
    </>
  );
}

/** More would only be scrolled past. */
const SHOWN = 20;
