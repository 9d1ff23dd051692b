/** Made by webpack from the JSDoc of the custom functions, as functions.json is. */
declare module "*?list" {
  const functions: readonly {
    readonly name: string;
    readonly description: string;
    readonly parameters: readonly { readonly name: string; readonly description: string; readonly optional: boolean }[];
  }[];
  export default functions;
}
