import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { TargetRegular } from "@fluentui/react-icons/svg/target";
import { useState, type FormEvent } from "react";
import { formulaOf, signatureOf, type ListedFunction } from "../formula";
import type { Pane } from "../pane";
import { words } from "../words";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "10px", padding: "8px 0 8px 16px" },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
  row: { display: "flex", flexWrap: "wrap", gap: "4px" },
  input: { flexGrow: 1, minWidth: 0 },
  outcome: { margin: 0 },
});

/** Fills in the arguments of one function, from the selected cells or by hand, and puts the formula into the selected cell. */
export function FunctionForm({ one, pane }: { readonly one: ListedFunction; readonly pane: Pane }) {
  const styles = useStyles();
  const [given, setGiven] = useState<readonly string[]>(one.parameters.map(() => ""));
  const [outcome, setOutcome] = useState("");
  const give = (at: number, text: string) => setGiven((before) => before.map((each, i) => (i === at ? text : each)));

  const takeSelection = async (at: number) => {
    const address = await pane.selectedAddress();
    if (address === null) setOutcome(words.noAnswer);
    else give(at, address);
  };
  const insert = async (event: FormEvent) => {
    event.preventDefault();
    const missing = one.parameters.find((parameter, i) => !parameter.optional && given[i]?.trim() === "");
    if (missing !== undefined) return setOutcome(words.functions.needed(missing.name));
    setOutcome(await pane.insertFormula(formulaOf(one.name, given)));
  };

  const copy = () =>
    navigator.clipboard.writeText(formulaOf(one.name, given)).then(
      () => setOutcome(words.functions.copied),
      () => setOutcome(words.functions.notCopied),
    );

  return (
    <form className={styles.form} onSubmit={(event) => void insert(event)}>
      <code className={styles.code}>={signatureOf(one)}</code>
      {one.parameters.map(({ name, description, optional }, at) => (
        <Field key={name} label={optional ? words.functions.optional(name) : name} hint={description}>
          {(field) => (
            <div className={styles.row}>
              <Input {...field} className={styles.input} value={given[at] ?? ""} onChange={(_, { value }) => give(at, value)} />
              <Button icon={<TargetRegular />} aria-label={words.functions.take(name)} onClick={() => void takeSelection(at)} />
            </div>
          )}
        </Field>
      ))}
      <p className={styles.outcome} role="status">
        {outcome}
      </p>
      <div className={styles.row}>
        <Button type="submit" appearance="primary">
          {words.functions.insert}
        </Button>
        <Button onClick={() => void copy()}>{words.functions.copy}</Button>
      </div>
    </form>
  );
}
