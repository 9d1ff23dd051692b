import { Field } from "@fluentui/react-components";
import { Choose } from "./Choose";
import { everythingLoaded, longTermConditions, presets } from "../../scorecard/presets";
import type { ScorecardSpec } from "../../scorecard/spec";
import type { Pane } from "../pane";
import { specFor } from "../specOf";
import type { PaneState } from "../state";
import { words } from "../words";

interface PresetSelectProps {
  readonly pane: Pane;
  readonly state: PaneState;
  readonly label: string;
  readonly onChosen?: (spec: ScorecardSpec) => void;
}

/** Which of the ready scorecards; one that was changed stands among them under its own name. */
export function PresetSelect({ pane, state, label, onChosen }: PresetSelectProps) {
  const current = specFor(state.spec, state.data);
  const ready = state.data === null ? presets : [...presets, everythingLoaded(state.data)];
  const isReady = ready.some((preset) => isSame(preset, current));
  const choose = (at: string) => {
    const preset = ready[Number(at)];
    if (preset === undefined) return;
    void pane.chooseSpec(preset.id === longTermConditions.id ? null : preset);
    onChosen?.(preset);
  };
  return (
    <Field label={label}>
      <Choose
        value={isReady ? String(ready.findIndex((preset) => isSame(preset, current))) : "own"}
        onChange={(_, { value }) => choose(value)}
      >
        {!isReady && <option value="own">{words.preset.own(current.name)}</option>}
        {ready.map(({ id, name }, at) => (
          <option key={id} value={String(at)}>
            {name}
          </option>
        ))}
      </Choose>
    </Field>
  );
}

const isSame = (one: ScorecardSpec, other: ScorecardSpec): boolean => JSON.stringify(one) === JSON.stringify(other);
