import { messageFor, OUR_FAULT } from "../messages";
import { type Problem, ProblemError } from "../problem";

/** An error as Excel shows it in a cell. Made anew for every cell, because Excel tells a returned error by its class. */
export type CellError = CustomFunctions.Error;

export const isCellError = (value: unknown): value is CellError => value instanceof CustomFunctions.Error;

/**
 * A problem as the error of a cell.
 *
 * `#VALUE!` and `#N/A` carry the sentence; Excel shows none for `#NUM!` and `#DIV/0!`.
 */
export function cellError(problem: Problem): CellError {
  const { ErrorCode } = CustomFunctions;
  switch (problem.kind) {
    case "zeroDenominator":
      return new CustomFunctions.Error(ErrorCode.divisionByZero);
    case "outOfDomain":
      return new CustomFunctions.Error(ErrorCode.invalidNumber);
    case "missing":
      return problem.reason === "zeroDenominator"
        ? new CustomFunctions.Error(ErrorCode.divisionByZero)
        : new CustomFunctions.Error(ErrorCode.notAvailable, messageFor(problem));
    case "tooFew":
    case "notFound":
      return new CustomFunctions.Error(ErrorCode.notAvailable, messageFor(problem));
    default:
      return new CustomFunctions.Error(ErrorCode.invalidValue, messageFor(problem));
  }
}

/** Whatever was thrown, as the error of a cell. What is neither a problem nor a cell's error is our own fault. */
export function thrownAsCellError(thrown: unknown): CellError {
  if (isCellError(thrown)) return thrown;
  if (thrown instanceof ProblemError) return cellError(thrown.problem);
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, OUR_FAULT);
}

/** The door of every custom function: nothing but a `CustomFunctions.Error` ever leaves by it as an exception. */
export function answer<T>(compute: () => T): T {
  try {
    return compute();
  } catch (thrown) {
    throw thrownAsCellError(thrown);
  }
}
