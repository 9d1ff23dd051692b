import { Command, CommanderError } from "commander";
import { registerBuild } from "./build";
import { registerCheck } from "./check";
import { sentenceFor } from "./door";
import type { Io } from "./io";
import { registerPack } from "./pack";
import { registerValues } from "./values";

declare const __VERSION__: string | undefined;

/** Each adds one command to the program. A new command is a file beside this and a line here. */
const commands: readonly ((program: Command, io: Io) => void)[] = [registerCheck, registerValues, registerBuild, registerPack];

/**
 * The command line: reads arguments, runs a command, and gives the exit status.
 * 0 all went well, 1 data could not be used (every reason is on standard error), 2 the command was not typed as it should be.
 */
export async function main(args: readonly string[], io: Io): Promise<number> {
  let status = 0;
  const program = new Command("gp-scorecard")
    .description("Reads published NHS data about GP practices and makes a scorecard of one area.")
    .version(typeof __VERSION__ === "string" ? __VERSION__ : "development")
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .showHelpAfterError("(add --help for what can be typed)")
    .exitOverride();
  const failing: Io = { ...io, fail: () => (status = 1) };
  for (const register of commands) register(program, failing);
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    io.stderr.write(`${sentenceFor(error)}\n`);
    return 1;
  }
  return status;
}
