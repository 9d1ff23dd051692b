import { writeAreasAsTheyCome } from "./eachArea";
import { main } from "./main";

if (!writeAreasAsTheyCome())
  void main(process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr, script: process.argv[1]! }).then((status) => {
    process.exitCode = status;
  });

// `gp-scorecard values ... | head` closes the pipe early; that is no mistake of anybody's.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});
