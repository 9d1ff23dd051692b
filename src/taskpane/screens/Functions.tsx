import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import functions from "../../functions/functions?list";
import { useState } from "react";
import { FunctionForm } from "../components/FunctionForm";
import { FunctionTools } from "../components/FunctionTools";
import { Page } from "../components/Page";
import type { ListedFunction } from "../formula";
import type { Pane } from "../pane";
import type { PaneState } from "../state";
import { words } from "../words";

const useStyles = makeStyles({
  status: { margin: 0, color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0 },
  item: { listStyleType: "none", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  details: { padding: "8px 0" },
  summary: { cursor: "pointer" },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  description: { display: "block", paddingLeft: "16px", color: tokens.colorNeutralForeground3 },
});

const sorted = [...functions].sort((a, b) => a.name.localeCompare(b.name));

/** Which function is wanted, and with what? */
export function Functions({ pane, state }: { readonly pane: Pane; readonly state: PaneState }) {
  const styles = useStyles();
  const [typed, setTyped] = useState("");
  const found = sorted.filter((one) => matches(one, typed));
  return (
    <Page title={words.functions.title} onBack={() => pane.show(state.before)}>
      <FunctionTools pane={pane} />
      <Field label={words.functions.search}>
        <Input type="search" contentBefore={<SearchRegular />} value={typed} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <p className={styles.status} role="status">
        {words.functions.count(found.length)}
      </p>
      <ul className={styles.list} aria-label={words.functions.list}>
        {found.map((one) => (
          <li key={one.name} className={styles.item}>
            <details className={styles.details} name="functions">
              <summary className={styles.summary}>
                <span className={styles.name}>{one.name}</span>
                <span className={styles.description}>{one.description}</span>
              </summary>
              <FunctionForm one={one} pane={pane} />
            </details>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function matches({ name, description }: ListedFunction, typed: string): boolean {
  const text = `${name.replaceAll("_", " ")} ${name} ${description}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
