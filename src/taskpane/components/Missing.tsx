import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { FileReport } from "../../reference/model";
import { PARTS } from "../publications";

const useStyles = makeStyles({
  heading: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, color: "var(--paneTitle)" },
  list: { margin: 0, paddingLeft: "18px", display: "flex", flexDirection: "column", gap: "6px" },
  gives: { color: tokens.colorNeutralForeground3 },
});

/** The publications a scorecard can use that are not among the files. None of them is required. */
export function Missing({ reports, started }: { readonly reports: readonly FileReport[]; readonly started: boolean }) {
  const styles = useStyles();
  const found = new Set(reports.map(({ publication }) => publication));
  const missing = PARTS.filter(({ publications }) => !publications.some((id) => found.has(id)));
  if (missing.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{started ? "Not there yet; left out of the scorecard" : "What a scorecard is made of"}</h2>
      <ul className={styles.list}>
        {missing.map(({ title, gives, publisher, address }) => (
          <li key={title}>
            <Link inline href={address} target="_blank" rel="noreferrer">
              {title}
            </Link>
            <span className={styles.gives}>
              : {gives} ({publisher})
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
