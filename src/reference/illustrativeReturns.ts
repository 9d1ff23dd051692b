import { shifted } from "./illustrativeYears";
import type { Comparator, Observation } from "./model";
import { randomNumbers } from "./randomNumbers";

// What else is known of the made-up practices: staff by other definitions, survey, appointments, local returns, and how many patients would be expected.

interface Made {
  readonly code: string;
  readonly listSize: number;
  readonly fteGp: number;
  readonly deprivation: number;
}
type Add = (practiceCode: string, indicator: string, period: string, figures: Partial<Observation>) => void;

const periods = { staff: "2025-09-30", survey: "2025", month: "2025-09", year: "2024-25", model: "2017" } as const;

/** Survey question and the share of England's patients who answered well. */
const survey = [
  ["gpps_overall_experience", 0.75],
  ["gpps_contact_experience", 0.7],
  ["gpps_needs_met", 0.9],
] as const;

/** Kind of appointment and its share of all. */
const kinds = [
  ["appointments_gp", 0.45],
  ["appointments_face_to_face", 0.64],
  ["appointments_same_day", 0.44],
  ["appointments_did_not_attend", 0.045],
] as const;
const appointmentsPerPatient = 0.48;

/** Register, the local estimate's name, and the share of those expected who are found in England. */
const estimates = [
  ["DM", "local_expected_diabetes", 0.84],
  ["AF", "local_expected_atrial_fibrillation", 0.79],
  ["COPD", "local_expected_copd", 0.66],
] as const;
const hypertensionFound = 0.69;
/** Of those aged 16 and over in England, per cent. */
const hypertensionExpected = 27.15;

const localPerThousand = { local_avoidable_ae: 41, local_ltc_referrals: 12.5 } as const;

/** Drawn from a seed of their own, so that all other figures of the area stay what they were. */
export function addReturns(
  practices: readonly Made[],
  registers: (code: string, id: string) => { numerator: number; denominator: number },
  add: Add,
): void {
  const random = randomNumbers(20250930);
  practices.forEach(({ code, listSize, fteGp, deprivation }, i) => {
    const strain = Math.min(1.5, listSize / fteGp / 2_072 - 1);
    const trainees = random.uniform() < 0.3 ? 1 : 0;
    const locums = Math.round(fteGp * (random.uniform() < 0.35 ? 0.3 * random.uniform() : 0) * 100) / 100;
    add(code, "gp_fte_all", periods.staff, { value: Math.round((fteGp + trainees) * 100) / 100 });
    add(code, "gp_fte_excl_locums", periods.staff, { value: Math.round((fteGp - locums) * 100) / 100 });
    add(code, "gp_headcount", periods.staff, { value: fteGp < 1.1 ? 1 : Math.ceil(fteGp * 1.35) });

    for (const [id, share] of survey)
      add(
        code,
        id,
        periods.survey,
        i === 12 ? { missing: "suppressed" } : { value: Math.round(1000 * shifted(share, -0.3 * strain + 0.3 * random.normal())) / 1000 },
      );

    const all = Math.round(listSize * appointmentsPerPatient * Math.exp(0.16 * random.normal() - 0.12 * strain));
    add(code, "appointments", periods.month, { value: all });
    for (const [id, share] of kinds) add(code, id, periods.month, { value: Math.round(all * shifted(share, 0.22 * random.normal())) });

    const due = Math.round(listSize * 0.0055 * Math.exp(0.35 * random.normal()));
    if (i !== 4)
      add(code, "local_ld_checks", periods.year, { numerator: Math.round(due * shifted(0.77, 0.5 * random.normal())), denominator: due });
    const perThousand = {
      local_avoidable_ae: (deprivation - 30) / 90 + 0.22 * random.normal(),
      local_ltc_referrals: 0.4 * random.normal(),
    };
    for (const [id, usual] of Object.entries(localPerThousand))
      if (!(i === 18 && id === "local_avoidable_ae"))
        add(code, id, periods.year, {
          value: Math.round((listSize / 1000) * usual * Math.exp(perThousand[id as keyof typeof perThousand])),
        });
    add(code, "local_ppg", periods.year, { value: random.uniform() < 0.7 ? "Yes" : "No" });

    const found = (share: number) => shifted(share, 0.28 * random.normal() - 0.2 * strain);
    const adults = registers(code, "DM").denominator;
    const hypertension = registers(code, "HYP").numerator / found(hypertensionFound);
    add(code, "fingertips_92659", periods.model, { value: Math.round((hypertension / adults) * 1000) / 10 });
    for (const [id, estimate, share] of estimates)
      add(code, estimate, periods.year, { value: Math.round(registers(code, id).numerator / found(share)) });
  });
}

/** England's figures for them; of local returns there are none. */
export function englandsReturns(
  listSize: number,
  patientsPerGp: number,
  registers: ReadonlyMap<string, { readonly numerator: number }>,
): Comparator[] {
  const practices = 6_188;
  const gps = listSize / patientsPerGp;
  const sum = (indicator: string, period: string, numerator: number, denominator = practices): Comparator => ({
    indicator,
    period,
    numerator: Math.round(numerator * 100) / 100,
    denominator,
    practices,
    isEngland: true,
  });
  const all = listSize * appointmentsPerPatient;
  return [
    sum("list_size", "2025-10-01", listSize),
    sum("gp_fte_all", periods.staff, gps * 1.22),
    sum("gp_fte_excl_locums", periods.staff, gps * 0.965),
    sum("appointments", periods.month, all),
    ...kinds.map(([id, share]) => sum(id, periods.month, all * share)),
    sum("fingertips_92659", periods.model, hypertensionExpected, 1),
    ...estimates.map(([id, estimate, share]) => sum(estimate, periods.year, registers.get(id)!.numerator / share)),
  ];
}
