import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Pane } from "../pane";
import { keepHere } from "../keptHere";
import { words } from "../words";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, color: "var(--paneTitle)" },
  text: { margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** A few words for somebody who sees this for the first time, and the made-up area one click away. */
export function Welcome({ pane }: { readonly pane: Pane }) {
  const styles = useStyles();
  const close = () => {
    keepHere("welcomed", "yes");
    pane.tell({ kind: "welcomeClosed", closed: true });
  };
  return (
    <section className={styles.box} aria-labelledby="welcome">
      <h2 id="welcome" className={styles.title}>
        {words.welcome.title}
      </h2>
      <p className={styles.text}>{words.welcome.text}</p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => (close(), void pane.useIllustrativeArea())}>
          {words.welcome.show}
        </Button>
        <Button onClick={close}>{words.welcome.skip}</Button>
      </div>
    </section>
  );
}
