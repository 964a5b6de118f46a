import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contract, successStatus } from "../contract/project.ts";
import { bodySchema, validatorAt } from "../contract/schemas.ts";
import { createCaller, prefer } from "./calls.ts";
import { expectError } from "./expect-error.ts";
import { type Mock, startPrism } from "./prism.ts";

describe("through Prism and the generated client", () => {
  let mock: Mock;
  let call: ReturnType<typeof createCaller>;
  beforeAll(async () => {
    mock = await startPrism();
    call = createCaller(mock.url);
  });
  afterAll(() => mock.stop());

  test.each(contract.errors.map(({ code }) => code))("%s arrives as what it is", async (code) => {
    const carrier = contract.operations.find(({ codes }) => codes.includes(code));
    await expectError(call, carrier?.id ?? "", code);
  });

  test.each(contract.operations.map((operation) => [operation.id, operation] as const))(
    "%s succeeds with the example of the document",
    async (id, operation) => {
      const status = successStatus(operation);
      const result = await call(id, prefer(status));
      if (!result.ok) throw result.error;
      expect(result.status).toBe(Number(status));
      expect(Object.keys(result.rateLimit ?? {}).sort()).toEqual(["limit", "remaining", "reset", "window"]);
      expect(validatorAt(bodySchema({ operation: id, status }))(await result.response.json())).toBe(true);
    },
  );
});
