import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { useLayoutEffect, useRef, type ReactNode } from "react";
import { words } from "../words";

const useStyles = makeStyles({
  page: { flexGrow: 1, display: "flex", flexDirection: "column" },
  body: { flexGrow: 1, padding: "16px", display: "flex", flexDirection: "column", gap: "16px" },
  back: { alignSelf: "flex-start", marginLeft: "-8px", marginBottom: "-12px", minWidth: "auto" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    color: "var(--paneTitle)",
    textWrap: "balance",
    ":focus": { outline: "none" },
  },
  lead: { margin: "-8px 0 0", color: tokens.colorNeutralForeground2 },
  actions: {
    position: "sticky",
    bottom: 0,
    padding: "12px 16px",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface PageProps {
  /** The one question, or what there is to know. */
  readonly title: string;
  readonly lead?: ReactNode;
  readonly onBack?: () => void;
  readonly children?: ReactNode;
  /** Buttons kept in sight at the bottom, the main one first. */
  readonly actions?: ReactNode;
}

/**
 * A screen of the pane: its heading takes the focus when it appears, so that a screen reader starts there. Whoever is typing in a cell meanwhile
 * keeps the keyboard.
 */
export function Page({ title, lead, onBack, children, actions }: PageProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
    if (document.hasFocus()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={styles.page}>
      <main className={styles.body}>
        {onBack && (
          <Button className={styles.back} appearance="transparent" size="small" icon={<ArrowLeftRegular />} onClick={onBack}>
            {words.back}
          </Button>
        )}
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
