import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { Facts } from "../components/Facts";
import { Page } from "../components/Page";
import { thisExcel } from "../environment";
import type { Pane } from "../pane";
import type { PaneState } from "../state";

const useStyles = makeStyles({
  heading: { margin: "8px 0 4px", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, color: "var(--paneTitle)" },
  text: { margin: 0 },
  checks: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "12px" },
});

/** Requirement sets of Office that something here makes use of, and what stays away without them. */
const USED_SETS: readonly (readonly [set: string, version: string, use: string])[] = [
  ["SharedRuntime", "1.1", "Ribbon and pane as one"],
  ["ExcelApi", "1.9", "Building sheets"],
  ["CustomFunctionsRuntime", "1.3", "Functions that spill"],
  ["ExcelApi", "1.20", "Undo in one step"],
];

/** What this is, where its figures come from, and what this Excel can do. */
export function About({ pane, state }: { readonly pane: Pane; readonly state: PaneState }) {
  const styles = useStyles();
  const { version, excel, platform } = thisExcel();
  return (
    <Page title="About GP Practice Scorecard" onBack={() => pane.show(state.before)}>
      <Facts
        facts={[
          ["Version", version],
          ["Excel", [excel, platform].filter((part) => part !== "").join(", ")],
        ]}
      />
      <section>
        <h2 className={styles.heading}>Method</h2>
        <p className={styles.text}>
          Each practice is compared with England by control limits at 95 % and 99.8 %. A mark is a question, not a judgement: small
          practices, patients’ ages and coding all play a part. The Methods sheet of every scorecard gives the formulas and references.
        </p>
      </section>
      <section>
        <h2 className={styles.heading}>Data</h2>
        <p className={styles.text}>
          Contains public sector information licensed under the{" "}
          <Link inline href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" target="_blank" rel="noreferrer">
            Open Government Licence v3.0
          </Link>
          : NHS England, Care Quality Commission, Office for Health Improvement and Disparities. The illustrative area is made up.
        </p>
      </section>
      <section>
        <h2 className={styles.heading}>Privacy</h2>
        <p className={styles.text}>
          Files are read on this computer and nothing is sent anywhere. Files with rows about patients are refused. Not for decisions about
          individual patients.
        </p>
      </section>
      <section>
        <h2 className={styles.heading}>Licence</h2>
        <p className={styles.text}>
          MIT. What it is made with is listed in{" "}
          <Link inline href="licences.txt" target="_blank">
            the list of licences
          </Link>
          .
        </p>
      </section>
      <section>
        <h2 className={styles.heading}>This Excel</h2>
        <Facts facts={USED_SETS.map(([set, from, use]) => [use, `${supported(set, from)} (${set} ${from})`] as const)} />
        <div className={styles.checks}>
          <Button onClick={() => pane.show("selfTest")}>Self-test</Button>
          <Button onClick={() => pane.show("byHand")}>By hand</Button>
        </div>
      </section>
    </Page>
  );
}

const supported = (set: string, version: string): string =>
  typeof Office !== "undefined" && Office.context?.requirements?.isSetSupported(set, version) ? "yes" : "no";
