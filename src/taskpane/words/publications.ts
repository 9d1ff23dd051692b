const rawQof =
  "Choose the newest year. Under Resources, download the zip of raw data csv files. It can stay zipped, and holds this and the other QOF files.";

/** What each publication gives a scorecard, and where on its page the file is. */
export const where = {
  "qof-geography": { gives: "which practice belongs to which area", steps: rawQof },
  "qof-prevalence": { gives: "how many patients are on each register", steps: rawQof },
  "qof-achievement": { gives: "how long-term conditions are managed", steps: rawQof },
  "gp-patient-survey": {
    gives: "what patients say about their practice",
    steps: "Choose the newest year, then practice results. Download the weighted practice data as csv.",
  },
  appointments: {
    gives: "appointments, and how they were held",
    steps: "Choose the newest month. Under Resources, download the Practice Level Crosstab. It can stay zipped.",
  },
  "list-size": {
    gives: "list sizes",
    steps: "Choose the newest month. Under Resources, download the totals for all persons: gp-reg-pat-prac-all.csv.",
  },
  "gp-workforce": {
    gives: "full-time-equivalent GPs",
    steps: "Choose the newest month. Under Resources, download the practice level CSV: its name begins GPWPracticeCSV. It can stay zipped.",
  },
  "cqc-locations": {
    gives: "CQC ratings",
    steps: "Scroll to the care directory with ratings, and download the newest file of active locations.",
  },
  fingertips: {
    gives: "deprivation, and how many are expected to have a condition",
    steps:
      "Choose an indicator, such as the deprivation score (IMD) or estimated prevalence. On its Download tab, take the data for GPs as csv.",
  },
};
