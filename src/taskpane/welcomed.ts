/** The one thing kept on this computer and not in the workbook: that the words for somebody new were closed. Office gives each add-in a part of its own. */
const key = (): string => `${Office.context?.partitionKey ?? ""}gpScorecard.welcomed`;

/** Where the browser keeps nothing for us, they are shown again; that is no harm. */
export function wasWelcomed(): boolean {
  try {
    return localStorage.getItem(key()) !== null;
  } catch {
    return false;
  }
}

export function rememberWelcomed(): void {
  try {
    localStorage.setItem(key(), "yes");
  } catch {
    // Then they are shown again next time.
  }
}
