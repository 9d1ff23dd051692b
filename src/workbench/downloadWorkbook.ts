/** Taking the workbook along as an .xlsx file. */
import type { Model } from "@odoo/o-spreadsheet";
import { readPlan } from "./readPlan";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Writes the open workbook to a file and hands it to the browser's own download. */
export async function downloadWorkbook(excel: typeof Excel, model: Model): Promise<void> {
  const plan = await readPlan(excel, model);
  const { writeWorkbook } = await import("../xlsx/writeWorkbook");
  const bytes = await writeWorkbook(plan);
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${plan.active}.xlsx`;
  link.click();
  // The browser has taken the bytes by the next turn, and until then the address must hold.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
