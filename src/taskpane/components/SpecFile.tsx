import { Button, makeStyles } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { writeSpec } from "../../scorecard/readSpec";
import type { ScorecardSpec } from "../../scorecard/spec";
import { openSpec } from "../openSpec";
import { words } from "../words";

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "flex-start", paddingTop: "8px" },
  summary: { cursor: "pointer" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
  said: { margin: 0, ":empty": { display: "none" } },
  faults: { margin: 0, paddingLeft: "18px", overflowWrap: "anywhere" },
});

const said = words.preset;

/** Larger than any specification: something else was picked. */
const MOST_BYTES = 1_000_000;

interface SpecFileProps {
  readonly spec: ScorecardSpec;
  readonly onOpened: (spec: ScorecardSpec) => void;
}

/** A scorecard's specification as a file: saved, copied, and opened again with every fault named. */
export function SpecFile({ spec, onOpened }: SpecFileProps) {
  const styles = useStyles();
  const chooser = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<{ readonly said: string; readonly faults: readonly string[] }>({ said: "", faults: [] });
  const save = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([writeSpec(spec)], { type: "application/json" }));
    link.download = `${spec.id}.scorecard.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const copy = () =>
    navigator.clipboard.writeText(writeSpec(spec)).then(
      () => setOutcome({ said: said.copied, faults: [] }),
      () => setOutcome({ said: words.functions.notCopied, faults: [] }),
    );
  const open = async (file: File | undefined) => {
    if (file === undefined) return;
    const opened = openSpec(await file.slice(0, MOST_BYTES).text());
    if ("faults" in opened) return setOutcome({ said: said.faults(opened.faults.length), faults: opened.faults });
    onOpened(opened.spec);
    setOutcome({ said: said.opened(opened.spec.name), faults: [] });
  };

  return (
    <details>
      <summary className={styles.summary}>{said.share}</summary>
      <div className={styles.body}>
        <div className={styles.actions}>
          <Button onClick={save}>{said.save}</Button>
          <Button onClick={() => void copy()}>{said.copy}</Button>
          <Button onClick={() => chooser.current?.click()}>{said.open}</Button>
        </div>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={said.open}
          onChange={({ target }) => {
            void open(target.files?.[0]);
            target.value = "";
          }}
        />
        <div role="status">
          <p className={styles.said}>{outcome.said}</p>
          {outcome.faults.length > 0 && (
            <ul className={styles.faults}>
              {outcome.faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </details>
  );
}
