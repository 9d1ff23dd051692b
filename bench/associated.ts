/** The custom functions as Excel finds them: through their association. */
type Implementation = (...args: unknown[]) => unknown[][];

const found = new Map<string, Implementation>();
class CellError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}
const ErrorCode = { invalidValue: "#VALUE!", notAvailable: "#N/A", divisionByZero: "#DIV/0!", invalidNumber: "#NUM!" };
const associate = (id: string, implementation: Implementation) => found.set(id, implementation);
Object.assign(globalThis, { CustomFunctions: { associate, Error: CellError, ErrorCode } });

export async function associated(): Promise<(id: string, ...args: unknown[]) => unknown[][]> {
  await import("../src/functions/functions");
  return (id, ...args) => found.get(id)!(...args);
}
