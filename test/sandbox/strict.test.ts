import { expect, test } from "vitest";
import { conformanceFacts } from "../../generated/conformance.ts";
import { sandboxFacts } from "../../generated/sandbox.ts";
import { withErrors } from "../../generated/server.ts";
import { createSandboxOn } from "../../src/sandbox/index.ts";
import { senderTo } from "./open.ts";

/** A sandbox whose creation of a ticket has a status that the contract does not know. */
function mistaken(strict?: boolean) {
  const operations = sandboxFacts.operations.map((one) =>
    one.id === "createTicket" ? { ...one, status: 202 } : one,
  );
  const contract = {
    facts: { ...sandboxFacts, operations },
    conformance: conformanceFacts,
    kit: { withErrors },
  };
  const sandbox = createSandboxOn(contract, { strict });
  const world = sandbox.world();
  return { world, send: senderTo(world, sandbox.fetch) };
}

const create = { method: "POST", body: { title: "New" } };

test("a strict sandbox rejects with what its response breaks in the contract, and where", async () => {
  const { send } = mistaken(true);
  await expect(send("/tickets", create)).rejects.toThrow(
    /^The sandbox gave a response of createTicket that does not conform\.\n.*: .*202/,
  );
  expect((await send("/tickets")).status).toBe(200);
});

test("it does not hold against the contract what a fault made of a response", async () => {
  const { send, world } = mistaken(true);
  world.fail({ html: true, effect: "done" });
  expect((await send("/tickets", create)).status).toBe(502);
});

test("any other sandbox sends what it has", async () => {
  expect((await mistaken().send("/tickets", create)).status).toBe(202);
});
