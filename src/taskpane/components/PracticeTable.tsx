import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { IndicatorColumn, ScorecardModel } from "../../scorecard/model";
import { comparisonOf, markOf, type Comparison } from "../../sheet/marks";
import { missingWords } from "../../sheet/missing";
import { valueFormat } from "../../sheet/valueFormat";
import { words } from "../words";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  caption: { textAlign: "left", color: tokens.colorNeutralForeground3, paddingBottom: "4px" },
  head: {
    padding: "4px 0 4px 8px",
    verticalAlign: "bottom",
    textAlign: "right",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  group: { padding: "10px 0 3px", textAlign: "left", fontWeight: tokens.fontWeightSemibold, color: "var(--paneTitle)" },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { padding: "5px 0", textAlign: "left", fontWeight: tokens.fontWeightRegular, overflowWrap: "anywhere" },
  number: { padding: "5px 0 5px 8px", textAlign: "right", verticalAlign: "top", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  second: { color: tokens.colorNeutralForeground3 },
  compared: { padding: "5px 0 5px 10px", textAlign: "left", verticalAlign: "top" },
  left: { textAlign: "left", paddingLeft: "10px" },
  hoped: { color: "var(--paneRule)" },
  notHoped: { color: "var(--paneAttention)" },
  double: { fontWeight: tokens.fontWeightSemibold },
});

/** One practice against the comparator, indicator by indicator: the value, the mark and the word, as on its page. */
export function PracticeTable({ model, index }: { readonly model: ScorecardModel; readonly index: number }) {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{words.practice.caution}</caption>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.head, styles.left)} style={{ paddingLeft: 0 }}>
            {words.practice.columns.indicator}
          </th>
          <th scope="col" className={styles.head}>
            {words.practice.columns.here}
          </th>
          <th scope="col" className={styles.head}>
            {model.comparator}
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.left)}>
            {words.practice.columns.compared}
          </th>
        </tr>
      </thead>
      {model.groups.map(({ heading, indicators }) => (
        <tbody key={heading}>
          <tr>
            <th scope="rowgroup" colSpan={4} className={styles.group}>
              {heading}
            </th>
          </tr>
          {indicators.map((column) => (
            <Row key={column.definition.id} column={column} index={index} smallest={model.spec.comparison.smallestDenominator} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface RowProps {
  readonly column: IndicatorColumn;
  readonly index: number;
  readonly smallest: number;
}

function Row({ column, index, smallest }: RowProps) {
  const styles = useStyles();
  const { definition } = column;
  const benchmark = column.comparisons[index]?.benchmark ?? null;
  const { text } = valueFormat(definition);
  const found = column.values[index]!;
  const word = comparisonOf(found);
  const shown = found.kind !== "missing" && word !== "too few to say" ? text(found.value) : "–";
  const colour = { hoped: styles.hoped, notHoped: styles.notHoped, neither: undefined }[hope(definition.polarity, word)];
  const mark = word === "too few to say" || word === "not available" ? "" : markOf(word, smallest);
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.name}>
        {definition.shortName ?? definition.name.replace(/: prevalence on the QOF register$/, "")}
      </th>
      <td className={styles.number}>{shown}</td>
      <td className={mergeClasses(styles.number, styles.second)}>{benchmark === null ? "" : text(benchmark.value)}</td>
      <td className={mergeClasses(styles.compared, colour, word.startsWith("much") && styles.double)}>
        <span aria-hidden>{mark} </span>
        {found.kind === "missing" ? missingWords[found.reason] : word}
      </td>
    </tr>
  );
}

/** Colour repeats what the direction hoped for and the word say together. */
function hope(polarity: "higher" | "lower" | "neither", word: Comparison): "hoped" | "notHoped" | "neither" {
  const direction = /(higher|lower)$/.exec(word)?.[1];
  if (polarity === "neither" || direction === undefined) return "neither";
  return direction === polarity ? "hoped" : "notHoped";
}
