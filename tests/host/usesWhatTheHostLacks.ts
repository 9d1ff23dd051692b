/** Not run: the coverage test must find the member that the host lacks, and not the one that it has. */
export function ask(range: Excel.Range): void {
  range.load({ values: true });
  range.showCard();
}
