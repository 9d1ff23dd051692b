import { Button, makeStyles, Textarea } from "@fluentui/react-components";
import { useState } from "react";

const useStyles = makeStyles({
  report: { display: "flex", flexDirection: "column", gap: "8px" },
  text: {
    width: "100%",
    "& textarea": { fontFamily: "Consolas, Menlo, monospace", fontSize: "12px", whiteSpace: "pre", overflowX: "auto" },
  },
  copy: { alignSelf: "flex-start" },
});

/** Text to be taken elsewhere: selected at a click, and copied where the browser allows it. */
export function Report({ text }: { readonly text: string }) {
  const styles = useStyles();
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    // Excel's own browser may forbid the clipboard; the text can still be selected.
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(done === true ? "Copied." : "Excel does not allow this. Select the text and press Ctrl+C.");
  };
  return (
    <section className={styles.report} aria-label="Report">
      <Textarea className={styles.text} readOnly rows={8} value={text} aria-label="Report" onFocus={({ target }) => target.select()} />
      <Button className={styles.copy} onClick={() => void copy()}>
        Copy the report
      </Button>
      <span role="status">{said}</span>
    </section>
  );
}
