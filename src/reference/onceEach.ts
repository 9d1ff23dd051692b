/** Two publications can give the same figure (both workforce files count all GPs): the one that comes first in their list is kept. */
export function onceEach<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const one of all) if (!seen.has(keyOf(one))) seen.set(keyOf(one), one);
  return [...seen.values()];
}
