import { describe, expect, it } from "vitest";
import { sandboxFacts } from "../../generated/sandbox.ts";
import { createSandbox, type SandboxWorld } from "../../src/entries/sandbox.ts";
import { causeOf } from "../../src/sandbox/causes.ts";
import { routeOf } from "../../src/sandbox/routes.ts";
import { expectNone } from "../contract/expect-none.ts";
import { contract } from "../contract/project.ts";

/** Sends the request that leads to a code until it does. */
async function provoke(
  world: SandboxWorld,
  fetch: typeof globalThis.fetch,
  pair: [operation: string, code: string],
) {
  const operation = sandboxFacts.operations.find(({ id }) => id === pair[0]);
  if (operation === undefined) throw new Error(`The sandbox has no ${pair[0]}.`);
  const { method, path, key, body, scenario, fault, times = 1 } = causeOf(pair[1], operation);
  if (fault) world.fail(fault);
  const base = scenario ? world.withScenarios(scenario) : world.baseUrl;
  const secret = Object.hasOwn(world.keys, key) ? world.keys[key as keyof typeof world.keys] : key;
  const headers: HeadersInit = secret ? { authorization: `Bearer ${secret}` } : {};
  let response = new Response();
  for (let sent = 0; sent < times; sent++) {
    response = await fetch(base + path, { method, headers, ...(body !== undefined && { body }) });
  }
  return response;
}

const behaves = (id: string): boolean => {
  const operation = sandboxFacts.operations.find((one) => one.id === id);
  return operation !== undefined && routeOf(operation) !== undefined;
};
const pairs = contract.operations
  .filter(({ id }) => behaves(id))
  .flatMap(({ id, codes }) => codes.map((code): [string, string] => [id, code]));

it("The sandbox behaves like every operation", () => {
  const missing = contract.operations.filter(({ id }) => !behaves(id));
  const todo = missing.map(({ id, path }) => `Add to src/sandbox/resources what ${id} (${path}) does.`);
  expectNone(todo);
});

describe("The sandbox has a cause", () => {
  it.each(pairs)("that makes %s fail with %s", async (operation, code) => {
    const sandbox = createSandbox({ strict: true });
    const response = await provoke(sandbox.world("pair"), sandbox.fetch, [operation, code]);
    const { error } = await response.json();
    const advice = `Say in src/sandbox/causes.ts which request makes ${operation} fail with ${code}.`;
    expect(error?.code, advice).toBe(code);
  });

  it("for every pair of an operation and a code that it declares", () => {
    const declared = contract.errors.flatMap(({ operations }) => operations.filter(behaves));
    expect(pairs.length).toBe(declared.length);
    expect(pairs.length).toBeGreaterThan(contract.operations.length);
  });

  it("that is a request for most of them, and a fault where nobody said which request", () => {
    const requests = sandboxFacts.operations
      .flatMap((operation) => operation.codes.map((code) => causeOf(code, operation)))
      .filter(({ fault }) => fault === undefined);
    expect(requests.length).toBeGreaterThan(pairs.length / 2);
  });

  it("and says so of an operation that does not declare the code", () => {
    const [operation] = sandboxFacts.operations;
    expect(() => operation && causeOf("teapot", operation)).toThrow(
      `${operation?.id} does not declare teapot, so nothing leads to it there.`,
    );
  });

  it("or lets it happen, when the contract has got a code for which the sandbox knows of no cause", () => {
    const operation = sandboxFacts.operations.find(({ method }) => method === "GET");
    if (operation === undefined) throw new Error("No operation reads anything.");
    expect(causeOf("teapot", { ...operation, codes: [...operation.codes, "teapot"] })).toEqual({
      method: "GET",
      path: expect.stringMatching(/^\/teams\/[^{}]+$/),
      key: "unlimited",
      fault: { operation: operation.id, code: "teapot" },
    });
  });
});
