/**
 * The refusals of Excel's object model, as the client hands them to an add-in: a code from `Excel.ErrorCodes` and a sentence.
 *
 * Codes and sentences: https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus = 400,
  ) {
    super(message);
    this.name = "ApiError";
  }
}

export const itemNotFound = (): ApiError => new ApiError("ItemNotFound", "The requested resource doesn't exist.", 404);

export const itemAlreadyExists = (): ApiError => new ApiError("ItemAlreadyExists", "The resource being created already exists.", 409);

export const invalidArgument = (message = "The argument is invalid or missing or has an incorrect format."): ApiError =>
  new ApiError("InvalidArgument", message, 400);

export const invalidOperation = (message = "The operation attempted is invalid on the object."): ApiError =>
  new ApiError("InvalidOperation", message, 400);

export const invalidReference = (): ApiError =>
  new ApiError("InvalidReference", "This reference is not valid for the current operation.", 400);

export const accessDenied = (): ApiError => new ApiError("AccessDenied", "You cannot perform the requested operation.", 403);

/** What this host has not learnt yet, by its public name, such as `Excel.Range.removeDuplicates`. */
export const notSupported = (typeName: string, member: string): ApiError =>
  new ApiError("ApiNotFound", `not supported by this host: Excel.${typeName}.${member}`, 404);
