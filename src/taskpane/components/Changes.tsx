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
  const { practicesIn, practicesOut, moved, values } = changes;
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
      {values.length > 0 && (
        <details>
          <summary className={styles.summary}>{words.changes.figures(values.length)}</summary>
          <ul className={styles.list} aria-label={words.changes.figureList}>
            {values.slice(0, MANY).map(({ practice, column, from, to }) => (
              <li key={`${practice.code} ${column}`} className={styles.item}>
                {words.changes.figure(practice.name, column, ...figures(column, from, to))}
              </li>
            ))}
            {values.length > MANY && <li className={styles.item}>{words.changes.more(values.length - MANY)}</li>}
          </ul>
        </details>
      )}
    </section>
  );
}

/** A list is read as far as this; all figures are on the sheets. */
const MANY = 200;

const counts: ReadonlySet<string> = new Set(["list", "FTE", "list÷FTE", "IMD"]);

/** Proportions as percentages; both with as many digits as tell them apart, but not fewer than three. */
function figures(column: string, from: number, to: number): [string, string] {
  const scale = !counts.has(column) && Math.abs(from) <= 1 && Math.abs(to) <= 1 ? 100 : 1;
  const show = (value: number, digits: number) =>
    `${(value * scale).toLocaleString("en-GB", { maximumSignificantDigits: digits })}${scale === 100 ? " %" : ""}`;
  for (let digits = 3; digits < 15; digits++) if (show(from, digits) !== show(to, digits)) return [show(from, digits), show(to, digits)];
  return [show(from, 15), show(to, 15)];
}
