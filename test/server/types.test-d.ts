import { type } from "arktype";
import * as v from "valibot";
import { describe, expectTypeOf, it } from "vitest";
import { z } from "zod";
import {
  type Context,
  type ErrorCode,
  type ErrorEnvelope,
  errorEnvelope,
  errorResponse,
  type Failure,
  withErrors,
} from "../../src/entries/server.ts";

declare const one: "parameter_missing" | "parameter_invalid";
declare const mixed: "parameter_missing" | "internal_error";
declare const limited: "parameter_missing" | "rate_limit_exceeded";
declare const any: ErrorCode;
declare const maybe: string | undefined;

describe("details", () => {
  it("demand a param exactly where the contract does", () => {
    errorEnvelope("parameter_missing", { param: "title" });
    errorEnvelope("invalid_id_format");
    errorEnvelope("invalid_id_format", { param: maybe });
    errorEnvelope("internal_error", { message: "…", requestId: "req_1" });
    // @ts-expect-error its param is missing
    errorEnvelope("parameter_missing");
    // @ts-expect-error its param is missing
    errorEnvelope("parameter_missing", {});
    // @ts-expect-error it may be absent
    errorEnvelope("parameter_missing", { param: maybe });
    // @ts-expect-error the code never has one
    errorEnvelope("internal_error", { param: "title" });
  });

  it("demand a time to wait exactly where the contract does, and only of responses", () => {
    errorResponse("rate_limit_exceeded", { retryAfter: 30 });
    errorResponse("rate_limit_exceeded", { retryAfter: new Date(), headers: { "x-a": "1" } });
    errorEnvelope("rate_limit_exceeded");
    // @ts-expect-error it is missing
    errorResponse("rate_limit_exceeded");
    // @ts-expect-error the code has none
    errorResponse("internal_error", { retryAfter: 30 });
  });

  it("of one code out of several satisfy all of them", () => {
    errorResponse(one, { param: "title" });
    // @ts-expect-error both need a param
    errorResponse(one);
    // @ts-expect-error one needs a param, the other never has one
    errorResponse(mixed, { param: "title" });
    // @ts-expect-error one needs a param, the other never has one
    errorResponse(mixed);
    // @ts-expect-error one needs a param, the other a time
    errorResponse(limited, { retryAfter: 1 });
  });

  it("exist for no code in general", () => {
    // @ts-expect-error no details fit every code
    errorResponse(any);
    // @ts-expect-error no details fit every code
    errorResponse(any, { param: "title", retryAfter: 1 });
    // @ts-expect-error not a code
    errorEnvelope("teapot");
  });

  it("give a body of exactly that code", () => {
    expectTypeOf(errorEnvelope("key_expired")).toEqualTypeOf<ErrorEnvelope<"key_expired">>();
  });
});

describe("a handler", () => {
  it("fails with the codes of its operation and no other", () => {
    withErrors("createTicket", async (_request, { fail, requestId }) => {
      expectTypeOf(requestId).toEqualTypeOf<string>();
      expectTypeOf(fail("key_expired")).toEqualTypeOf<Failure<"key_expired">>();
      fail("rate_limit_exceeded", { retryAfter: 1 });
      // @ts-expect-error it must say how long to wait
      fail("rate_limit_exceeded");
      // @ts-expect-error createTicket does not declare it
      fail("resource_conflict", { param: "email" });
      // @ts-expect-error createTicket does not declare it
      throw fail("resource_not_found");
    });
  });

  it("of no operation fails with all of them", () => {
    withErrors(async (_request, { fail }) => {
      throw fail("resource_conflict", { param: "email" });
    });
  });

  it("knows what is left after it has failed", () => {
    withErrors("getTicket", (_request, { fail }) => {
      const ticket: { id: string } | undefined = find();
      if (!ticket) throw fail("resource_not_found");
      return Response.json(ticket.id);
    });
  });

  it("is given what the framework passes", () => {
    const wrapped = withErrors("getTicket", (_request, _context, params: { id: string }, rest: number) =>
      Response.json({ params, rest }),
    );
    expectTypeOf(wrapped).toEqualTypeOf<
      (request: Request, params: { id: string }, rest: number) => Promise<Response>
    >();
    withErrors("getTicket", (_request, _context, c: { id: string }) => Response.json(c), {
      requestId: (_, c) => c.id,
      rateLimit: (request, c) => ({ limit: request.url.length, remaining: c.id.length }),
      onError: (error, { operation }) => [error, operation],
    });
    // @ts-expect-error there is no such operation
    withErrors("getTickets", () => Response.json({}));
  });

  it("gets what a schema makes of a value", () => {
    const check = async ({ parse }: Context) => {
      expectTypeOf(await parse(z.object({ page: z.coerce.number() }), {})).toEqualTypeOf<{ page: number }>();
      expectTypeOf(await parse(v.object({ title: v.string() }), {})).toEqualTypeOf<{ title: string }>();
      expectTypeOf(await parse(type({ title: "string" }), {})).toEqualTypeOf<{ title: string }>();
    };
    expectTypeOf(check).toBeFunction();
  });
});

declare function find(): { id: string } | undefined;
