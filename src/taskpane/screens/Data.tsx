import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DocumentAddRegular } from "@fluentui/react-icons/svg/document-add";
import { useRef } from "react";
import type { FileReport } from "../../reference/model";
import { picked } from "../components/DropTarget";
import { FileCard } from "../components/FileCard";
import { Checklist } from "../components/Checklist";
import { Page } from "../components/Page";
import { TroubleCard } from "../components/TroubleCard";
import { Working } from "../components/Working";
import type { Pane } from "../pane";
import type { PaneState } from "../state";
import { PresetSelect } from "../components/PresetSelect";
import { specFor } from "../specOf";
import { words } from "../words";

const useStyles = makeStyles({
  drop: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: "8px",
    padding: "20px 12px",
    textAlign: "center",
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground3,
  },
  list: { margin: 0, padding: 0 },
  status: { margin: 0, color: tokens.colorNeutralForeground3 },
});

const said = words.checklist;

/** Which files should be read? */
export function Data({ pane, state }: { readonly pane: Pane; readonly state: PaneState }) {
  const styles = useStyles();
  const chooser = useRef<HTMLInputElement>(null);
  const { files, inspection, work, trouble } = state;
  const reports = inspection?.files ?? [];
  const needed = new Set(inspection?.periodsNeeded.map(({ file }) => file));
  const ready = inspection !== null && inspection.areas.length > 0 && needed.size === 0;
  const stopped = files.length > 0 && inspection === null && work === null && trouble === null;
  return (
    <Page
      title={words.data.title}
      lead={words.data.lead}
      onBack={() => pane.show("start")}
      actions={
        <Button appearance="primary" size="large" disabledFocusable={!ready} onClick={() => pane.show("area")}>
          {words.data.next}
        </Button>
      }
    >
      <div className={styles.drop}>
        <Button icon={<DocumentAddRegular />} onClick={() => chooser.current?.click()}>
          {words.data.choose}
        </Button>
        <span>{words.data.orDrop}</span>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label={words.data.input}
          onChange={({ target }) => {
            void pane.addFiles(picked(target.files));
            target.value = "";
          }}
        />
      </div>
      {work?.task === "inspect" && <Working work={work} onCancel={pane.cancel} />}
      {stopped && <Button onClick={() => void pane.inspect()}>{words.data.look}</Button>}
      {trouble !== null && <TroubleCard trouble={trouble} onTryAgain={() => void pane.tryAgain()} />}
      <p className={styles.status} role="status">
        {status(files.length, reports)}
      </p>
      {files.length > 0 && (
        <ul className={styles.list} aria-label={words.data.list}>
          {files.map(({ name }) => (
            <FileCard
              key={name}
              name={name}
              reports={reports.filter(({ file }) => file === name || file.startsWith(`${name}/`))}
              periodsNeeded={needed}
              onRemove={() => void pane.removeFile(name)}
              onPeriod={(file, period) => void pane.tellPeriod(file, period)}
            />
          ))}
        </ul>
      )}
      <PresetSelect pane={pane} state={state} label={said.scorecard} />
      <Checklist spec={specFor(state.spec, state.data)} reports={reports} />
    </Page>
  );
}

function status(files: number, reports: readonly FileReport[]): string {
  if (files === 0 || reports.length === 0) return "";
  const recognised = reports.filter(({ publication }) => publication !== null).length;
  return words.data.recognised(recognised, reports.length);
}
