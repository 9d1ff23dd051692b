import "../commands/commands";
import { createRoot } from "react-dom/client";
import { fetchAhead, pane } from "../addin";
import { App } from "./App";
import { fetchOthers } from "./screens";

const place = document.getElementById("pane");
if (place !== null) {
  void Office.onReady(({ host }) => {
    createRoot(place).render(<App pane={pane} />);
    if (host !== null) void pane.recall();
    void pane.findPack();
    requestIdleCallback(() => {
      fetchOthers();
      fetchAhead();
    });
  });
}
