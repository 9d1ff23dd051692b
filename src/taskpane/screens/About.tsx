import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { Facts } from "../components/Facts";
import { Page } from "../components/Page";
import { thisExcel } from "../environment";
import type { Pane } from "../pane";
import { requestsSoFar } from "../requests";
import type { PaneState } from "../state";
import { words } from "../words";

const useStyles = makeStyles({
  heading: { margin: "8px 0 4px", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, color: "var(--paneTitle)" },
  text: { margin: 0 },
  summary: { cursor: "pointer", padding: "6px 0" },
  requests: { margin: "4px 0", paddingLeft: "18px", overflowWrap: "anywhere", fontSize: tokens.fontSizeBase200 },
  welcome: { alignSelf: "flex-start" },
  checks: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "12px" },
});

const said = words.about;

/** Requirement sets of Office that something here makes use of, and what stays away without them. */
const USED_SETS: readonly (readonly [set: string, version: string, use: string])[] = [
  ["SharedRuntime", "1.1", said.uses.runtime],
  ["ExcelApi", "1.9", said.uses.sheets],
  ["CustomFunctionsRuntime", "1.3", said.uses.functions],
  ["ExcelApi", "1.20", said.uses.undo],
];

/** What this is, where its figures come from, what it asked for over the network, and what this Excel can do. */
export function About({ pane, state }: { readonly pane: Pane; readonly state: PaneState }) {
  const styles = useStyles();
  const { version, excel, platform } = thisExcel();
  const showWelcome = () => {
    pane.tell({ kind: "welcomeClosed", closed: false });
    pane.show("start");
  };
  return (
    <Page title={said.title} onBack={() => pane.show(state.before)}>
      <Facts
        facts={[
          [said.version, version],
          [said.excel, [excel, platform].filter((part) => part !== "").join(", ")],
        ]}
      />
      <section>
        <h2 className={styles.heading}>{said.method}</h2>
        <p className={styles.text}>{said.methodText}</p>
      </section>
      <section>
        <h2 className={styles.heading}>{said.data}</h2>
        <p className={styles.text}>
          {said.dataBefore}
          <Link inline href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" target="_blank" rel="noreferrer">
            {said.licenceName}
          </Link>
          {said.dataAfter}
        </p>
      </section>
      <section>
        <h2 className={styles.heading}>{said.privacy}</h2>
        <p className={styles.text}>{said.privacyText}</p>
        <Requests />
      </section>
      <section>
        <h2 className={styles.heading}>{said.licence}</h2>
        <p className={styles.text}>
          {said.licenceText}
          <Link inline href="licences.txt" target="_blank">
            {said.licenceList}
          </Link>
          .
        </p>
      </section>
      <section>
        <h2 className={styles.heading}>{said.thisExcel}</h2>
        <Facts facts={USED_SETS.map(([set, from, use]) => [use, `${supported(set, from)} (${set} ${from})`] as const)} />
        <div className={styles.checks}>
          <Button onClick={() => pane.show("selfTest")}>{said.selfTest}</Button>
          <Button onClick={() => pane.show("byHand")}>{said.byHand}</Button>
        </div>
      </section>
      <Button className={styles.welcome} onClick={showWelcome}>
        {said.welcome}
      </Button>
    </Page>
  );
}

function Requests() {
  const styles = useStyles();
  const { own, other } = requestsSoFar();
  return (
    <details>
      <summary className={styles.summary}>{said.requests}</summary>
      {said.requestsOwn(own.length)}
      <ul className={styles.requests}>
        {own.map((address) => (
          <li key={address}>{address}</li>
        ))}
      </ul>
      {said.requestsOther}
      <ul className={styles.requests}>
        {other.length === 0 ? <li>{said.requestsNone}</li> : other.map((address) => <li key={address}>{address}</li>)}
      </ul>
    </details>
  );
}

const supported = (set: string, version: string): string =>
  typeof Office !== "undefined" && Office.context?.requirements?.isSetSupported(set, version) ? said.yes : said.no;
