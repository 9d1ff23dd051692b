import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { PickedFile } from "../state";
import { words } from "../words";

const useStyles = makeStyles({
  over: {
    position: "fixed",
    inset: "8px",
    zIndex: 10,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    color: "var(--paneTitle)",
    backgroundColor: tokens.colorNeutralBackground1,
    border: "3px dashed var(--paneRule)",
    borderRadius: tokens.borderRadiusLarge,
    opacity: 0.96,
    pointerEvents: "none",
  },
});

/** Takes files dropped anywhere on the pane, and shows so while they hover. */
export function DropTarget({ onFiles }: { readonly onFiles: (files: PickedFile[]) => void }) {
  const styles = useStyles();
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setHovering(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setHovering(false);
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setHovering(false);
      onFiles(picked(event.dataTransfer?.files));
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [onFiles]);
  return hovering ? <div className={styles.over}>{words.drop}</div> : null;
}

/** A browser's list of files as the pane keeps them. */
export const picked = (files: FileList | null | undefined): PickedFile[] =>
  [...(files ?? [])].map((file) => ({ name: file.name, blob: file }));
