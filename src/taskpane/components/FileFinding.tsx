import { makeStyles, tokens } from "@fluentui/react-components";
import type { FileReport } from "../../reference/model";
import { periodLabel } from "../../reference/period";
import { titleOf } from "../publications";
import { counted, words } from "../words";

const useStyles = makeStyles({
  title: { margin: 0, overflowWrap: "anywhere", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  line: {
    margin: "2px 0 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  refused: { marginTop: "6px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  list: { margin: "4px 0 0", paddingLeft: "16px", maxHeight: "180px", overflowY: "auto", overflowWrap: "anywhere" },
});

/** What was found in one file: its publication and period, or why it is not used, and what became of its rows. */
export function FileFinding({ report }: { readonly report: FileReport }) {
  const styles = useStyles();
  const lines = [report.file, report.publication !== null && rows(report), report.reason, ...report.remarks]
    .filter((line) => typeof line === "string")
    .map(shortened);
  return (
    <>
      <h2 className={styles.title}>{heading(report)}</h2>
      {lines.map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
      {report.rowsRefused.length > 0 && <Refused report={report} />}
    </>
  );
}

/** A remark that fills the pane helps nobody. */
const shortened = (line: string): string => (line.length > 200 ? `${line.slice(0, 198)} …` : line);

function heading({ publication, period }: FileReport): string {
  if (publication === null) return words.data.notUsed;
  return period === null ? titleOf(publication) : `${titleOf(publication)}, ${periodLabel(period)}`;
}

function rows({ rowsRead, rowsUsed, rowsOutsideArea, rowsRefused }: FileReport): string {
  const parts = [
    counted(rowsRead, "row"),
    rowsUsed > 0 && rowsUsed < rowsRead && words.data.used(rowsUsed),
    rowsOutsideArea > 0 && words.data.outside(rowsOutsideArea),
    rowsRefused.length > 0 && words.data.refused(rowsRefused.length),
  ];
  return parts.filter(Boolean).join(" · ");
}

/** More would only be scrolled past; all of them are in the import log on the Methods sheet. */
const SHOWN = 50;

function Refused({ report: { file, rowsRefused } }: { readonly report: FileReport }) {
  const styles = useStyles();
  const more = rowsRefused.length - SHOWN;
  return (
    <details className={styles.refused}>
      <summary>{words.data.refusedWhere(rowsRefused.length)}</summary>
      <ul className={styles.list} tabIndex={0} aria-label={words.data.refusedIn(file)}>
        {rowsRefused.slice(0, SHOWN).map(({ line, column, expected, found }) => (
          <li key={`${line} ${column}`}>{words.data.refusal(line, column, expected, found)}</li>
        ))}
        {more > 0 && <li>{words.more(more)}</li>}
      </ul>
    </details>
  );
}
