/** What this page has asked for since it was opened, as the browser counts it: the add-in's own files, and addresses elsewhere. */
export function requestsSoFar(): { readonly own: readonly string[]; readonly other: readonly string[] } {
  const addresses = [...new Set(performance.getEntriesByType("resource").map(({ name }) => name.split(/[?#]/)[0]!))];
  const here = `${location.origin}/`;
  const own = addresses.filter((address) => address.startsWith(here));
  return {
    own: own.map((address) => address.slice(here.length)),
    other: addresses.filter((address) => /^https?:/.test(address) && !own.includes(address)),
  };
}
