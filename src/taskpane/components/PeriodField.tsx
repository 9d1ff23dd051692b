import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState, type FormEvent } from "react";
import { readPeriod } from "../../reference/period";
import { words } from "../words";

const useStyles = makeStyles({
  form: { paddingTop: "8px" },
  row: { display: "flex", gap: "8px" },
  input: { flexGrow: 1, minWidth: 0 },
});

/** Asks for the period of a file that says it nowhere. */
export function PeriodField({ file, onPeriod }: { readonly file: string; readonly onPeriod: (period: string) => void }) {
  const styles = useStyles();
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const period = readPeriod(text);
    setWrong(period === null);
    if (period !== null) onPeriod(period);
  };
  return (
    <form onSubmit={submit} className={styles.form} aria-label={words.data.period(file)}>
      <Field
        size="small"
        label={words.data.periodLabel}
        {...(wrong ? { validationMessage: words.data.periodWrong } : { hint: words.data.periodHint })}
      >
        {(field) => (
          <div className={styles.row}>
            <Input {...field} size="small" className={styles.input} value={text} onChange={(_, { value }) => setText(value)} />
            <Button type="submit" size="small">
              {words.data.set}
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
