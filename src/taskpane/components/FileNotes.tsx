import { makeStyles, tokens } from "@fluentui/react-components";
import type { FileReport } from "../../reference/model";
import { periodLabel } from "../../reference/period";
import { titleOf } from "../publications";
import { words } from "../words";

const useStyles = makeStyles({
  list: { margin: "8px 0 0", paddingLeft: "18px", display: "flex", flexDirection: "column", gap: "6px" },
  second: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});

/** What became of each file once the area was known: rows used, outside, refused. */
export function FileNotes({ files }: { readonly files: readonly FileReport[] }) {
  const styles = useStyles();
  if (files.length === 0) return null;
  const refused = files.reduce((sum, { rowsRefused }) => sum + rowsRefused.length, 0);
  return (
    <details>
      <summary>{words.build.filesRead(files.length, refused)}</summary>
      <ul className={styles.list}>
        {files.map((file) => (
          <li key={file.file}>
            {file.publication === null
              ? file.file
              : [titleOf(file.publication), file.period !== null && periodLabel(file.period)].filter(Boolean).join(", ")}
            <br />
            <span className={styles.second}>
              {file.publication === null
                ? words.build.notUsed
                : [
                    words.data.used(file.rowsUsed),
                    words.data.outside(file.rowsOutsideArea),
                    words.data.refused(file.rowsRefused.length),
                  ].join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
