import { tidyHeading } from "./headings";

/** Headings that only a table with one row per patient has. */
const PATIENT_HEADINGS = new Set(
  [
    "NHS number,NHS no,NHSNo,NHSNumber,Patient NHS number,NHS_NUM,Pseudo NHS number,Pseudonymised NHS number",
    "Date of birth,DOB,D.O.B.,Birth date,DateOfBirth,Patient date of birth,Date_Birth,Patient DOB",
    "Patient name,Patient surname,Patient forename,Patient ID,Patient identifier,EMIS number",
  ]
    .join()
    .split(",")
    .map(tidyHeading),
);

/** Columns in which ten digits are something else: a telephone number, a property reference. */
const OTHER_NUMBERS = /PHONE|FAX|UPRN|PAF|TELEPHONE|PROVIDER|LOCATION_ID|URL|EASTING|NORTHING|CHARITY|COMPAN/;

/** The heading that gives a patient-level file away, if there is one. */
export const patientHeading = (cells: readonly string[]): string | undefined =>
  cells.find((cell) => PATIENT_HEADINGS.has(tidyHeading(cell)))?.trim();

/** For each column whether its cells are looked at for NHS numbers. */
export const mayHoldNhsNumbers = (headings: readonly string[]): readonly boolean[] =>
  headings.map((heading) => !OTHER_NUMBERS.test(tidyHeading(heading)));

/**
 * Whether a cell looks like an NHS number: ten digits, in one piece or as 3-3-4, whose last is the check digit
 * (weights 10 to 2, 11 less the remainder by 11; NHS Data Dictionary). One in eleven other ten-digit numbers passes too.
 *
 * @example looksLikeNhsNumber("943 476 5919") // true
 */
export function looksLikeNhsNumber(text: string): boolean {
  if (text.length !== 10 && text.length !== 12) return false;
  const digits = /^(\d{3})[ -]?(\d{3})[ -]?(\d{4})$/.exec(text)?.slice(1).join("");
  if (digits === undefined || /^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += (digits.charCodeAt(i) - 48) * (10 - i);
  const check = (11 - (sum % 11)) % 11;
  return check === digits.charCodeAt(9) - 48;
}
