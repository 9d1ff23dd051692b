import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { IndicatorColumn, ScorecardModel } from "../../scorecard/model";
import { comparisonOf, markOf } from "../../sheet/marks";
import { valueFormat } from "../../sheet/valueFormat";
import { words } from "../words";

const useStyles = makeStyles({
  heading: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, color: "var(--paneTitle)" },
  frame: {
    overflowX: "auto",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderTop: "3px solid var(--paneRule)",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  table: { borderCollapse: "collapse", fontSize: "11px", lineHeight: "14px", whiteSpace: "nowrap" },
  group: {
    padding: "6px 8px 2px",
    textAlign: "left",
    color: "var(--paneTitle)",
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: "1px solid var(--paneRule)",
  },
  head: { padding: "4px 8px", textAlign: "left", verticalAlign: "bottom", fontWeight: tokens.fontWeightRegular, whiteSpace: "pre-line" },
  name: {
    padding: "4px 8px",
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    maxWidth: "140px",
    overflow: "hidden",
    textOverflow: "ellipsis",
  },
  cell: { padding: "4px 8px", textAlign: "left", fontVariantNumeric: "tabular-nums" },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  compared: { backgroundColor: tokens.colorNeutralBackground3, fontWeight: tokens.fontWeightSemibold },
});

/** Practices shown below the comparator and the area: enough to see what a row is like. */
const SHOWN = 3;

/** The head of the sheet as it would be built: its groups and columns, the comparator, the area and the first practices. */
export function SheetPreview({ model }: { readonly model: ScorecardModel }) {
  const styles = useStyles();
  const groups = model.groups.filter(({ indicators }) => indicators.length > 0);
  const columns = groups.flatMap(({ indicators }) => indicators);
  const compared = mergeClasses(styles.row, styles.compared);
  return (
    <section>
      <h2 className={styles.heading}>{words.build.preview}</h2>
      <div className={styles.frame} role="region" aria-label={words.build.preview} tabIndex={0} data-scrolls>
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              {groups.map(({ heading, indicators }) => (
                <th key={heading} scope="colgroup" colSpan={indicators.length} className={styles.group}>
                  {heading}
                </th>
              ))}
            </tr>
            <tr>
              <td />
              {columns.map(({ definition }) => (
                <th key={definition.id} scope="col" className={styles.head}>
                  {definition.heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row
              className={compared}
              name={model.comparator}
              cells={columns.map((column) => valueText(column, column.comparison?.benchmark))}
            />
            <Row className={compared} name={model.area.name} cells={columns.map((column) => valueText(column, column.area))} />
            {model.practices.slice(0, SHOWN).map(({ practice }, i) => (
              <Row
                key={practice.code}
                className={styles.row}
                name={practice.name}
                cells={columns.map((column) => practiceText(column, i, model))}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface RowProps {
  readonly className: string;
  readonly name: string;
  readonly cells: readonly string[];
}

function Row({ className, name, cells }: RowProps) {
  const styles = useStyles();
  return (
    <tr className={className}>
      <th scope="row" className={styles.name}>
        {name}
      </th>
      {cells.map((cell, i) => (
        // Cells have no name of their own; their order never changes.
        <td key={i} className={styles.cell}>
          {cell}
        </td>
      ))}
    </tr>
  );
}

const valueText = ({ definition }: IndicatorColumn, found: { readonly value: number } | null | undefined): string =>
  found === null || found === undefined ? "" : valueFormat(definition).text(found.value);

function practiceText(column: IndicatorColumn, index: number, { spec }: ScorecardModel): string {
  const found = column.values[index]!;
  if (found.kind === "missing") return "–";
  const mark = markOf(comparisonOf(found), spec.comparison.smallestDenominator);
  return found.kind === "value" && found.band === "too few to say" ? mark : `${valueText(column, found)} ${mark}`;
}
