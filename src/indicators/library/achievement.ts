import { achievement } from "../definition";

/**
 * QOF management indicators of the main long-term conditions, by code. A code is a definition: when the wording changed,
 * NHS England gave a new code, so the codes of several years stand side by side and none is drawn on from another.
 */
export const achievementIndicators = [
  achievement(
    "HYP008",
    "Hypertension: blood pressure 140/90 or less, under 80",
    "Blood\npressure,\nunder 80",
    "Last blood pressure 140/90 mmHg or less (or home equivalent) in the year",
    "Patients aged 79 or under on the hypertension register",
    "Hypertension: BP 140/90 or less, under 80",
  ),
  achievement(
    "HYP009",
    "Hypertension: blood pressure 150/90 or less, 80 and over",
    "Blood\npressure,\n80 plus",
    "Last blood pressure 150/90 mmHg or less (or home equivalent) in the year",
    "Patients aged 80 and over on the hypertension register",
    "Hypertension: BP 150/90 or less, 80 and over",
  ),
  achievement(
    "CHD015",
    "Coronary heart disease: blood pressure 140/90 or less, under 80",
    "CHD: blood\npressure,\nunder 80",
    "Last blood pressure 140/90 mmHg or less in the year",
    "Patients aged 79 or under on the coronary heart disease register",
    "CHD: BP 140/90 or less, under 80",
  ),
  achievement(
    "STIA007",
    "Stroke and TIA: antiplatelet or anticoagulant",
    "Stroke:\nanti-\nplatelet",
    "An antiplatelet or anticoagulant taken",
    "Patients with a non-haemorrhagic stroke or a TIA",
    "Stroke and TIA: antiplatelet or anticoagulant",
  ),
  achievement(
    "STIA014",
    "Stroke and TIA: blood pressure 140/90 or less, under 80",
    "Stroke:\nblood p.,\nunder 80",
    "Last blood pressure 140/90 mmHg or less in the year",
    "Patients aged 79 or under on the stroke and TIA register",
    "Stroke and TIA: BP 140/90 or less, under 80",
  ),
  achievement(
    "STIA015",
    "Stroke and TIA: blood pressure 150/90 or less, 80 and over",
    "Stroke:\nblood p.,\n80 plus",
    "Last blood pressure 150/90 mmHg or less in the year",
    "Patients aged 80 and over on the stroke and TIA register",
    "Stroke and TIA: BP 150/90 or less, 80 and over",
  ),
  achievement(
    "DM020",
    "Diabetes: HbA1c 58 mmol/mol or less, without frailty",
    "Diabetes:\nHbA1c",
    "Last HbA1c 58 mmol/mol or less in the year",
    "Patients on the diabetes register without moderate or severe frailty",
    "Diabetes: HbA1c 58 mmol/mol or less",
  ),
  achievement(
    "DM036",
    "Diabetes: blood pressure 140/90 or less, without frailty",
    "Diabetes:\nblood\npressure",
    "Last blood pressure 140/90 mmHg or less in the year",
    "Patients aged 79 or under on the diabetes register without moderate or severe frailty",
    "Diabetes: BP 140/90 or less",
  ),
  achievement(
    "AF008",
    "Atrial fibrillation: anticoagulant",
    "AF: anti-\ncoagulant",
    "A direct-acting oral anticoagulant, or a vitamin K antagonist where that is not suitable",
    "Patients with atrial fibrillation and a CHA2DS2-VASc score of 2 or more",
  ),
  achievement(
    "COPD010",
    "COPD: reviewed in the year",
    "COPD:\nreviewed",
    "A review with exacerbations and breathlessness recorded in the year",
    "Patients on the COPD register",
  ),
  achievement(
    "AST007",
    "Asthma: reviewed in the year",
    "Asthma:\nreviewed",
    "A review with control, exacerbations, inhaler technique and a written plan in the year",
    "Patients on the asthma register",
  ),
];
