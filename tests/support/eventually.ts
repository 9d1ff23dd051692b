/**
 * Runs an assertion again and again until it holds, and fails with its last fault after half a minute.
 * A page draws when it can: what is read once after a click is read too early on a busy machine.
 *
 * @example
 * await eventually(async () => expect(await names()).toEqual(["VARIATION_Z"]));
 */
export async function eventually(assertion: () => Promise<unknown>): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      await assertion();
      return;
    } catch (fault) {
      if (Date.now() > end) throw fault;
      await new Promise((again) => setTimeout(again, 50));
    }
  }
}
