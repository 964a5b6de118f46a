import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AnyErrorCode,
  CStarError,
  type ErrorCode,
  errorCatalog,
  isCStarError,
} from "../../src/entries/errors.ts";

const full = () =>
  new CStarError("rate_limit_exceeded", {
    ...{ rawMessage: "Slow down", status: 429, requestId: "req_1", retryAfter: 7, stopped: "deadline" },
    retryAt: new Date("2026-03-30T10:30:07Z"),
    rateLimit: { limit: 5, reset: new Date("2026-03-30T11:00:00Z") },
    attempts: [
      {
        ...{ number: 1, operation: "tickets.get", method: "GET", path: "/tickets/{ticketId}", status: 429 },
        ...{ code: "rate_limit_exceeded", networkCode: "ECONNRESET", requestId: "req_1" },
        ...{ durationMs: 3, delayMs: 0 },
      },
    ],
    ...{ networkCode: "ECONNRESET", operation: "tickets.get", method: "GET", path: "/tickets/{ticketId}" },
    outcome: "rejected",
    idempotencyKey: "k",
    cause: new Error("why"),
  });

describe("CStarError", () => {
  it.each(Object.keys(errorCatalog) as ErrorCode[])("knows from the contract what goes with %s", (code) => {
    const { type, status, docUrl, retry, title } = errorCatalog[code];
    const error = new CStarError(code, { param: "p" });
    expect(error).toMatchObject({ code, type, status, docUrl, retryable: retry !== "never", attempts: [] });
    expect(error.message).toBe(`[${code}] ${title}`);
    expect(Object.hasOwn(error, "param")).toBe(errorCatalog[code].param !== "never");
  });

  it.each(Object.keys(errorCatalog) as ErrorCode[])(
    "made by hand of %s has the outcome that its status tells",
    (code) => {
      const { status } = errorCatalog[code];
      expect(new CStarError(code, { param: "p" }).outcome).toBe(status < 500 ? "rejected" : "unknown");
      expect(new CStarError(code, { param: "p", status: 499 }).outcome).toBe("rejected");
      expect(new CStarError(code, { param: "p", status: 302 }).outcome).toBe("unknown");
    },
  );

  it("made by hand of a code of the client says that code in words", () => {
    expect(new CStarError("connection_error").message).toBe("[connection_error] connection error");
    expect(new CStarError("timeout").outcome).toBe("unknown");
  });

  it.each([
    ["connection_error", true],
    ["timeout", true],
    ["aborted", false],
    ["unexpected_response", false],
    ["unrecognized_code", false],
    ["local_error", false],
  ] as const)("is retryable for the client's %s: %s", (code, retryable) => {
    expect(new CStarError(code)).toMatchObject({ code, type: "client_error", retryable });
  });

  it.each([
    [399, "unknown", false],
    [400, "rejected", false],
    [499, "rejected", false],
    [500, "unknown", true],
    [1408, "unknown", false],
    [4080, "unknown", false],
    [1503, "unknown", false],
    [5030, "unknown", false],
  ])("made by hand of status %i is %s, and retryable: %s", (status, outcome, retryable) => {
    expect(new CStarError("unexpected_response", { status })).toMatchObject({ outcome, retryable });
  });

  it("takes no list of one code for that code", () => {
    const code = ["key_expired"] as unknown as "key_expired";
    expect(() => new CStarError(code)).toThrow(TypeError);
  });

  it("is an Error with a name, a stack and its cause, and has no property without a value", () => {
    const error = full();
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(CStarError);
    expect(error.name).toBe("CStarError");
    expect(String(error)).toBe("CStarError: [rate_limit_exceeded] Slow down");
    expect(error.stack).toMatch(/^CStarError: \[rate_limit_exceeded\] Slow down\n/);
    expect(error.cause).toMatchObject({ message: "why" });
    expect(Object.values(error)).not.toContain(undefined);
    expect(Object.hasOwn(new CStarError("timeout"), "cause")).toBe(false);
  });
});

describe("toJSON and fromJSON", () => {
  it("give the listed fields, dates as ISO text, without cause and stack", () => {
    expect(full().toJSON()).toEqual({
      ...{ name: "CStarError", message: "[rate_limit_exceeded] Slow down", code: "rate_limit_exceeded" },
      ...{
        type: "rate_limit_error",
        status: 429,
        docUrl: errorCatalog.rate_limit_exceeded.docUrl,
        requestId: "req_1",
      },
      ...{ networkCode: "ECONNRESET", operation: "tickets.get", method: "GET", path: "/tickets/{ticketId}" },
      ...{ retryable: true, stopped: "deadline", retryAfter: 7 },
      ...{ retryAt: "2026-03-30T10:30:07.000Z", rateLimit: { limit: 5, reset: "2026-03-30T11:00:00.000Z" } },
      attempts: [
        {
          number: 1,
          ...{ operation: "tickets.get", method: "GET", path: "/tickets/{ticketId}" },
          status: 429,
          code: "rate_limit_exceeded",
          networkCode: "ECONNRESET",
          requestId: "req_1",
          durationMs: 3,
          delayMs: 0,
        },
      ],
      ...{ outcome: "rejected", idempotencyKey: "k" },
    });
  });

  it("leave out rawMessage, which may repeat what was sent, and make it again from message", () => {
    const error = new CStarError("resource_conflict", {
      param: "p",
      rawMessage: "No jane here",
      logMessage: "No *** here",
    });
    expect(error.message).toBe("[resource_conflict] No *** here");
    expect(error.rawMessage).toBe("No jane here");
    expect(Object.keys(error)).not.toContain("rawMessage");
    expect(inspect(error)).not.toContain("jane");
    expect(JSON.stringify(error)).not.toContain("jane");
    expect(CStarError.fromJSON(error.toJSON()).rawMessage).toBe("No *** here");
  });

  it("leave out what was put on the error later", () => {
    const error = Object.assign(full(), { request: "secret" });
    expect(JSON.stringify(error)).not.toContain("secret");
  });

  it("round-trip, through structuredClone and text too", () => {
    const json = full().toJSON();
    const back = CStarError.fromJSON(JSON.parse(JSON.stringify(structuredClone(json))));
    expect(back.toJSON()).toEqual(json);
    expect(back.retryAt).toEqual(full().retryAt);
    expect(back.rateLimit?.reset).toEqual(full().rateLimit?.reset);
    expect(isCStarError(back, "rate_limit_exceeded")).toBe(true);
  });

  it.each(["timeout", "unrecognized_code", "unexpected_response", "parameter_missing"] as const)(
    "round-trip %s",
    (code) => {
      const error = new CStarError(code, {
        param: "p",
        rawCode: "new_code",
        type: "api_error",
        excerpt: "x",
        contentType: "y",
      });
      expect(CStarError.fromJSON(error.toJSON()).toJSON()).toEqual(error.toJSON());
    },
  );

  it("round-trip every outcome and every reason to stop, and texts that look like dates", () => {
    for (const outcome of ["not_sent", "rejected", "unknown"] as const) {
      for (const stopped of ["attempts", "budget", "deadline", undefined] as const) {
        const rawMessage = "2026-03-30T10:30:07.000Z";
        const error = new CStarError("timeout", { outcome, stopped, rawMessage, requestId: rawMessage });
        const back = CStarError.fromJSON(error.toJSON());
        expect(back).toMatchObject({ outcome, rawMessage, requestId: rawMessage });
        expect(back.stopped).toBe(stopped);
      }
    }
  });

  const good = full().toJSON();
  it.each<[string, unknown]>([
    ...[undefined, null, 5, "x", [], {}, new Error("x")].map((value): [string, unknown] => [
      String(value),
      value,
    ]),
    ["another name", { ...good, name: "Error" }],
    ["an unknown code", { ...good, code: "new_code" }],
    ["a code like constructor", { ...good, code: "constructor" }],
    ["no message", { ...good, message: undefined }],
    ["a message that is no text, though it can be cut", { ...good, message: ["[timeout] x"] }],
    ["a status that is no number", { ...good, status: "429" }],
    ["an unknown outcome", { ...good, outcome: "maybe" }],
    ["an unknown stop", { ...good, stopped: "bored" }],
    ["a date that is none", { ...good, retryAt: "soon" }],
    ["a date that is a number", { ...good, retryAt: 5 }],
    ["a date as nobody here writes it", { ...good, retryAt: "2026-03-30" }],
    ["a reset that is none", { ...good, rateLimit: { reset: "soon" } }],
    ["a rate limit that is none", { ...good, rateLimit: 5 }],
    ["a rate limit that is null", { ...good, rateLimit: null }],
    ["attempts that are no list", { ...good, attempts: {} }],
    ["no attempts", { ...good, attempts: undefined }],
    ["an attempt without number", { ...good, attempts: [{ durationMs: 1, delayMs: 1 }] }],
    ["a required param that is missing", { ...good, code: "parameter_missing" }],
  ])("refuse %s with a TypeError", (_, value) => {
    expect(() => CStarError.fromJSON(value)).toThrow(TypeError);
  });

  it("name the field that is wrong, and not its value", () => {
    const fields = ["name", "code", "status", "outcome", "stopped", "retryAt", "attempts", "retryable"];
    for (const field of fields) {
      expect(() => CStarError.fromJSON({ ...good, [field]: "hidden" })).toThrow(
        `Not what toJSON gave: ${field}`,
      );
    }
    expect(() => CStarError.fromJSON({ ...good, attempts: {} })).toThrow("Not what toJSON gave: attempts");
    expect(() => CStarError.fromJSON({ ...good, message: [] })).toThrow("Not what toJSON gave: message");
    const param = { ...good, code: "parameter_missing" };
    expect(() => CStarError.fromJSON(param)).toThrow("Not what toJSON gave: param");
  });

  it("throw nothing but a TypeError, whatever they are given", () => {
    const field = fc.constantFrom(...Object.keys(good));
    const mutated = fc.tuple(field, fc.anything()).map(([name, value]) => ({ ...good, [name]: value }));
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(mutated, fc.anything()), (value) => {
        try {
          CStarError.fromJSON(value).toJSON();
          read++;
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
        }
      }),
      { numRuns: 3000, seed: 7 },
    );
    expect(read).toBeGreaterThan(10);
  });
});

describe("isCStarError", () => {
  it("tells errors of this package from others, and narrows by code", () => {
    const error: unknown = full();
    expect(isCStarError(error)).toBe(true);
    expect(isCStarError(error, "rate_limit_exceeded", "timeout")).toBe(true);
    expect(isCStarError(error, "timeout")).toBe(false);
    for (const other of [undefined, null, "x", 5, {}, new Error("x"), { code: "timeout" }])
      expect(isCStarError(other)).toBe(false);
  });

  it("works across copies, CommonJS bundles and minified builds, in which the name survives", async () => {
    const entry = new URL("../../src/entries/errors.ts", import.meta.url).pathname;
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: "cjs",
      write: false,
    });
    const module = { exports: {} as { CStarError: typeof CStarError; isCStarError: typeof isCStarError } };
    // In a realm of its own, as an iframe or a test runner would have it.
    runInNewContext(outputFiles[0]?.text ?? "", { module, exports: module.exports });
    const foreign = new module.exports.CStarError("timeout");
    expect(foreign).not.toBeInstanceOf(CStarError);
    expect(isCStarError(foreign, "timeout")).toBe(true);
    expect(module.exports.isCStarError(full(), "rate_limit_exceeded")).toBe(true);
    expect(foreign.name).toBe("CStarError");
    expect(foreign.stack).toMatch(/^CStarError: \[timeout\]/);
    expect(CStarError.fromJSON(foreign.toJSON()).code satisfies AnyErrorCode).toBe("timeout");
  });
});
