import { prevalence } from "../definition";

/** QOF registers, by group code. The list each is divided by is the one the publication itself gives (PATIENT_LIST_TYPE). */
export const prevalenceIndicators = [
  prevalence("HYP", "Hypertension", "Hyper-\ntension"),
  prevalence("DM", "Diabetes", "Diabetes\n(17+)", "registered patients aged 17 and over"),
  prevalence("NDH", "Non-diabetic hyperglycaemia", "Pre-\ndiabetes\n(18+)", "registered patients aged 18 and over"),
  prevalence("CHD", "Coronary heart disease", "Coronary\nheart\ndisease"),
  prevalence("STIA", "Stroke and transient ischaemic attack", "Stroke\nand TIA"),
  prevalence("AF", "Atrial fibrillation", "Atrial\nfibrillation"),
  prevalence("HF", "Heart failure", "Heart\nfailure"),
  prevalence("PAD", "Peripheral arterial disease", "Peripheral\narterial\ndisease"),
  prevalence("CKD", "Chronic kidney disease", "Kidney\ndisease\n(18+)", "registered patients aged 18 and over"),
  prevalence("COPD", "Chronic obstructive pulmonary disease", "COPD"),
  prevalence("AST", "Asthma", "Asthma\n(6+)", "registered patients aged 6 and over (all ages before 2020-21)"),
  prevalence("DEP", "Depression", "Depres-\nsion (18+)", "registered patients aged 18 and over"),
  prevalence("MH", "Severe mental illness", "Severe\nmental\nillness"),
  prevalence("DEM", "Dementia", "Dementia"),
  prevalence("LD", "Learning disability", "Learning\ndisability"),
  prevalence("EP", "Epilepsy", "Epilepsy\n(18+)", "registered patients aged 18 and over"),
  prevalence("OB", "Obesity", "Obesity\n(18+)", "registered patients aged 18 and over"),
  prevalence("OST", "Osteoporosis", "Osteo-\nporosis\n(50+)", "registered patients aged 50 and over"),
  prevalence("RA", "Rheumatoid arthritis", "Rheumatoid\narthritis\n(16+)", "registered patients aged 16 and over"),
  prevalence("CAN", "Cancer", "Cancer"),
  prevalence("PC", "Palliative care", "Palliative\ncare"),
];
