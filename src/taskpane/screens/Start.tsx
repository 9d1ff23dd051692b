import { makeStyles, tokens } from "@fluentui/react-components";
import { Choice } from "../components/Choice";
import { Page } from "../components/Page";
import { packAge } from "../../reference/pack";
import type { Pane } from "../pane";
import type { PaneState } from "../state";
import { counted } from "../words";

const useStyles = makeStyles({ note: { margin: 0, color: tokens.colorNeutralForeground3 } });

/** What should the scorecard be built from? */
export function Start({ pane, state }: { readonly pane: Pane; readonly state: PaneState }) {
  const styles = useStyles();
  const { data, recalled, pack } = state;
  return (
    <Page title="What should the scorecard be built from?">
      {data !== null && (
        <Choice
          name={`Go on with ${data.area.name}`}
          description={`${counted(data.practices.size, "practice")}, loaded already`}
          onChoose={() => pane.show("build")}
        />
      )}
      {pack !== null && (
        <Choice
          name="Figures ready for this add-in"
          description={`${counted(pack.areas.length, "area")}. ${packAge(pack, new Date())}`}
          onChoose={pane.usePack}
        />
      )}
      <Choice
        name="Published files"
        description="About your own practices: QOF, workforce, list sizes, CQC ratings and more"
        onChoose={() => pane.show("data")}
      />
      <Choice
        name="The illustrative area"
        description="Made-up practices, ready at once, to see what a scorecard looks like"
        onChoose={pane.useIllustrativeArea}
      />
      {data === null && recalled !== null && !recalled.illustrative && (
        <p className={styles.note}>
          Last built in this workbook: {recalled.area.name}, from {counted(recalled.files.length, "file")}. Add the new files to build it
          anew.
        </p>
      )}
      <p className={styles.note}>Files are read on this computer. Nothing is sent anywhere.</p>
    </Page>
  );
}
