import type { Part } from "./writeSheet";

/** Excel for the web refuses a request of 5 MB; what is counted here is an estimate, and can be a third too low. */
const mostBytes = 2_500_000;

/**
 * Queues parts and sends them: in one round trip where that is not too much for one, else in as few as may be.
 *
 * @param onSent told after each round trip; what it throws ends the sending
 */
export async function sendParts(context: Excel.RequestContext, parts: Iterable<Part>, onSent: () => void = () => {}): Promise<void> {
  let bytes = 0;
  hold(context);
  for (const part of parts) {
    if (bytes > 0 && bytes + part.bytes > mostBytes) {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request for all would be refused
      await context.sync();
      onSent();
      hold(context);
      bytes = 0;
    }
    part.queue();
    bytes += part.bytes;
  }
  await context.sync();
  onSent();
}

function hold({ application }: Excel.RequestContext): void {
  application.suspendApiCalculationUntilNextSync();
  application.suspendScreenUpdatingUntilNextSync();
}
