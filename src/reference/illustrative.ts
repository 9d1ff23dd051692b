import { addReturns, englandsReturns } from "./illustrativeReturns";
import { earlierYears, inAnEarlierYear, keyQuestionRatings, shifted } from "./illustrativeYears";
import type { Comparator, Observation, Practice, ReferenceData } from "./model";
import { randomNumbers } from "./randomNumbers";

/**
 * A made-up area of 33 practices, so that everything works at first start. Codes begin with X0, which the Organisation Data Service
 * gives to no practice, and the names are invented.
 *
 * What is not invented is how the area as a whole looks: Thurrock's Health and Wellbeing Board was told in 2016 of 33 practices with
 * 2,072 patients to each full-time-equivalent GP where England had 1,321; all but four above England and the highest over five times;
 * 20 practices inspected, of which 10 good, 5 requiring improvement and 5 inadequate; and fewer GPs where deprivation was greater.
 *
 * Four earlier years, CQC's key questions and what `illustrativeReturns.ts` adds are drawn after everything else, so that the figures of the latest
 * year stay what they were.
 */
export function illustrativeArea(): ReferenceData {
  const random = randomNumbers(20161012);
  const practices = names.map(([name, pcn], i): Practice => ({
    code: `X${String(i + 1).padStart(5, "0")}`,
    name,
    pcnCode: `XU${String(pcns.indexOf(pcn) + 1).padStart(4, "0")}`,
    pcnName: `${pcn} PCN`,
    subIcbCode: "X0A",
    subIcbName: "Wexmarsh",
  }));
  const surgeries = capacity(practices, random);

  const observations: Observation[] = [];
  const add = (practiceCode: string, indicator: string, period: string, figures: Partial<Observation>) =>
    observations.push({
      practiceCode,
      indicator,
      period,
      ...figures,
      source: { publication: "illustrative", file: fileName, line: observations.length + 2 },
    });

  surgeries.forEach(({ code, listSize, fteGp, deprivation }, i) => {
    add(code, "list_size", "2025-10-01", { value: listSize });
    add(code, "gp_fte", "2025-09-30", { value: fteGp });
    add(code, "deprivation", "2019", { value: deprivation });
    const rating = ratings[i];
    if (rating)
      add(
        code,
        "cqc_overall",
        `${2022 + Math.floor(random.uniform() * 4)}-${String(1 + Math.floor(random.uniform() * 10)).padStart(2, "0")}-${10 + Math.floor(random.uniform() * 18)}`,
        { value: rating },
      );

    const age = random.normal() * 0.7 - (deprivation - 30) / 60;
    const registers = new Map<string, number>();
    for (const [id, prevalence, share, ageing] of conditions) {
      const denominator = Math.round(listSize * share);
      const register = Math.round(denominator * shifted(prevalence, ageing * age + 0.1 * random.normal()));
      registers.set(id, register);
      add(code, id, year, { numerator: register, denominator });
    }
    const effort = 0.16 * random.normal() - Math.min(0.4, (listSize / fteGp - 1_321) / 9_000);
    const adjusting = shifted(0.05, 0.35 * random.normal());
    for (const [id, register, share, target] of care) {
      const eligible = Math.round((registers.get(register) ?? 0) * share);
      const personalisedCareAdjustments = Math.round(eligible * adjusting);
      const denominator = eligible - personalisedCareAdjustments;
      if (i === 18 && id === "COPD010") add(code, id, year, { missing: "notPublished" });
      else
        add(code, id, year, {
          numerator: Math.round(denominator * shifted(target, effort + 0.18 * random.normal())),
          denominator,
          personalisedCareAdjustments,
        });
    }
  });

  for (const rated of observations.filter((o) => o.indicator === "cqc_overall"))
    for (const [question, rating] of keyQuestionRatings(String(rated.value), random))
      add(rated.practiceCode, question, rated.period, { value: rating });
  const latest = observations.filter((o) => o.period === year && o.numerator !== undefined);
  for (const earlier of earlierYears)
    for (const { practiceCode, indicator, ...now } of latest)
      add(practiceCode, indicator, earlier.year, inAnEarlierYear(earlier, now, random));
  const registers = new Map(
    latest.map((o) => [`${o.practiceCode} ${o.indicator}`, { numerator: o.numerator!, denominator: o.denominator! }]),
  );
  addReturns(surgeries, (code, id) => registers.get(`${code} ${id}`)!, add);

  return {
    area: { code: "X0A", name: "Wexmarsh" },
    illustrative: true,
    practices: new Map(practices.map((practice) => [practice.code, practice])),
    observations,
    comparators: england(),
    files: [
      {
        file: fileName,
        publication: "illustrative",
        period: year,
        rowsRead: observations.length,
        rowsUsed: observations.length,
        rowsOutsideArea: 0,
        rowsRefused: [],
        remarks: ["Made up with a fixed seed: the same figures every time."],
      },
    ],
  };
}

const fileName = "Illustrative area";
const year = "2024-25";
const pcns = ["Fenside", "Harbour", "Old Market", "Uplands"];

const names: readonly (readonly [string, string])[] = (
  [
    [
      "Fenside",
      "Amberline Surgery",
      "Birchwater Practice",
      "Cressing Lode Surgery",
      "Dunnock Road Practice",
      "Eelgate Surgery",
      "Fleetmere Practice",
      "Goldcrest Sluice Surgery",
      "Heronholt Practice",
      "Islebrook Surgery",
    ],
    [
      "Harbour",
      "Anchor Slip Practice",
      "Beaconhythe Surgery",
      "Capstan Row Practice",
      "Driftway Quay Surgery",
      "Estuary Steps Practice",
      "Foghorn Lane Surgery",
      "Gangway House Practice",
      "Hawser Street Surgery",
    ],
    [
      "Old Market",
      "Apothecary Yard Practice",
      "Bellfounder Surgery",
      "Cornmonger Practice",
      "Drovers Arch Surgery",
      "Ellwand Court Practice",
      "Fellmonger Street Surgery",
      "Guildsign Practice",
      "Haberfield Surgery",
    ],
    [
      "Uplands",
      "Ashcombe Rise Practice",
      "Buzzardmoor Surgery",
      "Chalkwether Practice",
      "Downthorpe Surgery",
      "Eyebright Hill Practice",
      "Furzecote Surgery",
      "Gritstone Cross Practice",
      "Hareleap Surgery",
    ],
  ] as const
).flatMap(([pcn, ...some]) => some.map((name) => [name, pcn] as const));

/** 20 inspected; the other 13 carry no rating. Spread over the list by hand. */
const ratings = ".GRIRGR........GRIGGGI.G.GG.R.GII"
  .split("")
  .map((letter) => ({ G: "Good", R: "Requires improvement", I: "Inadequate" })[letter]);

interface Surgery {
  readonly code: string;
  readonly listSize: number;
  readonly fteGp: number;
  readonly deprivation: number;
}

/**
 * Lists, GPs and deprivation. The ratio of patients to GPs rises with deprivation; four practices lie below England's 1,321; one, in a
 * deprived place, is over five times it. The rest is drawn above England and then stretched until the area as a whole has 2,072.
 */
function capacity(practices: readonly Practice[], random: ReturnType<typeof randomNumbers>): Surgery[] {
  const england = 1_321;
  const drawn = practices.map(({ code }) => ({
    code,
    listSize: 1_300 + Math.round(3_200 * Math.exp(0.62 * random.normal())),
    deprivation: Math.round((12 + 38 * random.uniform()) * 10) / 10,
    noise: random.normal(),
  }));
  const byDeprivation = [...drawn].sort((a, b) => a.deprivation - b.deprivation);
  const below = new Set(byDeprivation.slice(1, 5).map((p) => p.code));
  const extreme = byDeprivation.at(-3)!;
  const smallList = 2_940;
  const fixed = (p: (typeof drawn)[number]): number | null =>
    p === extreme ? smallList / 0.42 : below.has(p.code) ? 1_050 + 55 * [...below].indexOf(p.code) : null;
  const listOf = (p: (typeof drawn)[number]) => (p === extreme ? smallList : p.listSize);
  const patients = drawn.reduce((sum, p) => sum + listOf(p), 0);
  const shape = (p: (typeof drawn)[number]) => Math.exp(0.035 * (p.deprivation - 30) + 0.3 * p.noise);
  const fteWith = (stretch: number) =>
    drawn.map((p) => Math.round((listOf(p) / (fixed(p) ?? england + 60 + stretch * shape(p))) * 100) / 100);
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  let [low, high] = [0, 20_000];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (patients / total(fteWith(middle)) < 2_072) low = middle;
    else high = middle;
  }
  const fte = fteWith(high);
  return drawn.map((p, i) => ({ code: p.code, listSize: listOf(p), fteGp: fte[i]!, deprivation: p.deprivation }));
}

/** Condition, share of the list on the register in England, share of the list that counts (by age), how strongly it follows age. */
const conditions: readonly (readonly [string, number, number, number])[] = [
  ["HYP", 0.148, 1, 0.3],
  ["DM", 0.077, 0.79, 0.24],
  ["NDH", 0.084, 0.78, 0.22],
  ["CHD", 0.03, 1, 0.32],
  ["STIA", 0.0187, 1, 0.34],
  ["AF", 0.0219, 1, 0.4],
  ["HF", 0.0107, 1, 0.36],
  ["CKD", 0.0447, 0.78, 0.42],
  ["COPD", 0.0188, 1, 0.26],
  ["AST", 0.0652, 0.93, 0.06],
];

/** Indicator, its register, share of the register it is about, share of those reached in England. */
const care: readonly (readonly [string, string, number, number])[] = [
  ["HYP008", "HYP", 0.77, 0.71],
  ["HYP009", "HYP", 0.21, 0.83],
  ["CHD015", "CHD", 0.66, 0.79],
  ["STIA014", "STIA", 0.55, 0.77],
  ["DM020", "DM", 0.8, 0.61],
  ["AF008", "AF", 0.8, 0.93],
  ["COPD010", "COPD", 0.96, 0.74],
  ["AST007", "AST", 0.95, 0.66],
];

function england(): Comparator[] {
  const list = 63_000_000;
  const registers = new Map(
    conditions.map(([id, prevalence, share]) => [
      id,
      { numerator: Math.round(list * share * prevalence), denominator: Math.round(list * share) },
    ]),
  );
  const comparator = (
    indicator: string,
    counts: { numerator: number; denominator: number; personalisedCareAdjustments?: number },
    period = year,
  ): Comparator => ({
    indicator,
    period,
    ...counts,
    practices: 6_188,
    isEngland: true,
  });
  return [
    ...[...registers].map(([id, counts]) => comparator(id, counts)),
    ...care.map(([id, register, share, target]) => {
      const denominator = Math.round(registers.get(register)!.numerator * share * 0.95);
      return comparator(id, {
        numerator: Math.round(denominator * target),
        denominator,
        personalisedCareAdjustments: Math.round(registers.get(register)!.numerator * share * 0.05),
      });
    }),
    ...englandsReturns(list, 1_321, registers),
    ...earlierYears.flatMap((earlier) => [
      ...conditions.map(([id, prevalence, share]) => {
        const denominator = Math.round(list * share);
        return comparator(id, { numerator: Math.round(denominator * shifted(prevalence, earlier.registers)), denominator }, earlier.year);
      }),
      ...care.map(([id, register, share, target]) => {
        const denominator = Math.round(registers.get(register)!.numerator * share * 0.95);
        return comparator(id, { numerator: Math.round(denominator * shifted(target, earlier.reached)), denominator }, earlier.year);
      }),
    ]),
    comparator("patients_per_gp", { numerator: 1_321 * 43_000, denominator: 43_000 }, "2025-09-30"),
  ];
}
