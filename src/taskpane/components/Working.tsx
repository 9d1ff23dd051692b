import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Task, Work } from "../state";
import { words } from "../words";

const useStyles = makeStyles({
  working: { display: "flex", flexDirection: "column", gap: "8px", padding: "12px 0" },
  line: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  detail: { margin: 0, minHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  cancel: { alignSelf: "flex-start" },
  bar: { "@media (forced-colors: active)": { backgroundColor: "Canvas", border: "1px solid CanvasText" } },
});

/** What waits for Excel. */
const writes: readonly Task[] = ["build", "practice", "share", "remove", "picture", "repair", "examples", "local"];

/** Milliseconds after which Excel is probably waiting for a cell that is being edited. */
const WAITING = 2500;

/** What is being done, how far it has come, and a way to stop it. */
export function Working({ work, onCancel }: { readonly work: Work; readonly onCancel: () => void }) {
  const styles = useStyles();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), WAITING);
    return () => clearTimeout(timer);
  }, []);
  return (
    <section className={styles.working} aria-label={words.working[work.task]} aria-busy>
      <p className={styles.line} role="status">
        {words.working[work.task]}
      </p>
      <ProgressBar
        className={styles.bar}
        {...(work.fraction === null ? {} : { value: work.fraction })}
        thickness="large"
        aria-label={words.working[work.task]}
      />
      <p className={styles.detail}>{long && writes.includes(work.task) ? words.working.editing : work.detail}</p>
      <Button className={styles.cancel} onClick={onCancel}>
        {words.cancel}
      </Button>
    </section>
  );
}
