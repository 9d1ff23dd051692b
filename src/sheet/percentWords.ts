/** A share as it stands in a sentence: two figures are read, the third is noise. */
export const percentWords = (share: number): string => `${(share * 100).toFixed(share < 0.1995 ? 1 : 0)} %`;
