/** The little of jsdom that the tests use; its own types are a package that nothing else here needs. */
declare module "jsdom" {
  export class JSDOM {
    constructor(html: string, options?: Readonly<Record<string, unknown>>);
    readonly window: object;
  }
}
