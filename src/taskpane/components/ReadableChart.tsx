import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import type { Drawing, Paper } from "../charts/drawing";
import { screenPalette } from "../charts/palette";
import { words } from "../words";

const useStyles = makeStyles({
  frame: { position: "relative" },
  drawn: { pointerEvents: "none", "& svg": { display: "block", maxWidth: "100%" } },
  reader: {
    position: "absolute",
    inset: 0,
    cursor: "crosshair",
    borderRadius: tokens.borderRadiusSmall,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  clickable: { cursor: "pointer" },
  option: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
  read: { margin: "4px 0 0", minHeight: "40px", color: tokens.colorNeutralForeground2 },
});

interface ReadableChartProps {
  /** What the chart is, for those who do not see it. */
  readonly label: string;
  /** What there is to be read, in reading order, each in a sentence. */
  readonly said: readonly string[];
  readonly draw: (paper: Paper) => Drawing;
  /** Called with the place that is pressed, by mouse, Enter or Space. */
  readonly onChoose?: (at: number) => void;
}

/**
 * A chart that can be read by mouse, keyboard and screen reader: it is a list of sentences that looks like a picture. The sentence under the
 * pointer, or reached with the arrow keys, stands below.
 */
export function ReadableChart({ label, said, draw, onChoose }: ReadableChartProps) {
  const styles = useStyles();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useRef<HTMLDivElement>(null);
  const places = useRef<Drawing["places"]>([]);
  const [width, setWidth] = useState(0);
  const [active, setActive] = useState(-1);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    watch.observe(frame.current!);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (width === 0) return;
    const drawing = draw({ width, palette: screenPalette(), active });
    places.current = drawing.places;
    drawn.current?.replaceChildren(drawing.svg);
  }, [draw, width, active]);

  const nearest = ({ currentTarget, clientX, clientY }: PointerEvent): number => {
    const { left, top } = currentTarget.getBoundingClientRect();
    const far = places.current.map(([x, y]) => (x - (clientX - left)) ** 2 + (y - (clientY - top)) ** 2);
    return far.indexOf(Math.min(...far));
  };
  const press = (event: KeyboardEvent) => {
    const last = said.length - 1;
    const next: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(active + 1, last),
      ArrowRight: Math.min(active + 1, last),
      ArrowUp: Math.max(active - 1, 0),
      ArrowLeft: Math.max(active - 1, 0),
      Home: 0,
      End: last,
    };
    const to = next[event.key];
    if (to !== undefined) setActive(to);
    else if ((event.key === "Enter" || event.key === " ") && active >= 0) onChoose?.(active);
    else return;
    event.preventDefault();
  };

  return (
    <div>
      <div ref={frame} className={styles.frame}>
        <div ref={drawn} className={styles.drawn} aria-hidden />
        <div
          className={mergeClasses(styles.reader, onChoose && styles.clickable)}
          role="listbox"
          tabIndex={0}
          aria-label={label}
          {...(active < 0 ? {} : { "aria-activedescendant": `${id}${active}` })}
          onKeyDown={press}
          onFocus={() => setActive((before) => Math.max(before, 0))}
          onPointerMove={(event) => setActive(nearest(event))}
          onClick={() => active >= 0 && onChoose?.(active)}
        >
          {said.map((sentence, i) => (
            <div key={sentence} id={`${id}${i}`} role="option" aria-selected={i === active} className={styles.option}>
              {sentence}
            </div>
          ))}
        </div>
      </div>
      <p className={styles.read}>{said[active] ?? words.charts.read}</p>
    </div>
  );
}
