/** npm run release -- --origin https://example.nhs.uk/gp-scorecard */
require("../tools/typescript");
const { main } = require("./main.ts");

main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
