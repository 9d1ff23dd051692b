import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { helpFor } from "../help";
import type { Trouble } from "../state";
import { words } from "../words";
import { trouble as said } from "../words/trouble";

const useStyles = makeStyles({
  card: {
    padding: "12px",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeft: "4px solid var(--paneAttention)",
    borderRadius: tokens.borderRadiusMedium,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
  details: {
    margin: "8px 0 0",
    padding: "8px",
    maxHeight: "160px",
    overflow: "auto",
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

interface TroubleCardProps {
  readonly trouble: Trouble;
  readonly onTryAgain: () => void;
}

/** What happened, what it means for the workbook, what to do, and the details for whoever is asked for help. */
export function TroubleCard({ trouble, onTryAgain }: TroubleCardProps) {
  const styles = useStyles();
  const [copied, setCopied] = useState(false);
  const help = helpFor(trouble);
  const copy = () =>
    navigator.clipboard.writeText(trouble.details).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <section className={styles.card} role="alert">
      <h2 className={styles.heading}>{help.happened}</h2>
      <p className={styles.text}>{help.meaning}</p>
      <p className={styles.text}>{help.todo}</p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onTryAgain}>
          {words.tryAgain}
        </Button>
      </div>
      <details>
        <summary>{said.details}</summary>
        <pre className={styles.details} tabIndex={0}>
          {trouble.details}
        </pre>
        <Button size="small" onClick={copy}>
          {copied ? said.copied : said.copy}
        </Button>
      </details>
    </section>
  );
}
