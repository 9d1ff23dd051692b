import { Button, Field, Input, makeStyles, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { Pane } from "../pane";
import { readCodes } from "../practiceCodes";
import { words } from "../words";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "10px", alignSelf: "stretch", padding: "0 0 8px 8px" },
  take: { alignSelf: "flex-start" },
});

const NAME = words.area.ownName;

/** Practices listed by hand, pasted, or taken from the selected cells. Every change counts at once. */
export function OwnListForm({ pane }: { readonly pane: Pane }) {
  const styles = useStyles();
  const before = pane.state().ownList;
  const [name, setName] = useState(before?.name ?? NAME);
  const [text, setText] = useState(before?.practiceCodes.join(" ") ?? "");
  const [unanswered, setUnanswered] = useState(false);
  const { codes, others } = readCodes(text);

  const change = (nextName: string, nextText: string) => {
    setName(nextName);
    setText(nextText);
    pane.tell({ kind: "listGiven", list: { name: nextName.trim() || NAME, practiceCodes: readCodes(nextText).codes } });
  };
  const takeSelection = async () => {
    const texts = await pane.selectedTexts();
    setUnanswered(texts === null);
    if (texts !== null) change(name, texts.join(" "));
  };

  return (
    <div className={styles.form}>
      <Field label={words.area.listName}>
        <Input value={name} onChange={(_, { value }) => change(value, text)} />
      </Field>
      <Field
        label={words.area.codes}
        hint={others.length === 0 ? words.area.heard(codes.length) : words.area.heardSome(codes.length, others)}
      >
        <Textarea
          resize="vertical"
          rows={4}
          value={text}
          placeholder={words.area.codesLike}
          onChange={(_, { value }) => change(name, value)}
        />
      </Field>
      <Button className={styles.take} onClick={() => void takeSelection()}>
        {words.area.takeCells}
      </Button>
      {unanswered && <span role="alert">{words.noAnswer}</span>}
    </div>
  );
}
