import { createRoot } from "react-dom/client";

createRoot(document.getElementById("pane")!).render(<h1>GP Practice Scorecard</h1>);
