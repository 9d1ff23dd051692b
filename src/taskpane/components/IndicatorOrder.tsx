import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { Choose } from "./Choose";
import { ArrowDownRegular } from "@fluentui/react-icons/svg/arrow-down";
import { ArrowUpRegular } from "@fluentui/react-icons/svg/arrow-up";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useState } from "react";
import { baseOf } from "../../indicators/library";
import type { ReferenceData } from "../../reference/model";
import type { ScorecardSpec } from "../../scorecard/spec";
import { indicatorName, indicatorsToChoose, moved, withAdded, without } from "../indicatorNames";
import { words } from "../words";

const useStyles = makeStyles({
  title: { margin: "8px 0 0", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, color: "var(--paneTitle)" },
  group: { display: "flex", flexDirection: "column", gap: "8px", paddingBottom: "12px" },
  list: { margin: 0, padding: 0 },
  item: {
    listStyleType: "none",
    display: "flex",
    alignItems: "center",
    padding: "2px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  second: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  said: { margin: 0, minHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground3 },
});

const said = words.preset;

interface IndicatorOrderProps {
  readonly groups: ScorecardSpec["groups"];
  readonly data: ReferenceData | null;
  readonly onChange: (groups: ScorecardSpec["groups"]) => void;
}

/** The indicators of a scorecard, group by group: moved up and down, taken out, added. */
export function IndicatorOrder({ groups, data, onChange }: IndicatorOrderProps) {
  const styles = useStyles();
  const [outcome, setOutcome] = useState("");
  const used = new Set(groups.flatMap(({ indicators }) => indicators));
  const loaded = data === null ? null : new Set(data.observations.map(({ indicator }) => indicator));
  const choices = indicatorsToChoose(data).filter((id) => !used.has(id));
  const change = (next: ScorecardSpec["groups"], sentence: string) => {
    onChange(next);
    setOutcome(sentence);
  };
  const move = (id: string, by: 1 | -1) => {
    const next = moved(groups, id, by);
    change(next, said.moved(indicatorName(id), next.flatMap(({ indicators }) => indicators).indexOf(id) + 1));
  };
  const rename = (at: number, heading: string) => onChange(groups.map((group, g) => (g === at ? { ...group, heading } : group)));

  return (
    <section aria-labelledby="indicators">
      <h2 id="indicators" className={styles.title}>
        {said.indicators}
      </h2>
      <p className={styles.said} role="status">
        {outcome}
      </p>
      {groups.map(({ heading, indicators }, at) => (
        // A group is known by its place: its heading is being typed.
        <div key={at} className={styles.group}>
          <Field label={said.heading(said.place(at + 1))}>
            <Input value={heading} maxLength={80} onChange={(_, { value }) => rename(at, value)} />
          </Field>
          <ul className={styles.list} aria-label={heading}>
            {indicators.map((id) => (
              <li key={id} className={styles.item}>
                <span className={styles.name}>
                  {indicatorName(id)}
                  {loaded !== null && !loaded.has(baseOf(id)) && <span className={styles.second}> {said.notLoaded}</span>}
                </span>
                <Small label={said.up(indicatorName(id))} icon={<ArrowUpRegular />} onClick={() => move(id, -1)} />
                <Small label={said.down(indicatorName(id))} icon={<ArrowDownRegular />} onClick={() => move(id, 1)} />
                <Small
                  label={said.drop(indicatorName(id))}
                  icon={<DismissRegular />}
                  onClick={() => change(without(groups, id), said.dropped(indicatorName(id)))}
                />
              </li>
            ))}
          </ul>
          <Field label={said.addTo(heading)}>
            <Choose value="" onChange={(_, { value }) => value && change(withAdded(groups, at, value), said.added(indicatorName(value)))}>
              <option value="">{said.choose}</option>
              {choices.map((id) => (
                <option key={id} value={id}>
                  {indicatorName(id)}
                </option>
              ))}
            </Choose>
          </Field>
        </div>
      ))}
    </section>
  );
}

interface SmallProps {
  readonly label: string;
  readonly icon: React.JSX.Element;
  readonly onClick: () => void;
}

const Small = ({ label, icon, onClick }: SmallProps) => (
  <Button appearance="transparent" size="small" icon={icon} aria-label={label} onClick={onClick} />
);
