import { makeStyles, tokens } from "@fluentui/react-components";
import { Choice } from "../components/Choice";
import { Page } from "../components/Page";
import { Welcome } from "../components/Welcome";
import { packAge } from "../../reference/pack";
import { periodLabel } from "../../reference/period";
import type { Pane } from "../pane";
import type { PaneState } from "../state";
import { words } from "../words";

const useStyles = makeStyles({ note: { margin: 0, color: tokens.colorNeutralForeground3 } });

const said = words.start;

/** What should the scorecard be built from? */
export function Start({ pane, state }: { readonly pane: Pane; readonly state: PaneState }) {
  const styles = useStyles();
  const { data, recalled, pack, packNews, welcomed } = state;
  return (
    <Page title={said.title}>
      {!welcomed && data === null && recalled === null && <Welcome pane={pane} />}
      {data !== null && (
        <Choice name={said.goOn(data.area.name)} description={said.loaded(data.practices.size)} onChoose={() => pane.show("build")} />
      )}
      {pack !== null && (
        <Choice name={said.pack} description={said.packOf(pack.areas.length, packAge(pack, new Date()))} onChoose={pane.usePack} />
      )}
      {pack !== null && packNews !== null && (
        <p className={styles.note} role="note">
          {packNews.kind === "older"
            ? said.packOlder(periodLabel(pack.made), periodLabel(packNews.newest))
            : said.packFuture(periodLabel(pack.made))}
        </p>
      )}
      <Choice name={said.files} description={said.filesOf} onChoose={() => pane.show("data")} />
      <Choice name={said.illustrative} description={said.illustrativeOf} onChoose={() => void pane.useIllustrativeArea()} />
      {data === null && recalled !== null && !recalled.illustrative && (
        <p className={styles.note}>{said.builtBefore(recalled.area.name, recalled.files.length)}</p>
      )}
      <p className={styles.note}>{said.privacy}</p>
    </Page>
  );
}
