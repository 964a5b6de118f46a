import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CStarError } from "../../src/entries/errors.ts";
import { type ErrorInfo, errorResponse, withErrors } from "../../src/entries/server.ts";
import { faultsOf } from "./conforms.ts";

const request = (init?: RequestInit) => new Request("http://api.test/teams/1/tickets/2", init);

/** What a handler that throws (or returns) a value comes to. */
async function outcomeOf(thrown: unknown, { returned = false } = {}) {
  const told: [error: unknown, info: ErrorInfo][] = [];
  const handler = withErrors(
    "getTicket",
    () => {
      if (returned) return thrown as Response;
      throw thrown;
    },
    { onError: (...all) => told.push(all) },
  );
  const response = await handler(request());
  return { response, told, faults: await faultsOf(response, "getTicket").catch(() => ["not JSON"]) };
}

const hostile = new Proxy(
  {},
  {
    get: () => {
      throw new Error("get");
    },
    has: () => {
      throw new Error("has");
    },
    getPrototypeOf: () => {
      throw new Error("getPrototypeOf");
    },
  },
);

const conflict = errorResponse("resource_conflict", { param: "email" });

describe("withErrors", () => {
  afterEach(() => void vi.restoreAllMocks());

  it("lets a failure of the operation out as its code, with the id of the request", async () => {
    const seen: string[] = [];
    const handler = withErrors("getTicket", (_request, { fail, requestId }) => {
      seen.push(requestId);
      throw fail("resource_not_found", { message: "No such ticket.", cause: new Error("secret") });
    });
    const response = await handler(request());
    const { error, meta } = await response.clone().json();
    expect(await faultsOf(response, "getTicket")).toEqual([]);
    expect(error).toMatchObject({ code: "resource_not_found", message: "No such ticket." });
    expect([error.request_id, meta.requestId]).toEqual([seen[0], seen[0]]);
    expect(JSON.stringify(error)).not.toContain("secret");
  });

  it("lets a response of the operation out as it is, returned or thrown", async () => {
    for (const returned of [true, false]) {
      const made = errorResponse("resource_not_found", { headers: { "x-trace": "1" } });
      const { response, told } = await outcomeOf(made, { returned });
      expect(response).toBe(made);
      expect(told).toEqual([]);
    }
  });

  it("lets every other response out as it is, returned or thrown", async () => {
    for (const returned of [true, false]) {
      const made = new Response("moved", { status: 303, headers: { location: "/" } });
      expect((await outcomeOf(made, { returned })).response).toBe(made);
    }
  });

  it.each([
    [
      "a code that the operation does not declare",
      errorResponse("resource_conflict", { param: "email" }),
      true,
    ],
    ["the same, thrown", conflict, false],
    ["no response", undefined, true],
    ["a response that is only an error of the network", Response.error(), true],
    ["an exception", new Error("connect to db.internal failed for user root"), false],
    ["an error that its client received from elsewhere", new CStarError("resource_not_found"), false],
    ["an object that looks like a failure", { name: "Failure", code: "resource_not_found" }, false],
    ["a proxy that throws at every touch", hostile, false],
    ["nothing", undefined, false],
  ])(
    "makes internal_error of %s, tells nothing of it, and tells the hook all",
    async (_, value, returned) => {
      const { response, told, faults } = await outcomeOf(value, { returned });
      const { error } = await response.json();
      expect(faults).toEqual([]);
      expect(error).toMatchObject({
        code: "internal_error",
        message: "An unexpected error occurred on our side.",
      });
      expect(told).toHaveLength(1);
      expect(told[0]?.[1]).toMatchObject({ operation: "getTicket", requestId: error.request_id });
      if (!returned && value !== conflict) expect(Object.is(told[0]?.[0], value)).toBe(true);
    },
  );

  it("makes failures that a log can print: with their code, what they are about, and a cause if there is one", async () => {
    const failures: Error[] = [];
    const cause = new Error("disk full");
    await withErrors("createTicket", (_request, { fail }) => {
      failures.push(
        fail("insufficient_permissions"),
        fail("parameter_missing", { param: "title" }),
        fail("parameter_invalid", { param: "title", message: "Too long.", cause }),
      );
      return Response.json({});
    })(request());
    expect(failures.map(String)).toEqual([
      "Failure: [insufficient_permissions]",
      "Failure: [parameter_missing] title",
      "Failure: [parameter_invalid] Too long.",
    ]);
    expect(failures.map((failure) => "cause" in failure && failure.cause)).toEqual([false, false, cause]);
  });

  it("says to the hook what to return instead of nothing", async () => {
    const { told } = await outcomeOf(undefined, { returned: true });
    expect(String(told[0]?.[0])).toBe(
      "TypeError: The handler gave no Response: return one, or throw what `fail` makes.",
    );
  });

  it("says to the hook which code was not declared, and which are", async () => {
    const { told } = await outcomeOf(errorResponse("resource_conflict", { param: "email" }));
    expect(String(told[0]?.[0])).toMatch(
      /^TypeError: getTicket does not declare resource_conflict: fail with one of /,
    );
  });

  it("makes internal_error of a failure whose details the compiler would have refused", async () => {
    const told: unknown[] = [];
    const handler = withErrors(
      "listTickets",
      (_request, { fail }) => {
        throw (fail as (code: string) => Error)("rate_limit_exceeded");
      },
      { onError: (error) => told.push(error) },
    );
    expect(await faultsOf(await handler(request()), "listTickets")).toEqual([]);
    expect(String(told[0])).toContain("retryAfter must be a number of seconds");
  });

  it("conforms and leaks nothing, whatever is thrown", async () => {
    const secret = fc.constantFrom("s3cr3t-of-the-database", "hunter2");
    const anything = fc.oneof(
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
        withSparseArray: true,
      }),
      secret,
      secret.map((text) => new Error(text)),
      secret.map((text) =>
        Object.assign(new Error(text), { status: 404, code: "resource_not_found", body: text }),
      ),
      secret.map((text) => new CStarError("resource_not_found", { rawMessage: text })),
      secret.map((message) => ({ message, toString: () => message, toJSON: () => message })),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (thrown) => {
        const { response, faults, told } = await outcomeOf(thrown);
        const text = await response.text();
        expect(faults).toEqual([]);
        expect(text).not.toMatch(/s3cr3t|hunter2/);
        expect(told).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });

  it("allows every code to a handler of no operation", async () => {
    const handler = withErrors((_request, { fail }) => {
      throw fail("resource_conflict", { param: "email" });
    });
    expect((await handler(request())).status).toBe(409);
  });

  it("takes the response of a framework that has a class of its own", async () => {
    const made = { status: 200, headers: new Headers(), [Symbol.toStringTag]: "Response" };
    const { response, told } = await outcomeOf(made, { returned: true });
    expect([response, told]).toEqual([made, []]);
  });

  it("responds to a request that has no signal, as those of some platforms", async () => {
    const bare = Object.defineProperty(request(), "signal", { value: undefined });
    const handler = withErrors("getTicket", () => Promise.reject(new Error("boom")), { onError: () => {} });
    expect((await handler(bare)).status).toBe(500);
  });

  it("replies to HEAD with the same status and headers, and no body", async () => {
    const handler = withErrors("getTicket", (_request, { fail }) => {
      throw fail("resource_not_found");
    });
    const response = await handler(request({ method: "HEAD" }));
    expect([response.status, response.body, response.headers.get("content-type")]).toEqual([
      404,
      null,
      "application/json",
    ]);
  });

  it("answers nobody when the request was aborted", async () => {
    const controller = new AbortController();
    const told: unknown[] = [];
    const handler = withErrors(
      "getTicket",
      () => {
        controller.abort();
        throw new Error("cut");
      },
      { onError: (error) => told.push(error) },
    );
    await expect(handler(request({ signal: controller.signal }))).rejects.toThrow("cut");
    expect(told).toEqual([]);
  });

  it("refuses an operation that the contract does not have, when it is set up", () => {
    const wrong = withErrors as unknown as (operation: string, handler: () => Response) => unknown;
    expect(() => wrong("getTickets", () => Response.json({}))).toThrow(
      /^getTickets is not an operation of the contract: use one of listTickets, /,
    );
  });
});
