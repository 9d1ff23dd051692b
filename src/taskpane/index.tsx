import "../commands/commands";
import { createRoot } from "react-dom/client";
import { fetchAhead, pane } from "../addin";
import { keepRibbonInStep } from "../commands/ribbon";
import { App } from "./App";
import { fetchOthers } from "./screens";
import { keptHere } from "./keptHere";

const place = document.getElementById("pane");
if (place !== null) {
  void Office.onReady(({ host }) => {
    pane.tell({ kind: "welcomeClosed", closed: keptHere("welcomed") !== null });
    createRoot(place).render(<App pane={pane} />);
    if (host !== null) void pane.recall().then(() => keepRibbonInStep(pane));
    void pane.findPack();
    requestIdleCallback(() => {
      fetchOthers();
      fetchAhead();
    });
  });
}
