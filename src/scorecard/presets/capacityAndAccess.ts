import { specOf } from "../spec";

/** How easily patients get help, and from whom: survey, appointments and workforce; list sizes and CQC stand on every card. */
export const capacityAndAccess = specOf("capacity-and-access", "Capacity and access", [
  {
    heading: "GP Patient Survey: answered good",
    indicators: ["gpps_overall_experience", "gpps_contact_experience", "gpps_needs_met"],
  },
  {
    heading: "Appointments in the month",
    indicators: ["appointments", "appointments_gp", "appointments_face_to_face", "appointments_same_day", "appointments_did_not_attend"],
  },
]);
