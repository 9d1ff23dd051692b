import { makeStyles, tokens } from "@fluentui/react-components";
import type { Changes as Found } from "../../actions/changes";
import { words } from "../words";

const useStyles = makeStyles({
  heading: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, color: "var(--paneTitle)" },
  text: { margin: "0 0 4px" },
  summary: { cursor: "pointer" },
  list: { margin: "8px 0", padding: 0 },
  item: { listStyleType: "none", padding: "4px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** What is different from the scorecard before. */
export function Changes({ changes }: { readonly changes: Found }) {
  const styles = useStyles();
  const { practicesIn, practicesOut, moved } = changes;
  const named = (practices: Found["practicesIn"]) => practices.map(({ name, code }) => `${name} (${code})`).join(", ");
  return (
    <section>
      <h2 className={styles.heading}>{words.changes.title}</h2>
      {practicesIn.length > 0 && <p className={styles.text}>{words.changes.practicesIn(named(practicesIn))}</p>}
      {practicesOut.length > 0 && <p className={styles.text}>{words.changes.practicesOut(named(practicesOut))}</p>}
      {moved.length === 0 ? (
        <p className={styles.text}>{words.changes.none}</p>
      ) : (
        <details>
          <summary className={styles.summary}>{words.changes.count(moved.length)}</summary>
          <ul className={styles.list} aria-label={words.changes.list}>
            {moved.map(({ practice, indicator, from, to }) => (
              <li key={`${practice.code} ${indicator}`} className={styles.item}>
                {words.changes.line(practice.name, indicator, from, to)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
