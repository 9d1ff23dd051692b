import type { IndicatorDefinition } from "../definition";

const local = (
  id: string,
  name: string,
  heading: string,
  polarity: IndicatorDefinition["polarity"],
  counted: Pick<IndicatorDefinition, "numerator" | "denominator" | "measure">,
): IndicatorDefinition => ({ id, name, heading, polarity, kind: "local", publication: "Typed by the area's officers", ...counted });

const perThousand = (numerator: string) =>
  ({ numerator, denominator: "Registered patients, in thousands", measure: "perThousand" }) as const;

/** What the template *Local data* asks for and nobody publishes by practice. Few referrals can mean few patients or little use: no direction. */
export const localIndicators: readonly IndicatorDefinition[] = [
  local("local_ld_checks", "Learning disability: health check done", "Learning\ndisability\nchecks", "higher", {
    numerator: "Patients with a learning disability who had their health check",
    denominator: "Patients with a learning disability who are due one",
  }),
  local(
    "local_avoidable_ae",
    "Avoidable A&E attendances per 1,000",
    "Avoidable\nA&E per\n1,000",
    "lower",
    perThousand("Attendances that could have been avoided"),
  ),
  local(
    "local_ltc_referrals",
    "Referrals to LTC clinics per 1,000",
    "LTC clinic\nreferrals\nper 1,000",
    "neither",
    perThousand("Referrals to clinics for long-term conditions"),
  ),
];

/** A measure that somebody added to the sheet: what is known of it is its id, made of its heading. */
export const ownLocalIndicator = (id: string, isShare: boolean): IndicatorDefinition => {
  const words = id.replace(/^local_/, "").replaceAll("_", " ");
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  return local(
    id,
    isShare ? name : `${name} per 1,000`,
    isShare ? name : `${name}\nper 1,000`,
    "neither",
    isShare ? { numerator: name, denominator: "As typed beside it" } : perThousand(name),
  );
};
