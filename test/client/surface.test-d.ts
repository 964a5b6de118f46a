import { describe, expectTypeOf, it } from "vitest";
import {
  type AnyErrorCode,
  type ApiError,
  type Attempt,
  type Client,
  type ClientErrorCode,
  type ClientOptions,
  CStarError,
  type Customer,
  createClient,
  createFetchClient,
  type ErrorCode,
  type ErrorEnvelope,
  type ErrorType,
  errorCatalog,
  isCStarError,
  type Meta,
  type OperationErrorCode,
  type Pagination,
  type RateLimit,
  type Result,
  type Ticket,
  unwrap,
} from "../../src/entries/main.ts";

declare const client: Client;

describe("a result", () => {
  it("narrows to its data or its error", async () => {
    const result = await client.tickets.list();
    // Before the check each is there or not, so that both can be taken out at once.
    expectTypeOf(result.data).toEqualTypeOf<Ticket[] | undefined>();
    if (result.ok) {
      expectTypeOf(result.data).toEqualTypeOf<Ticket[]>();
      expectTypeOf(result.meta).toEqualTypeOf<Meta>();
      expectTypeOf(result.pagination).toEqualTypeOf<Pagination | undefined>();
      expectTypeOf(result.rateLimit).toEqualTypeOf<RateLimit | undefined>();
      expectTypeOf(result.response).toEqualTypeOf<Response>();
      expectTypeOf(result.error).toEqualTypeOf<undefined>();
    } else {
      expectTypeOf(result.error.code).toEqualTypeOf<OperationErrorCode<"listTickets"> | ClientErrorCode>();
      expectTypeOf(result.error.attempts).toEqualTypeOf<Attempt[]>();
    }
    expectTypeOf(result).toEqualTypeOf<Result<Ticket[], OperationErrorCode<"listTickets">>>();
  });

  it("unwraps to its data, promised or not", async () => {
    expectTypeOf(unwrap(client.customers.get("cus_1"))).toEqualTypeOf<Promise<Customer>>();
    expectTypeOf(unwrap(await client.customers.get("cus_1"))).toEqualTypeOf<Customer>();
  });
});

describe("an error", () => {
  it("is narrowed by each case, and is never anything else behind them", async () => {
    const result = await client.tickets.get("tkt_1");
    if (result.ok) return;
    const { error } = result;
    switch (error.code) {
      case "invalid_api_key":
      case "key_expired":
        expectTypeOf(error.type).toEqualTypeOf<"authentication_error">();
        expectTypeOf(error.param).toEqualTypeOf<undefined>();
        break;
      case "invalid_id_format":
        expectTypeOf(error.param).toEqualTypeOf<string | undefined>();
        break;
      case "connection_error":
      case "timeout":
      case "aborted":
      case "unexpected_response":
        expectTypeOf(error.type).toEqualTypeOf<"client_error">();
        break;
      case "unrecognized_code":
        expectTypeOf(error.type).toEqualTypeOf<ErrorType | "client_error">();
        break;
      default: {
        type Handled = "invalid_api_key" | "key_expired" | "invalid_id_format" | ClientErrorCode;
        type Rest = Exclude<OperationErrorCode<"getTicket">, Handled> | "local_error";
        // @ts-expect-error some codes are left out
        error satisfies never;
        expectTypeOf(error.code).toEqualTypeOf<Rest>();
      }
    }
  });

  it("excludes what the operation cannot return, and misspelt codes", async () => {
    const result = await client.tickets.get("tkt_1");
    if (result.ok) return;
    // @ts-expect-error a read cannot conflict
    if (result.error.code === "resource_conflict") return;
    // @ts-expect-error no such code
    if (result.error.code === "key_expire") return;
    // @ts-expect-error no such operation
    expectTypeOf<OperationErrorCode<"getTickets">>();
  });

  it("has param as string exactly where the contract demands it", () => {
    expectTypeOf<CStarError<"parameter_missing">["param"]>().toEqualTypeOf<string>();
    expectTypeOf<CStarError<"parameter_invalid">["param"]>().toEqualTypeOf<string>();
    expectTypeOf<CStarError<"resource_conflict">["param"]>().toEqualTypeOf<string>();
    expectTypeOf<CStarError<"invalid_id_format">["param"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<CStarError<"key_expired">["param"]>().toEqualTypeOf<undefined>();
    expectTypeOf<ApiError<"parameter_missing">["param"]>().toEqualTypeOf<string>();
  });

  it("narrows by isCStarError, with and without codes", () => {
    const thrown: unknown = null;
    if (isCStarError(thrown, "resource_conflict", "timeout")) {
      expectTypeOf(thrown.code).toEqualTypeOf<"resource_conflict" | "timeout">();
      if (thrown.code === "resource_conflict") expectTypeOf(thrown.param).toEqualTypeOf<string>();
    }
    if (isCStarError(thrown)) expectTypeOf(thrown.code).toEqualTypeOf<AnyErrorCode>();
    // @ts-expect-error no such code
    isCStarError(thrown, "no_such_code");
  });

  it("is made with what the contract demands", () => {
    expectTypeOf(new CStarError("key_expired").code).toEqualTypeOf<"key_expired">();
    expectTypeOf(new CStarError("parameter_missing", { param: "title" }).param).toEqualTypeOf<string>();
    // @ts-expect-error param is missing
    new CStarError("parameter_missing");
    // @ts-expect-error no such code
    new CStarError("key_expire");
  });
});

describe("the catalog and the wire types", () => {
  it("are literal", () => {
    expectTypeOf(errorCatalog.key_expired.status).toEqualTypeOf<401>();
    expectTypeOf<keyof typeof errorCatalog>().toEqualTypeOf<ErrorCode>();
    expectTypeOf<ErrorEnvelope<"key_expired">["error"]["code"]>().toEqualTypeOf<"key_expired">();
    expectTypeOf<ErrorEnvelope["success"]>().toEqualTypeOf<false>();
    expectTypeOf<ApiError["code"]>().toEqualTypeOf<ErrorCode>();
  });
});

describe("arguments", () => {
  it("are those of the contract", () => {
    client.tickets.create({ title: "x" });
    client.tickets.list({ status: "open", expand: ["customer"] }, { maxRetries: 0 });
    // @ts-expect-error title is required
    client.tickets.create({});
    // @ts-expect-error no such priority
    client.tickets.create({ title: "x", priority: "critical" });
    // @ts-expect-error no such filter
    client.tickets.list({ state: "open" });
    // @ts-expect-error the id is missing
    client.tickets.get();
    expectTypeOf(client.tickets.iterate()).toEqualTypeOf<AsyncGenerator<Ticket, void, undefined>>();
    expectTypeOf(createClient).parameters.toEqualTypeOf<[ClientOptions]>();
    // @ts-expect-error teamId is missing
    createClient({ apiKey: "sk_test_x" });
    createFetchClient({ apiKey: async () => "sk_test_x" });
  });

  it("of openapi-fetch's client are its own, with the codes of each operation", async () => {
    const api = createFetchClient({ apiKey: "sk_test_x" });
    const params = { path: { teamId: "t", ticketId: "tkt_1" } };
    const { error } = await api.GET("/teams/{teamId}/tickets/{ticketId}", { params });
    if (error) expectTypeOf(error.error.code).toEqualTypeOf<OperationErrorCode<"getTicket">>();
  });
});
