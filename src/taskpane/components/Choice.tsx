import { makeStyles, tokens } from "@fluentui/react-components";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";

const useStyles = makeStyles({
  choice: {
    display: "grid",
    gridTemplateColumns: "1fr auto",
    alignItems: "center",
    columnGap: "8px",
    width: "100%",
    padding: "14px 12px 14px 16px",
    textAlign: "left",
    font: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeft: "4px solid var(--paneRule)",
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":active": { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  name: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  description: { gridRow: 2, fontSize: tokens.fontSizeBase300, color: tokens.colorNeutralForeground3 },
  arrow: { gridColumn: 2, gridRow: "1 / span 2", fontSize: "20px", color: tokens.colorBrandForeground1 },
});

interface ChoiceProps {
  readonly name: string;
  readonly description: string;
  readonly onChoose: () => void;
}

/** One answer to the question of a screen: a whole card to press. */
export function Choice({ name, description, onChoose }: ChoiceProps) {
  const styles = useStyles();
  return (
    <button type="button" className={styles.choice} onClick={onChoose}>
      <span className={styles.name}>{name}</span>
      <span className={styles.description}>{description}</span>
      <ChevronRightRegular className={styles.arrow} aria-hidden />
    </button>
  );
}
