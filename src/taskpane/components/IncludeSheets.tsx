import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { sheetsPossible } from "../../actions/sheetChoice";
import type { Period, ReferenceData } from "../../reference/model";
import { loadedModel } from "../loadedModel";
import type { Pane } from "../pane";
import type { Include } from "../state";
import { counted } from "../words";

const useStyles = makeStyles({
  box: { margin: 0, padding: 0, border: "none", display: "flex", flexDirection: "column" },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  choice: { marginLeft: "-8px" },
  second: { whiteSpace: "nowrap", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface IncludeSheetsProps {
  readonly pane: Pane;
  readonly data: ReferenceData;
  readonly year: Period | null;
  readonly include: Include;
}

/** Which sheets to make besides the scorecard, with how many there would be; what these data cannot give is not offered. */
export function IncludeSheets({ pane, data, year, include }: IncludeSheetsProps) {
  const styles = useStyles();
  const model = loadedModel(data, year);
  if (model === null) return null;
  const possible = sheetsPossible(model);
  const choices = [
    ["practicePages", "A page for each practice", counted(possible.practicePages.length, "sheet")],
    ["funnels", "A funnel plot per indicator", counted(possible.funnels.length, "sheet")],
    ["underDoctoring", "Patients per GP and deprivation", possible.underDoctoring ? "1 sheet" : "0 sheets"],
  ] as const;
  return (
    <fieldset className={styles.box}>
      <legend className={styles.legend}>Besides the scorecard</legend>
      {choices
        .filter(([, , count]) => !count.startsWith("0 "))
        .map(([key, name, count]) => (
          <Checkbox
            key={key}
            className={styles.choice}
            checked={include[key]}
            onChange={(_, { checked }) => pane.tell({ kind: "includeChosen", include: { [key]: checked === true } })}
            label={
              <>
                {name} <span className={styles.second}>{count}</span>
              </>
            }
          />
        ))}
    </fieldset>
  );
}
