import { makeStyles, Select, type SelectProps } from "@fluentui/react-components";

const useStyles = makeStyles({
  narrow: { minWidth: 0, maxWidth: "100%", "& select": { width: "100%", minWidth: 0, textOverflow: "ellipsis" } },
});

/** A list to choose one from, never wider than the pane however long its lines are. */
export function Choose(props: SelectProps) {
  const { narrow } = useStyles();
  return <Select {...props} className={narrow} />;
}
