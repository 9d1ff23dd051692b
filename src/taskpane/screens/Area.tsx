import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { useState } from "react";
import { placeBeside, placesOf } from "../../reference/areaSuccession";
import { packAge, type PackedArea } from "../../reference/pack";
import type { AreaChoice } from "../../reference/read";
import { OwnListForm } from "../components/OwnListForm";
import { Page } from "../components/Page";
import type { Pane } from "../pane";
import type { PaneState } from "../state";
import { words } from "../words";

const useStyles = makeStyles({
  status: { margin: 0, color: tokens.colorNeutralForeground3 },
  second: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** More would only be scrolled past: the search narrows them down. */
const SHOWN = 40;

/** The choice of a list instead of an area; no area has a code like this. */
const OWN = "own list";

/** Whose practices should be compared? */
export function Area({ pane, state }: { readonly pane: Pane; readonly state: PaneState }) {
  const styles = useStyles();
  const [typed, setTyped] = useState("");
  const { ownList, areaCode } = state;
  const pack = state.from === "pack" ? state.pack : null;
  const areas = pack === null ? (state.inspection?.areas ?? []) : pack.areas.map(fromPack);
  const matching = areas.filter((area) => matches(area, typed));
  const chosen = areas.find(({ code }) => code === areaCode);
  const shown = firstWithChosen(matching, chosen);
  const ready = ownList === null ? chosen !== undefined : ownList.practiceCodes.length > 0;

  const choose = (value: string) => {
    if (value === OWN) pane.tell({ kind: "listGiven", list: { name: words.area.ownName, practiceCodes: [] } });
    else pane.tell({ kind: "areaChosen", code: value });
  };
  const read = () => {
    pane.show("build");
    void pane.load();
  };

  return (
    <Page
      title={words.area.title}
      {...(pack === null ? {} : { lead: `${packAge(pack, new Date())}.` })}
      onBack={() => pane.show(pack === null ? "data" : "start")}
      actions={
        <Button appearance="primary" size="large" disabledFocusable={!ready} onClick={read}>
          {pack === null ? words.area.read : words.area.take}
        </Button>
      }
    >
      <Field label={words.area.search}>
        <Input type="search" contentBefore={<SearchRegular />} value={typed} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <p className={styles.status} role="status">
        {found(matching.length, shown.length)}
      </p>
      <Field label={words.area.label}>
        <RadioGroup value={ownList === null ? (areaCode ?? "") : OWN} onChange={(_, { value }) => choose(value)}>
          {pack === null && <Radio value={OWN} label={words.area.own} />}
          {ownList !== null && <OwnListForm pane={pane} />}
          {shown.map(({ code, name, kind, practices }) => (
            <Radio
              key={code}
              value={code}
              label={
                <>
                  {name}
                  {places(code, name, typed)}
                  <br />
                  <span className={styles.second}>{words.area.line(code, words.area.kinds[kind], practices)}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
    </Page>
  );
}

const fromPack = ({ code, name, practices }: PackedArea): AreaChoice => ({ code, name, practices, kind: "subIcb", years: [] });

const matches = ({ code, name }: AreaChoice, typed: string): boolean => {
  const text = [name, code, ...placesOf(code)].join(" ").toLowerCase();
  return wordsOf(typed).every((word) => text.includes(word));
};

const wordsOf = (typed: string): readonly string[] => typed.toLowerCase().split(/\s+/);

/** " (Thurrock)": what people call the area where its name does not say so, and of the areas it was merged from those that were searched for. */
function places(code: string, name: string, typed: string): string {
  const own = placeBeside(code, name);
  const isFound = (place: string) => typed.trim() !== "" && wordsOf(typed).every((word) => place.toLowerCase().includes(word));
  const shown = [...(own === null ? [] : [own]), ...placesOf(code).slice(1).filter(isFound)];
  return shown.length === 0 ? "" : ` (${shown.join("; ")})`;
}

/** The first few, and among them always the one that is chosen. */
const firstWithChosen = (matching: readonly AreaChoice[], chosen: AreaChoice | undefined): readonly AreaChoice[] => {
  const first = matching.slice(0, SHOWN);
  return chosen === undefined || first.includes(chosen) ? first : [chosen, ...first];
};

const found = (matching: number, shown: number): string => {
  if (matching === 0) return words.area.none;
  return shown < matching ? words.area.some(shown, matching) : words.area.all(matching);
};
