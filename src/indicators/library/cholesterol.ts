import { care, inYears } from "./care";

/** Lipids of those with cardiovascular disease, since 2023-24; diabetes has indicators of its own. */
export const cholesterolCare = [
  care({
    id: "CHOL001",
    name: "Cardiovascular or kidney disease: lipid-lowering treatment (2023-24)",
    shortName: "Lipids: treated (2023-24)",
    heading: "Lipids:\ntreated,\n2023-24",
    numerator: "A statin, or another lipid-lowering treatment where a statin is declined or unsuitable",
    denominator: "Patients with coronary heart disease, peripheral arterial disease, stroke, TIA or chronic kidney disease",
    terms: [inYears("2023-24", "2023-24", 14)],
  }),
  care({
    id: "CHOL002",
    name: "Cardiovascular disease: non-HDL cholesterol at target (2023-24)",
    shortName: "Lipids: at target (2023-24)",
    heading: "Lipids at\ntarget,\n2023-24",
    numerator: "Non-HDL cholesterol below 2.5 mmol/l in the year, or LDL below 1.8 where that is not recorded",
    denominator: "Patients with coronary heart disease, peripheral arterial disease, stroke or TIA",
    terms: [inYears("2023-24", "2023-24", 16)],
  }),
  care({
    id: "CHOL003",
    name: "Cardiovascular or kidney disease: lipid-lowering treatment",
    shortName: "Lipids: treated",
    heading: "Lipids:\ntreated",
    numerator: "A statin, or another lipid-lowering treatment where a statin is declined or unsuitable",
    denominator:
      "Patients with coronary heart disease, peripheral arterial disease, non-haemorrhagic stroke, TIA or chronic kidney disease",
    terms: [inYears("2024-25", "2024-25", 14), inYears("2025-26", "2025-26", 38, 70, 95), inYears("2026-27", "2026-27", 20, 70, 95)],
    succeeds: { ids: ["CHOL001"], change: "Haemorrhagic strokes no longer count." },
  }),
  care({
    id: "CHOL004",
    name: "Cardiovascular disease: cholesterol at target",
    shortName: "Lipids: at target",
    heading: "Lipids at\ntarget",
    numerator: "LDL cholesterol 2.0 mmol/l or less in the year, or non-HDL 2.6 or less where LDL is not recorded",
    denominator: "Patients with coronary heart disease, peripheral arterial disease, non-haemorrhagic stroke or TIA",
    terms: [inYears("2024-25", "2024-25", 16), inYears("2025-26", "2026-27", 44, 20, 50)],
    succeeds: { ids: ["CHOL002"], change: "The target was eased from 1.8 to 2.0 mmol/l LDL, and haemorrhagic strokes no longer count." },
  }),
];
