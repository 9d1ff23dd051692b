import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { sheetsPossible } from "../../actions/sheetChoice";
import { loadedModel } from "../loadedModel";
import type { Pane } from "../pane";
import type { PaneState } from "../state";
import { words } from "../words";

const useStyles = makeStyles({
  box: { margin: 0, padding: 0, border: "none", display: "flex", flexDirection: "column" },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  choice: { marginLeft: "-8px" },
  second: { whiteSpace: "nowrap", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface IncludeSheetsProps {
  readonly pane: Pane;
  readonly state: PaneState;
}

/** Which sheets to make besides the scorecard, with how many there would be; what these data cannot give is not offered. */
export function IncludeSheets({ pane, state }: IncludeSheetsProps) {
  const styles = useStyles();
  const model = loadedModel(state);
  if (model === null) return null;
  const possible = sheetsPossible(model);
  const choices = [
    ["practicePages", words.build.pages, possible.practicePages.length],
    ["funnels", words.build.funnels, possible.funnels.length],
    ["underDoctoring", words.build.underDoctoring, possible.underDoctoring ? 1 : 0],
  ] as const;
  return (
    <fieldset className={styles.box}>
      <legend className={styles.legend}>{words.build.besides}</legend>
      {choices
        .filter(([, , count]) => count > 0)
        .map(([key, name, count]) => (
          <Checkbox
            key={key}
            className={styles.choice}
            checked={state.include[key]}
            onChange={(_, { checked }) => pane.tell({ kind: "includeChosen", include: { [key]: checked === true } })}
            label={
              <>
                {name} <span className={styles.second}>{words.build.sheets(count)}</span>
              </>
            }
          />
        ))}
    </fieldset>
  );
}
