/** Runs one file of figures and prints what it found as JSON, for main.ts to read. */
import type { Measured } from "./pairs";

async function run(): Promise<void> {
  const { measure } = (await import(`./figures/${process.argv[3]}`)) as { measure: Measured };
  const figures = await measure({ quick: process.argv.includes("--quick") });
  console.log(`FIGURES ${JSON.stringify(figures)}`);
  process.exit(0);
}

void run().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
