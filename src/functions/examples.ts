/**
 * One worked example for every function that computes: the list behind the examples sheet, the reference and a test.
 *
 * All figures are invented. In a formula, [name] stands for the range of the input of that name.
 */
export interface WorkedExample {
  /** Id of the function. */
  readonly id: string;
  /** What somebody wants to know. */
  readonly question: string;
  readonly inputs: readonly ExampleInput[];
  readonly formula: string;
  /** What the formula spills, to the digits worth showing. */
  readonly result: readonly (readonly (number | string)[])[];
  /** What the result says, in a sentence. */
  readonly meaning: string;
}

export interface ExampleInput {
  readonly name: string;
  readonly cells: readonly (readonly (number | string)[])[];
}

const down = (name: string, ...values: (number | string)[]): ExampleInput => ({ name, cells: values.map((value) => [value]) });
const across = (name: string, ...values: number[]): ExampleInput => ({ name, cells: [values] });
const table = (name: string, ...cells: number[][]): ExampleInput => ({ name, cells });

const tenObserved = down("observed", 70, 80, 75, 60, 90, 85, 40, 95, 78, 72);
const tenDenominators = down("denominator", ...new Array<number>(10).fill(100));

export const workedExamples: readonly WorkedExample[] = [
  {
    id: "PATIENTS_PER_GP",
    question: "How many patients does each full-time-equivalent GP have?",
    inputs: [down("patients", 6000, 5444, 8200), down("gp_fte", 3, 4.02, 0)],
    formula: "PATIENTS_PER_GP([patients], [gp_fte])",
    result: [[2000], [1354.228856], ["#DIV/0!"]],
    meaning: "2,000 and 1,354 patients for each GP; the third practice has no GP recorded, which is not known rather than none.",
  },
  {
    id: "GP_GAP",
    question: "How many GPs would bring each practice to 1,500 patients per GP?",
    inputs: [down("patients", 6000, 6000), down("gp_fte", 3, 5)],
    formula: "GP_GAP([patients], [gp_fte], 1500)",
    result: [[1], [-1]],
    meaning: "One GP is missing in the first practice; the second has one more than the benchmark implies.",
  },
  {
    id: "LTC_SCORE",
    question: "How do practices manage long-term conditions, given their own mix of conditions?",
    inputs: [
      table("numerators", [80, 15], [70, 12], [80, 0]),
      table("denominators", [100, 20], [100, 20], [100, 0]),
      across("benchmarks", 0.7, 0.6),
    ],
    formula: "LTC_SCORE([numerators], [denominators], , [benchmarks])",
    result: [[115.853659], [100], [114.285714]],
    meaning:
      "100 is what an average practice would reach with the same patients; the third has nobody with the second condition, and it is left out.",
  },
  {
    id: "VARIATION_Z",
    question: "How far does each practice lie from all of them together?",
    inputs: [down("observed", 8, 30, 45), down("denominator", 10, 50, 50)],
    formula: "VARIATION_Z([observed], [denominator])",
    result: [[0.345867], [-2.353042], [2.78011]],
    meaning: "Against the pooled 75 %, the second lies 2.4 standard deviations below and the third 2.8 above; eight out of ten say little.",
  },
  {
    id: "ACHIEVEMENT",
    question: "What part of all patients on the register received the care, exceptions included?",
    inputs: [down("numerator", 75), down("denominator", 100), down("exceptions", 50)],
    formula: "ACHIEVEMENT([numerator], [denominator], [exceptions])",
    result: [[0.5]],
    meaning: "75 of 150 patients, half; as published, without the 50 excepted, it is three quarters.",
  },
  {
    id: "BAND",
    question: "Which practices differ from 50 % by more than chance?",
    inputs: [down("observed", 30, 40, 50, 60, 70), down("denominator", 100, 100, 100, 100, 100)],
    formula: "BAND([observed], [denominator], 0.5)",
    result: [["much lower"], ["lower"], ["similar"], ["higher"], ["much higher"]],
    meaning: 'Beyond 95 % it is "lower" or "higher", beyond 99.8 % "much"; one in twenty is beyond 95 % by chance alone.',
  },
  {
    id: "WILSON_LOWER",
    question: "How low could the true proportion reasonably be?",
    inputs: [down("observed", 48, 0), down("denominator", 100, 25)],
    formula: "WILSON_LOWER([observed], [denominator])",
    result: [[0.384646], [0]],
    meaning: "48 out of 100 is compatible with 38 %.",
  },
  {
    id: "WILSON_UPPER",
    question: "How high could the true proportion reasonably be?",
    inputs: [down("observed", 48, 0), down("denominator", 100, 25)],
    formula: "WILSON_UPPER([observed], [denominator])",
    result: [[0.576834], [0.133192]],
    meaning: "48 out of 100 is compatible with 58 %, and nobody out of 25 with 13 %.",
  },
  {
    id: "BYARS_LOWER",
    question: "How low could the rate of admissions per 1,000 reasonably be?",
    inputs: [down("events", 100), down("population", 20000)],
    formula: "BYARS_LOWER([events], [population], 1000)",
    result: [[4.068105]],
    meaning: "5 per 1,000 were counted; 4.1 is compatible with it.",
  },
  {
    id: "BYARS_UPPER",
    question: "How high could the rate of admissions per 1,000 reasonably be?",
    inputs: [down("events", 100), down("population", 20000)],
    formula: "BYARS_UPPER([events], [population], 1000)",
    result: [[6.081397]],
    meaning: "5 per 1,000 were counted; 6.1 is compatible with it.",
  },
  {
    id: "FUNNEL_LOWER",
    question: "Below which value would practices of 100 and 400 patients rarely lie, if they were at 50 %?",
    inputs: [down("denominator", 100, 400)],
    formula: "FUNNEL_LOWER([denominator], 0.5)",
    result: [[0.402628], [0.451079]],
    meaning: "40 % and 45 %: the funnel narrows as practices grow.",
  },
  {
    id: "FUNNEL_UPPER",
    question: "Above which value would practices of 100 and 400 patients rarely lie, if they were at 50 %?",
    inputs: [down("denominator", 100, 400)],
    formula: "FUNNEL_UPPER([denominator], 0.5)",
    result: [[0.597372], [0.548921]],
    meaning: "60 % and 55 %: the funnel narrows as practices grow.",
  },
  {
    id: "OVERDISPERSION",
    question: "Do practices differ by more than chance explains?",
    inputs: [tenObserved, tenDenominators],
    formula: "OVERDISPERSION([observed], [denominator])",
    result: [[6.877137, 0.016603, 10, 2]],
    meaning:
      "They vary seven times as much as chance would have it (phi), so an unadjusted z flags too many; ten practices used, two drawn in.",
  },
  {
    id: "SHRINK",
    question: "What is the best guess of each practice's true value?",
    inputs: [tenObserved, tenDenominators],
    formula: "SHRINK([observed], [denominator])",
    result: [[0.706014], [0.793077], [0.749348], [0.619834], [0.883116], [0.83749], [0.44611], [0.931264], [0.775522], [0.723313]],
    meaning: "The practice at 40 % is drawn to 45 %, because a part of its distance from 74.5 % is chance.",
  },
  {
    id: "QOF_POINTS",
    question: "How many of 10 points does an achievement of 70 % earn between 50 and 90 %?",
    inputs: [down("achievement", 70, 95), down("lower", 50, 50), down("upper", 90, 90), down("points", 10, 10)],
    formula: "QOF_POINTS([achievement], [lower], [upper], [points])",
    result: [[5], [10]],
    meaning: "70 % is half-way and earns 5; above 90 % nothing more is earned.",
  },
  {
    id: "CASE_FINDING",
    question: "What part of the patients expected to have the condition is on the register?",
    inputs: [down("register", 750, 1100), down("expected", 1000, 1000)],
    formula: "CASE_FINDING([register], [expected])",
    result: [[0.75], [1.1]],
    meaning: "Three quarters are found; where it exceeds 1, the estimate is low.",
  },
  {
    id: "CASE_FINDING_GAP",
    question: "How many patients with the condition may not have been found yet?",
    inputs: [down("register", 750, 1100), down("expected", 1000, 1000)],
    formula: "CASE_FINDING_GAP([register], [expected])",
    result: [[250], [0]],
    meaning: "250 in the first practice; none to be expected in the second.",
  },
  {
    id: "OPPORTUNITY",
    question: "How many further patients would bring each practice to 75 %?",
    inputs: [down("numerator", 70, 80), down("denominator", 101, 100)],
    formula: "OPPORTUNITY([numerator], [denominator], 0.75)",
    result: [[6], [0]],
    meaning: "Six patients in the first practice; the second is there.",
  },
  {
    id: "EXPECTED",
    question: "How many events would a practice have with the reference population's rates?",
    inputs: [table("population", [100, 200]), across("reference_events", 50, 20), across("reference_population", 1000, 500)],
    formula: "EXPECTED([population], [reference_events], [reference_population])",
    result: [[13]],
    meaning: "100 x 50/1,000 + 200 x 20/500 = 13 events, for this practice's two age groups.",
  },
  {
    id: "ISR",
    question: "Are 26 events more than this practice's age groups explain?",
    inputs: [
      down("observed", 26),
      table("population", [100, 200]),
      across("reference_events", 50, 20),
      across("reference_population", 1000, 500),
    ],
    formula: "ISR([observed], [population], [reference_events], [reference_population])",
    result: [[2]],
    meaning: "Twice the 13 that are expected.",
  },
  {
    id: "DSR",
    question: "What would this practice's rates give in a standard population of 600 younger and 400 older people?",
    inputs: [table("events", [10, 8]), table("population", [1000, 400]), across("standard_population", 600, 400)],
    formula: "DSR([events], [population], [standard_population], 1000)",
    result: [[14]],
    meaning: "14 per 1,000: (600 x 1 % + 400 x 2 %) / 1,000.",
  },
  {
    id: "QUANTILE_BAND",
    question: "Which half of the practices does each belong to?",
    inputs: [down("values", 10, 20, 30, 40)],
    formula: "QUANTILE_BAND([values], 2)",
    result: [[2], [2], [1], [1]],
    meaning: "Group 1 holds the highest values.",
  },
  {
    id: "XMR_LIMITS",
    question: "Between which values would the next month lie if nothing changed?",
    inputs: [down("values", 10, 12, 11, 13)],
    formula: "XMR_LIMITS([values])",
    result: [[11.5, 7.066667, 15.933333]],
    meaning: "A mean of 11.5, and limits of 7.1 and 15.9; real series need a dozen months and more.",
  },
];
