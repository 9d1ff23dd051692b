/** What Excel gives a functions bundle, and nothing more. Import this before anything from src/functions. */
class CellError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

const ErrorCode = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
};

export type CustomFunction = (...args: unknown[]) => unknown[][];

export const associated: Record<string, CustomFunction> = {};

Object.assign(globalThis, {
  CustomFunctions: {
    associate: (id: string, implementation: CustomFunction) => {
      associated[id.toUpperCase()] = implementation;
    },
    Error: CellError,
    ErrorCode,
  },
});

export { CellError };
