import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FileReport } from "../../reference/model";
import type { ScorecardSpec } from "../../scorecard/spec";
import { isThere, partsOf, type Part } from "../publications";
import { words } from "../words";

const useStyles = makeStyles({
  heading: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, color: "var(--paneTitle)" },
  list: { margin: "8px 0", padding: 0 },
  item: {
    listStyleType: "none",
    display: "grid",
    gridTemplateColumns: "22px 1fr",
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  mark: { gridRow: "1 / span 3", fontWeight: tokens.fontWeightSemibold },
  there: { color: "var(--paneTitle)" },
  missing: { color: tokens.colorNeutralForeground3 },
  needed: { color: "var(--paneAttention)", fontWeight: tokens.fontWeightSemibold },
  second: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  where: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  hidden: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
  summary: { cursor: "pointer", padding: "4px 0" },
  steps: { margin: "0 0 4px" },
  note: { margin: 0, color: tokens.colorNeutralForeground3 },
});

const said = words.checklist;

interface ChecklistProps {
  readonly spec: ScorecardSpec;
  readonly reports: readonly FileReport[];
}

/** The publications of a scorecard: each ticks itself off when it is among the files, and says where it is to be had when it is not. */
export function Checklist({ spec, reports }: ChecklistProps) {
  const styles = useStyles();
  const parts = partsOf(spec);
  const there = parts.filter((part) => isThere(part, reports));
  return (
    <section aria-labelledby="checklist">
      <h2 id="checklist" className={styles.heading}>
        {said.title}
      </h2>
      <p className={styles.note} role="status">
        {said.status(there.length, parts.length)}
      </p>
      <ul className={styles.list}>
        {parts.map((part) => (
          <Item key={part.publications[0]} part={part} isThere={there.includes(part)} />
        ))}
      </ul>
      <p className={styles.note}>{said.left}</p>
    </section>
  );
}

function Item({ part, isThere: there }: { readonly part: Part; readonly isThere: boolean }) {
  const styles = useStyles();
  const { title, gives, steps, publisher, address, needed } = part;
  const state = there ? styles.there : needed ? styles.needed : styles.missing;
  return (
    <li className={styles.item}>
      <span aria-hidden className={mergeClasses(styles.mark, state)}>
        {there ? "✓" : "○"}
      </span>
      <span>{title}</span>
      <span className={styles.second}>
        <span className={state}>{there ? said.there : needed ? said.needed : said.missing}</span> · {gives}
      </span>
      {!there && (
        <details className={styles.where}>
          <summary className={styles.summary}>
            {said.where}
            <span className={styles.hidden}>: {title}</span>
          </summary>
          <p className={styles.steps}>{steps}</p>
          <Link inline href={address} target="_blank" rel="noreferrer">
            {said.open(publisher)}
          </Link>
        </details>
      )}
    </li>
  );
}
