import { care, inYears } from "./care";

/** Smoking, and other conditions with few indicators: cancer, osteoporosis and rheumatoid arthritis. */
export const lifestyleCare = [
  care({
    id: "SMOK002",
    name: "Long-term conditions: smoking status recorded",
    heading: "LTCs:\nsmoking\nrecorded",
    numerator: "Smoking status recorded in the year",
    denominator:
      "Patients with a long-term condition (CHD, PAD, stroke, hypertension, diabetes, COPD, CKD, asthma or severe mental illness)",
    terms: [inYears("2016-17", "2024-25", 25), inYears("2025-26", "2025-26", 25, 50, 90)],
  }),
  care({
    id: "SMOK004",
    name: "Smokers: offered help to stop",
    heading: "Smokers:\nhelp\noffered",
    numerator: "Support and treatment offered in the preceding two years",
    denominator: "Patients aged 15 and over who smoke",
    terms: [inYears("2016-17", "2024-25", 12), inYears("2025-26", "2025-26", 12, 40, 90)],
  }),
  care({
    id: "SMOK005",
    name: "Long-term conditions: smokers offered help to stop",
    heading: "LTCs:\nsmokers,\nhelp",
    numerator: "Support and treatment offered in the year",
    denominator: "Smokers with a long-term condition",
    terms: [inYears("2016-17", "2024-25", 25)],
  }),
  care({
    id: "CAN003",
    name: "New cancer: reviewed within six months (to 2020-21)",
    heading: "New cancer:\nreviewed,\nto 2020-21",
    numerator: "Reviewed within six months of the diagnosis",
    denominator: "Patients diagnosed with cancer in the preceding 15 months",
    terms: [inYears("2016-17", "2020-21", 6)],
  }),
  care({
    id: "CAN004",
    name: "New cancer: care reviewed within a year",
    heading: "New cancer:\nreviewed",
    numerator: "A cancer care review within 12 months of the diagnosis",
    denominator: "Patients diagnosed with cancer in the preceding 24 months",
    terms: [inYears("2021-22", "2021-22", 0), inYears("2022-23", "2024-25", 6)],
    succeeds: { ids: ["CAN003"], change: "Within 12 months in place of six." },
  }),
  care({
    id: "CAN005",
    name: "New cancer: told of support within three months",
    heading: "New cancer:\nsupport",
    numerator: "The opportunity for a discussion and told of the support at hand within three months",
    denominator: "Patients diagnosed with cancer in the preceding 12 months",
    terms: [inYears("2021-22", "2021-22", 0), inYears("2022-23", "2024-25", 2)],
  }),
  care({
    id: "OST002",
    name: "Osteoporosis: treated, 50 to 74",
    heading: "Osteopor.:\ntreated,\n50 to 74",
    numerator: "Treated with a bone-sparing medicine",
    denominator: "Patients aged 50 to 74 with a fragility fracture and osteoporosis confirmed on a scan",
    terms: [inYears("2016-17", "2018-19", 3)],
  }),
  care({
    id: "OST005",
    name: "Osteoporosis: treated, 75 and over",
    heading: "Osteopor.:\ntreated,\n75 plus",
    numerator: "Treated with a bone-sparing medicine",
    denominator: "Patients aged 75 and over with a fragility fracture and osteoporosis",
    terms: [inYears("2016-17", "2018-19", 3)],
  }),
  care({
    id: "RA002",
    name: "Rheumatoid arthritis: reviewed in the year",
    heading: "Rheumatoid\narthritis:\nreviewed",
    numerator: "Reviewed face to face in the year",
    denominator: "Patients aged 16 and over on the register for rheumatoid arthritis",
    terms: [inYears("2016-17", "2022-23", 5)],
  }),
];
