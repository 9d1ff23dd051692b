import { Button, Field, Input, makeStyles, Textarea } from "@fluentui/react-components";
import { Choose } from "./Choose";
import { useState } from "react";
import { comparatorKinds, type ComparatorKind, type SpecComparator } from "../../scorecard/spec";
import type { Pane } from "../pane";
import { readCodes } from "../practiceCodes";
import type { OwnList } from "../state";
import { words } from "../words";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "8px", paddingLeft: "12px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
  said: { margin: 0, ":empty": { display: "none" } },
});

const said = words.preset;

interface ComparatorFormProps {
  readonly pane: Pane;
  readonly groups: readonly OwnList[];
  readonly comparator: SpecComparator;
  readonly onChange: (comparator: SpecComparator) => void;
}

/** With whom practices are compared; groups of one's own are kept in the workbook under their names. */
export function ComparatorForm({ pane, groups, comparator, onChange }: ComparatorFormProps) {
  const choose = (kind: ComparatorKind) => {
    const group = groups[0];
    onChange(kind === "peers" && group !== undefined ? peersOf(group) : { kind });
  };
  return (
    <>
      <Field label={said.comparator}>
        <Choose value={comparator.kind} onChange={(_, { value }) => choose(value as ComparatorKind)}>
          {comparatorKinds.map((kind) => (
            <option key={kind} value={kind}>
              {said.comparators[kind]}
            </option>
          ))}
        </Choose>
      </Field>
      {comparator.kind === "peers" && <Group key={comparator.name ?? ""} {...{ pane, groups, comparator, onChange }} />}
    </>
  );
}

const peersOf = ({ name, practiceCodes }: OwnList): SpecComparator => ({ kind: "peers", name, practiceCodes });

function Group({ pane, groups, comparator, onChange }: ComparatorFormProps) {
  const styles = useStyles();
  const [name, setName] = useState(comparator.name ?? "");
  const [text, setText] = useState(comparator.practiceCodes?.join(" ") ?? "");
  const [outcome, setOutcome] = useState("");
  const { codes, others } = readCodes(text);
  const takeSelection = async () => {
    const texts = await pane.selectedTexts();
    if (texts === null) setOutcome(words.noAnswer);
    else setText(texts.join(" "));
  };
  const keep = async () => {
    if (name.trim() === "" || codes.length === 0) return setOutcome(said.groupWrong);
    const group = { name: name.trim(), practiceCodes: codes };
    await pane.keepGroup(group);
    onChange(peersOf(group));
    setOutcome(said.groupKept(group.name, codes.length));
  };
  const choose = (chosen: string) => {
    const group = groups.find((each) => each.name === chosen);
    onChange(group === undefined ? { kind: "peers" } : peersOf(group));
  };

  return (
    <div className={styles.form}>
      {groups.length > 0 && (
        <Field label={said.group}>
          <Choose value={comparator.name ?? ""} onChange={(_, { value }) => choose(value)}>
            <option value="">{said.newGroup}</option>
            {groups.map((group) => (
              <option key={group.name} value={group.name}>
                {group.name}
              </option>
            ))}
          </Choose>
        </Field>
      )}
      <Field label={said.groupName}>
        <Input value={name} maxLength={80} onChange={(_, { value }) => setName(value)} />
      </Field>
      <Field
        label={said.groupCodes}
        hint={others.length === 0 ? words.area.heard(codes.length) : words.area.heardSome(codes.length, others)}
      >
        <Textarea resize="vertical" rows={3} value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
      <div className={styles.actions}>
        <Button onClick={() => void takeSelection()}>{words.area.takeCells}</Button>
        <Button onClick={() => void keep()}>{said.keepGroup}</Button>
      </div>
      <p className={styles.said} role="status">
        {outcome}
      </p>
    </div>
  );
}
