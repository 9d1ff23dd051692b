import type { IndicatorDefinition } from "../definition";

const survey = (id: string, name: string, heading: string): IndicatorDefinition => ({
  id: `gpps_${id}`,
  name,
  heading,
  numerator: "Answers that were good or better, weighted",
  denominator: "All answers to the question, weighted",
  polarity: "higher",
  kind: "survey",
  publication: "GP Patient Survey, NHS England and Ipsos",
});

const appointments = (id: string, name: string, heading: string, numerator: string, denominator: string): IndicatorDefinition => ({
  id,
  name,
  heading,
  numerator,
  denominator,
  polarity: "neither",
  kind: "activity",
  publication: "Appointments in General Practice, NHS England",
});

const all = "All appointments in the month";

/** How patients get help, as the survey, the appointment systems and the workforce files tell it. */
export const accessIndicators = [
  survey("overall_experience", "GP Patient Survey: overall experience good", "Overall\nexperience\ngood"),
  survey("contact_experience", "GP Patient Survey: contacting the practice good", "Contacting\nthe practice\ngood"),
  survey("needs_met", "GP Patient Survey: needs met at the last appointment", "Needs met,\nlast time"),
  appointments("appointments", "Appointments for each 1,000 patients", "Appoint-\nments per\n1,000", all, "Registered patients"),
  appointments("appointments_gp", "Appointments with a GP", "With a GP", "Appointments with a GP", all),
  appointments("appointments_face_to_face", "Appointments face to face", "Face to\nface", "Appointments face to face", all),
  appointments(
    "appointments_same_day",
    "Appointments on the day they were booked",
    "Same day",
    "Appointments on the day they were booked",
    all,
  ),
  appointments(
    "appointments_did_not_attend",
    "Appointments that were not attended",
    "Not\nattended",
    "Appointments whose patient did not attend",
    all,
  ),
];
