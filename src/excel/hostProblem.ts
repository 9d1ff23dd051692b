import { ProblemError } from "../problem";

interface OfficeError {
  readonly code: string;
  readonly message: string;
  readonly debugInfo?: { readonly errorLocation?: string; readonly statement?: string };
}

const isOfficeError = (error: unknown): error is OfficeError =>
  typeof error === "object" && error !== null && typeof (error as OfficeError).code === "string" && "debugInfo" in error;

/**
 * Turns what Office.js throws into a Problem; anything else passes through unchanged.
 * Office.js's own message is localised and meant for developers, so it only goes along as a detail to copy.
 */
export function hostProblem(error: unknown, nothingChanged: boolean): unknown {
  if (!isOfficeError(error)) return error;
  const { code, message, debugInfo } = error;
  const where = [debugInfo?.errorLocation, debugInfo?.statement].filter(Boolean).join(" ");
  return new ProblemError({ kind: "host", code, nothingChanged, detail: [code, message, where].filter(Boolean).join(" · ") });
}
