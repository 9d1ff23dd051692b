import { Button, Field, makeStyles, tokens } from "@fluentui/react-components";
import { Choose } from "./Choose";
import { ImageRegular } from "@fluentui/react-icons/svg/image";
import { useCallback, useState } from "react";
import { funnelsFor, type Funnel } from "../../scorecard/funnel";
import type { ScorecardModel } from "../../scorecard/model";
import { spineOf } from "../../scorecard/spine";
import { shortName, valueText, type Drawing, type Paper } from "../charts/drawing";
import { drawFunnel } from "../charts/funnelChart";
import { printed } from "../charts/palette";
import { PICTURE_WIDTH, pictureOf } from "../charts/picture";
import { drawSpine } from "../charts/spineChart";
import type { Pane } from "../pane";
import { words } from "../words";
import { ReadableChart } from "./ReadableChart";

const useStyles = makeStyles({
  heading: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, color: "var(--paneTitle)" },
  key: { margin: "0 0 8px", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  part: { display: "flex", flexDirection: "column", gap: "4px" },
  said: { margin: 0, ":empty": { display: "none" } },
  insert: { alignSelf: "flex-start" },
});

const said = words.charts;

interface PracticeChartsProps {
  readonly pane: Pane;
  readonly model: ScorecardModel;
  readonly index: number;
}

/** One practice in pictures: each indicator on a spine, and the funnel of the one that is chosen. */
export default function PracticeCharts({ pane, model, index }: PracticeChartsProps) {
  const styles = useStyles();
  const { practice } = model.practices[index]!;
  const rows = spineOf(model, index);
  const funnels = funnelsFor(model).filter(({ points }) => points.some((point) => point.practice.code === practice.code));
  const [chosen, setChosen] = useState<string | null>(null);
  const funnel = funnels.find(({ column }) => column.definition.id === chosen) ?? funnels[0];
  const drawSpineOn = useCallback((paper: Paper) => drawSpine(spineOf(model, index), model.comparator, paper), [model, index]);
  if (rows.length === 0) return <p className={styles.key}>{said.none}</p>;
  return (
    <>
      <section className={styles.part}>
        <h2 className={styles.heading}>{said.spine}</h2>
        <p className={styles.key}>{said.spineKey(model.comparator)}</p>
        <ReadableChart
          label={`${said.spine}. ${said.read}`}
          said={rows.map((row) =>
            said.spineSaid(
              shortName(row.column),
              valueText(row.column, row.value),
              model.comparator,
              valueText(row.column, row.column.comparison!.benchmark.value),
              row.column.area === null ? "–" : valueText(row.column, row.column.area.value),
              row.band ?? "not compared",
            ),
          )}
          draw={drawSpineOn}
          onChoose={(at) => setChosen(rows[at]!.column.definition.id)}
        />
        <InsertPicture
          pane={pane}
          {...{ model, practice }}
          about={said.spine}
          howToRead={said.spineKey(model.comparator)}
          draw={drawSpineOn}
        />
      </section>
      <section className={styles.part}>
        <h2 className={styles.heading}>{said.funnel}</h2>
        {funnel === undefined ? (
          <p className={styles.key}>{said.noFunnel}</p>
        ) : (
          <FunnelPart key={funnel.column.definition.id} {...{ pane, model, practice, funnels, funnel }} onChoose={setChosen} />
        )}
      </section>
    </>
  );
}

interface FunnelPartProps {
  readonly pane: Pane;
  readonly model: ScorecardModel;
  readonly practice: ScorecardModel["practices"][number]["practice"];
  readonly funnels: readonly Funnel[];
  readonly funnel: Funnel;
  readonly onChoose: (indicator: string) => void;
}

function FunnelPart({ pane, model, practice, funnels, funnel: whole, onChoose }: FunnelPartProps) {
  const styles = useStyles();
  const [funnel] = useState(() => ({ ...whole, points: [...whole.points].sort((a, b) => a.denominator - b.denominator) }));
  const draw = useCallback((paper: Paper) => drawFunnel(funnel, practice.code, paper), [funnel, practice]);
  const { column, points } = funnel;
  return (
    <>
      <Field label={said.funnelOf}>
        <Choose value={column.definition.id} onChange={(_, { value }) => onChoose(value)}>
          {funnels.map(({ column: { definition }, column: each }) => (
            <option key={definition.id} value={definition.id}>
              {shortName(each)}
            </option>
          ))}
        </Choose>
      </Field>
      <p className={styles.key}>{said.funnelKey(model.comparator)}</p>
      <ReadableChart
        label={`${shortName(column)}. ${said.funnel}. ${said.read}`}
        said={points.map((point) =>
          said.funnelSaid(point.practice.name, valueText(column, point.value), point.numerator, point.denominator, point.band),
        )}
        draw={draw}
      />
      <InsertPicture {...{ pane, model, practice, draw }} about={shortName(column)} howToRead={said.funnelKey(model.comparator)} />
    </>
  );
}

interface InsertPictureProps {
  readonly pane: Pane;
  readonly model: ScorecardModel;
  readonly practice: FunnelPartProps["practice"];
  readonly about: string;
  readonly howToRead: string;
  readonly draw: (paper: Paper) => Drawing;
}

function InsertPicture({ pane, model, practice, about, howToRead, draw }: InsertPictureProps) {
  const styles = useStyles();
  const [outcome, setOutcome] = useState("");
  const insert = async () => {
    const title = `${practice.name} (${practice.code})`;
    const sources = model.sources.map(({ name }) => name).join(", ");
    const foot = [
      ...inLines(howToRead),
      ...inLines([model.illustrative ? words.illustrative : sources, said.builtWith].filter(Boolean).join(" · ")),
    ];
    const drawing = draw({ width: PICTURE_WIDTH, palette: printed, active: -1 });
    const picture = await pictureOf(drawing, { title, lead: about, foot, description: `${title}: ${about}. ${howToRead}` });
    setOutcome(await pane.insertPicture(picture));
  };
  return (
    <>
      <Button className={styles.insert} size="small" icon={<ImageRegular />} onClick={() => void insert()}>
        {said.insert}
      </Button>
      <p className={styles.said} role="status">
        {outcome}
      </p>
    </>
  );
}

/** Characters of a foot line that fit the picture. */
const LINE = 96;

/** Text in lines: what stands in a picture does not break by itself. */
function inLines(text: string): readonly string[] {
  return text.split(" ").reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= LINE) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
    return lines;
  }, []);
}
