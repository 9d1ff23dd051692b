import { openExcel } from "../support/host";
import { contracts } from "../../src/contract/contracts";

test("every fact has an id of its own", () => {
  expect(new Set(contracts.map(({ id }) => id)).size).toBe(contracts.length);
});

describe("our host does as Excel does:", () => {
  test.each(contracts.map((contract) => [contract.says, contract] as const))("%s", async (_says, contract) => {
    const { Excel } = await openExcel();
    expect(await contract.run(Excel)).toEqual(contract.expected);
  });
});
