import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { useState } from "react";
import type { Pane } from "../pane";
import { words } from "../words";

const useStyles = makeStyles({
  ask: { alignSelf: "flex-start" },
  said: {
    margin: 0,
    padding: "8px 12px",
    whiteSpace: "pre-line",
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    ":empty": { display: "none" },
  },
});

/** Where does the number in the selected cell come from? Told here, and on the cell as a note. */
export function WhereFrom({ pane }: { readonly pane: Pane }) {
  const styles = useStyles();
  const [said, setSaid] = useState("");
  return (
    <>
      <Button className={styles.ask} icon={<InfoRegular />} onClick={() => void pane.explainCell().then(setSaid)}>
        {words.whereFrom.ask}
      </Button>
      <p className={styles.said} role="status">
        {said}
      </p>
    </>
  );
}
