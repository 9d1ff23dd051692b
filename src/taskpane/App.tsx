import { Button, FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { MathFormulaRegular } from "@fluentui/react-icons/svg/math-formula";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { useEffect, useState, useSyncExternalStore, type ComponentType, type ReactElement } from "react";
import { DropTarget } from "./components/DropTarget";
import type { Pane } from "./pane";
import { About } from "./screens/About";
import { Area } from "./screens/Area";
import { Build } from "./screens/Build";
import { Functions } from "./screens/Functions";
import { Data } from "./screens/Data";
import { Result } from "./screens/Result";
import { Start } from "./screens/Start";
import type { PaneState, Screen } from "./state";
import { darkTheme, lightTheme, onThemeChange, prefersDark } from "./theme";

const screens: Record<Screen, ComponentType<{ readonly pane: Pane; readonly state: PaneState }>> = {
  start: Start,
  data: Data,
  area: Area,
  build: Build,
  result: Result,
  functions: Functions,
  about: About,
};

const useStyles = makeStyles({
  app: { minHeight: "100vh", display: "flex", flexDirection: "column", backgroundColor: tokens.colorNeutralBackground1 },
  nav: { display: "flex", gap: "4px" },
  notice: { margin: "8px 16px 0", color: tokens.colorNeutralForeground2 },
  bar: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    padding: "4px 8px 4px 16px",
    borderTop: "4px solid var(--paneRule)",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

/** The pane: a bar with the way to About, and one screen at a time. */
export function App({ pane }: { readonly pane: Pane }) {
  const styles = useStyles();
  const state = useSyncExternalStore(pane.subscribe, pane.state);
  const dark = useDark();
  const CurrentScreen = screens[state.screen];
  return (
    <FluentProvider theme={dark ? darkTheme : lightTheme}>
      <div className={styles.app}>
        <header className={styles.bar}>
          <span>{stepOf(state.screen)}</span>
          <nav aria-label="Besides" className={styles.nav}>
            <BarButton
              name="Functions"
              icon={<MathFormulaRegular />}
              here={state.screen === "functions"}
              onClick={() => pane.show("functions")}
            />
            <BarButton name="About" icon={<InfoRegular />} here={state.screen === "about"} onClick={() => pane.show("about")} />
          </nav>
        </header>
        {state.notice !== null && (
          <p className={styles.notice} role="status">
            {state.notice}
          </p>
        )}
        <CurrentScreen key={state.screen} pane={pane} state={state} />
        <DropTarget onFiles={(files) => void pane.addFiles(files)} />
      </div>
    </FluentProvider>
  );
}

interface BarButtonProps {
  readonly name: string;
  readonly icon: ReactElement;
  readonly here: boolean;
  readonly onClick: () => void;
}

const BarButton = ({ name, icon, here, onClick }: BarButtonProps) => (
  <Button appearance="transparent" size="small" icon={icon} {...(here ? { "aria-current": "page" as const } : {})} onClick={onClick}>
    {name}
  </Button>
);

const steps: readonly Screen[] = ["data", "area", "build"];
const stepOf = (screen: Screen): string => {
  const step = steps.indexOf(screen);
  return step < 0 ? "GP Practice Scorecard" : `Step ${step + 1} of ${steps.length}`;
};

function useDark(): boolean {
  const [dark, setDark] = useState(prefersDark);
  useEffect(() => onThemeChange(() => setDark(prefersDark())), []);
  return dark;
}
