/** functions.json as Excel reads it. */
export interface FunctionsMetadata {
  readonly functions: readonly FunctionMetadata[];
  /** Errors in arguments of type "any" are handed on instead of answered with. */
  readonly allowErrorForDataTypeAny?: boolean;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly options?: {
    readonly stream?: boolean;
    readonly cancelable?: boolean;
    readonly volatile?: boolean;
    readonly requiresAddress?: boolean;
  };
}

export interface ParameterMetadata {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

/** A function of the add-in, as it was associated. The invocation comes after the last declared parameter. */
export type Implementation = (...given: unknown[]) => unknown;

export interface CustomFunctionSource {
  readonly metadata: FunctionsMetadata;
  /** The associated function, or undefined while the add-in is still loading. */
  find(id: string): Implementation | undefined;
  /**
   * `direct` calls the associated function where it is: at once, and read-back in the same request is right. `wire` asks the client to call it,
   * as Excel does: results come later, in batches. Both give the same.
   */
  readonly route?: "direct" | "wire";
  /** What the manifest puts before each function's name. */
  readonly namespace?: string;
}

export const isMatrixParameter = (parameter: ParameterMetadata): boolean => parameter.dimensionality === "matrix";
