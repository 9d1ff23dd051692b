import { Button, makeStyles, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { words } from "../words";

const useStyles = makeStyles({
  report: { display: "flex", flexDirection: "column", gap: "8px" },
  text: {
    width: "100%",
    "& textarea": { fontFamily: "Consolas, Menlo, monospace", fontSize: "12px", whiteSpace: "pre", overflowX: "auto" },
  },
  copy: { alignSelf: "flex-start" },
});

const said = words.report;

/** Text to be taken elsewhere: selected at a click, and copied where the browser allows it. */
export function Report({ text }: { readonly text: string }) {
  const styles = useStyles();
  const [outcome, setOutcome] = useState("");
  const copy = async (): Promise<void> => {
    // Excel's own browser may forbid the clipboard; the text can still be selected.
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setOutcome(done === true ? said.copied : said.notCopied);
  };
  return (
    <section className={styles.report} aria-label={said.name}>
      <Textarea className={styles.text} readOnly rows={8} value={text} aria-label={said.name} onFocus={({ target }) => target.select()} />
      <Button className={styles.copy} onClick={() => void copy()}>
        {said.copy}
      </Button>
      <span role="status">{outcome}</span>
    </section>
  );
}
