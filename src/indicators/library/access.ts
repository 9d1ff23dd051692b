import type { IndicatorDefinition } from "../definition";

const survey = (id: string, name: string, heading: string): IndicatorDefinition => ({
  id: `gpps_${id}`,
  name: `GP Patient Survey: ${name}`,
  shortName: name.charAt(0).toUpperCase() + name.slice(1),
  heading,
  numerator: "Answers that were good or better, weighted by the publisher",
  denominator: "All answers to the question; the counts are not published, so no interval can be given",
  polarity: "higher",
  kind: "survey",
  measure: "share",
  publication: "GP Patient Survey, NHS England and Ipsos",
});

const all = "All appointments in the month";

const appointments = (id: string, name: string, heading: string): IndicatorDefinition => ({
  id,
  name: `Appointments ${name}`,
  heading,
  numerator: `Appointments ${name}`,
  denominator: all,
  polarity: "neither",
  kind: "activity",
  publication: "Appointments in General Practice, NHS England",
});

/** How patients get help, as the survey and the appointment systems tell it. */
export const accessIndicators: readonly IndicatorDefinition[] = [
  survey("overall_experience", "overall experience good", "Overall\nexperience\ngood"),
  survey("contact_experience", "contacting the practice good", "Contacting\nthe practice\ngood"),
  survey("needs_met", "needs met at the last appointment", "Needs met,\nlast time"),
  {
    ...appointments("appointments", "in the month for each 1,000 patients", "All per\n1,000\npatients"),
    numerator: all,
    denominator: "Registered patients, in thousands",
    measure: "perThousand",
  },
  appointments("appointments_gp", "with a GP", "With a GP"),
  appointments("appointments_face_to_face", "face to face", "Face to\nface"),
  appointments("appointments_same_day", "on the day they were booked", "On the day\nbooked"),
  appointments("appointments_did_not_attend", "that were not attended", "Not\nattended"),
];
