/** How one installation of the add-in tells itself from another in the same Excel. Ids and namespaces stay as they are for ever: users' files depend on them. */
export interface Environment {
  /** What Excel and the admin centre know the add-in by. */
  readonly id: string;
  /** The word before the dot of every function. */
  readonly namespace: string;
  /** Added to the names that a person reads. */
  readonly suffix: string;
}

export const environments = {
  production: { id: "184a51c6-80bb-4114-b6b7-ef8fc9a58b92", namespace: "SCORECARD", suffix: "" },
  /** Stands beside the production add-in in the same Excel: `=SCORECARD_TEST.PATIENTS_PER_GP(…)` is never taken for the other. */
  test: { id: "632780b2-831e-431c-a0af-a5b625801ff2", namespace: "SCORECARD_TEST", suffix: " (test)" },
} as const satisfies Record<string, Environment>;

export type EnvironmentName = keyof typeof environments;
