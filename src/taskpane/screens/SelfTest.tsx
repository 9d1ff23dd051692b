import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { checkContracts, selfTestReport, summary, type Outcome } from "../../contract";
import { Page } from "../components/Page";
import { Report } from "../components/Report";
import { newestApi, supports, thisExcel } from "../environment";
import type { Pane } from "../pane";
import { words } from "../words";

const useStyles = makeStyles({
  line: { margin: "0 0 8px", fontVariantNumeric: "tabular-nums" },
  verdict: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  heading: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, color: "var(--paneTitle)" },
  list: { margin: 0, padding: 0 },
  fact: { listStyleType: "none", padding: "8px 0", overflowWrap: "anywhere", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  detail: { display: "block", marginTop: "4px", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  bar: { "@media (forced-colors: active)": { backgroundColor: "Canvas", border: "1px solid CanvasText" } },
});

const said = words.selfTest;

type State =
  | { readonly kind: "ready" }
  | { readonly kind: "running"; readonly done: number; readonly of: number }
  | { readonly kind: "done"; readonly outcomes: readonly Outcome[] }
  | { readonly kind: "failed"; readonly why: string };

/** Does this Excel behave as the add-in takes for granted? */
export function SelfTest({ pane }: { readonly pane: Pane }) {
  const styles = useStyles();
  const [state, setState] = useState<State>({ kind: "ready" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (): Promise<void> => {
    const own = new AbortController();
    running.current = own;
    setState({ kind: "running", done: 0, of: 1 });
    try {
      const onProgress = (done: number, of: number): void => setState({ kind: "running", done, of });
      setState({ kind: "done", outcomes: await checkContracts(Excel, { supports, onProgress, signal: own.signal }) });
    } catch (error) {
      setState({ kind: "failed", why: error instanceof Error ? error.message : String(error) });
    }
  };

  return (
    <Page
      title={said.title}
      lead={said.lead}
      onBack={() => pane.show("about")}
      actions={
        state.kind === "running" ? (
          <Button size="large" onClick={() => running.current?.abort()}>
            {said.stop}
          </Button>
        ) : (
          <Button appearance="primary" size="large" onClick={() => void start()}>
            {state.kind === "ready" ? said.start : said.again}
          </Button>
        )
      }
    >
      {state.kind === "running" && (
        <section aria-label={said.name} aria-busy>
          <p className={styles.line} role="status">
            {said.progress(state.done, state.of)}
          </p>
          <ProgressBar className={styles.bar} value={state.done / state.of} thickness="large" aria-label={said.name} />
        </section>
      )}
      {state.kind === "failed" && <p role="alert">{said.failed(state.why)}</p>}
      {state.kind === "done" && <Done outcomes={state.outcomes} />}
    </Page>
  );
}

function Done({ outcomes }: { readonly outcomes: readonly Outcome[] }) {
  const styles = useStyles();
  const differing = outcomes.filter(({ answer }) => answer === "differs");
  return (
    <>
      <p className={styles.verdict} role="status">
        {summary(outcomes)}
      </p>
      {differing.length > 0 && (
        <section>
          <h2 className={styles.heading}>{said.differs}</h2>
          <ul className={styles.list}>
            {differing.map(({ contract: { id, says, expected }, found }) => (
              <li key={id} className={styles.fact}>
                {says}
                <span className={styles.detail}>{said.found(JSON.stringify(expected), JSON.stringify(found))}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Report text={selfTestReport(outcomes, { ...thisExcel(), api: newestApi(), when: new Date() })} />
    </>
  );
}
