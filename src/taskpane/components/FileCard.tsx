import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { FileReport } from "../../reference/model";
import { FileFinding } from "./FileFinding";
import { PeriodField } from "./PeriodField";
import { words } from "../words";

const useStyles = makeStyles({
  card: {
    listStyleType: "none",
    display: "grid",
    gridTemplateColumns: "1fr auto",
    alignItems: "start",
    padding: "10px 4px 12px 12px",
    borderLeft: `4px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  recognised: { borderLeftColor: "var(--paneRule)" },
  unused: { borderLeftColor: "var(--paneAttention)" },
  findings: { display: "flex", flexDirection: "column", gap: "12px", minWidth: 0 },
  name: { overflowWrap: "anywhere" },
});

interface FileCardProps {
  readonly name: string;
  /** One for a file, several for an archive, none while it has not been looked into. */
  readonly reports: readonly FileReport[];
  /** Names of files whose period has to be asked for. */
  readonly periodsNeeded: ReadonlySet<string>;
  readonly onRemove: () => void;
  readonly onPeriod: (file: string, period: string) => void;
}

/** One picked file: what was found in it, the question for its period where that is needed, and the way to take it out again. */
export function FileCard({ name, reports, periodsNeeded, onRemove, onPeriod }: FileCardProps) {
  const styles = useStyles();
  const used = reports.some((report) => report.publication !== null);
  return (
    <li className={mergeClasses(styles.card, reports.length > 0 && (used ? styles.recognised : styles.unused))}>
      <div className={styles.findings}>
        {reports.length === 0 && <span className={styles.name}>{name}</span>}
        {reports.map((report) => (
          <div key={report.file}>
            <FileFinding report={report} />
            {periodsNeeded.has(report.file) && <PeriodField file={report.file} onPeriod={(period) => onPeriod(report.file, period)} />}
          </div>
        ))}
      </div>
      <Button appearance="transparent" size="small" icon={<DismissRegular />} aria-label={words.data.remove(name)} onClick={onRemove} />
    </li>
  );
}
