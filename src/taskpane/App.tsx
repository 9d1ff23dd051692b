import { Button, FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { Suspense, useEffect, useState, useSyncExternalStore } from "react";
import { Boundary } from "./components/Boundary";
import { DropTarget } from "./components/DropTarget";
import { TabKey } from "./components/TabKey";
import { TroubleCard } from "./components/TroubleCard";
import { Working } from "./components/Working";
import type { Pane } from "./pane";
import { screens } from "./screens";
import type { Screen } from "./state";
import { darkTheme, lightTheme, onThemeChange, prefersDark } from "./theme";
import { words } from "./words";

const useStyles = makeStyles({
  app: { minHeight: "100vh", display: "flex", flexDirection: "column", backgroundColor: tokens.colorNeutralBackground1 },
  nav: { display: "flex", marginLeft: "auto" },
  besides: {
    minWidth: "auto",
    padding: "4px 7px",
    fontWeight: tokens.fontWeightRegular,
    '&[aria-current="page"]': { fontWeight: tokens.fontWeightSemibold },
  },
  help: { minWidth: "28px", padding: "4px" },
  aside: { padding: "8px 16px 0" },
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

/** The pane: a bar with the ways aside, and one screen at a time. */
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
          <nav aria-label={words.besides.label} className={styles.nav}>
            {besides.map((screen) => (
              <Button
                key={screen}
                className={styles.besides}
                appearance="transparent"
                size="small"
                {...(state.screen === screen ? { "aria-current": "page" as const } : {})}
                onClick={() => pane.show(screen)}
              >
                {words.besides[screen]}
              </Button>
            ))}
            <Button
              as="a"
              className={styles.help}
              appearance="transparent"
              size="small"
              href={`help.html#screen-${state.screen}`}
              target="_blank"
              aria-label={words.besides.help}
            >
              ?
            </Button>
          </nav>
        </header>
        {state.notice !== null && (
          <p className={styles.notice} role="status">
            {state.notice}
          </p>
        )}
        {!showsWork.includes(state.screen) && (state.work !== null || state.trouble !== null) && (
          <div className={styles.aside}>
            {state.work !== null && <Working work={state.work} onCancel={pane.cancel} />}
            {state.trouble !== null && <TroubleCard trouble={state.trouble} onTryAgain={() => void pane.tryAgain()} />}
          </div>
        )}
        <Boundary key={state.screen}>
          <Suspense>
            <CurrentScreen pane={pane} state={state} />
          </Suspense>
        </Boundary>
        <TabKey />
        <DropTarget onFiles={(files) => void pane.addFiles(files)} />
      </div>
    </FluentProvider>
  );
}

/** What can be reached from every screen. */
const besides = ["practice", "functions", "share", "about"] as const satisfies readonly Screen[];

/** Screens that show what is being done, and what went wrong, in a place of their own. */
const showsWork: readonly Screen[] = ["data", "build", "result", "practice", "share"];

const steps: readonly Screen[] = ["data", "area", "build"];
const stepOf = (screen: Screen): string => {
  const step = steps.indexOf(screen);
  return step < 0 ? "" : words.steps(step + 1, steps.length);
};

function useDark(): boolean {
  const [dark, setDark] = useState(prefersDark);
  useEffect(() => onThemeChange(() => setDark(prefersDark())), []);
  return dark;
}
