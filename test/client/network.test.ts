import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { readNetworkError } from "../../src/client/network.ts";
import { CStarError, type FetchFunction } from "../../src/entries/main.ts";
import { failed, harness } from "./harness.ts";
import { startServer } from "./server.ts";

const withCode = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

/** A fetch that fails as the platform does. */
const failing =
  (cause: unknown): FetchFunction =>
  () =>
    Promise.reject(new TypeError("fetch failed", { cause }));

describe("networkCode", () => {
  it("is on the error, in its message and JSON, and on every attempt: a refused connection", async () => {
    const gone = await startServer();
    await gone.close();
    const error = failed(
      await harness(gone.baseUrl).client({ maxRetries: 1 }).tickets.create({ title: "x" }),
    );
    const want = { networkCode: "ECONNREFUSED" };
    expect(error).toMatchObject({
      code: "connection_error",
      outcome: "not_sent",
      ...want,
      attempts: [want, want],
    });
    expect(error.message).toBe("[connection_error] The connection failed (ECONNREFUSED)");
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ ...want, attempts: [want, want] });
    expect(CStarError.fromJSON(error.toJSON())).toMatchObject({ ...want, attempts: [want, want] });
  });

  it("is that of a name that does not exist", async () => {
    const error = failed(await harness("http://nowhere.invalid").client({ maxRetries: 0 }).tickets.get("x"));
    expect(error).toMatchObject({
      outcome: "not_sent",
      networkCode: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/),
    });
  });

  it("is that of each address that was tried, once", async () => {
    const errors = ["ECONNREFUSED", "ENETUNREACH", "ECONNREFUSED"].map((code) => withCode(code));
    const fetch = failing(new AggregateError(errors));
    const error = failed(await harness("http://x.example").client({ fetch, maxRetries: 0 }).tickets.get("x"));
    expect(error).toMatchObject({ networkCode: "ECONNREFUSED, ENETUNREACH", outcome: "not_sent" });
  });

  it("is nothing that only looks like a code", async () => {
    for (const cause of [
      withCode("no code at all"),
      withCode("x"),
      withCode("E".repeat(100)),
      { code: 5 },
      "E",
    ]) {
      const fetch = failing(cause);
      const error = failed(
        await harness("http://x.example").client({ fetch, maxRetries: 0 }).tickets.get("x"),
      );
      expect(error).not.toHaveProperty("networkCode");
      expect(error.message).toBe("[connection_error] The connection failed");
    }
  });
});

describe("what cannot have been sent", () => {
  it("is not_sent, and is not tried again: TLS where there is none", async () => {
    const plain = createServer((_, response) => response.end());
    await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void plain.close());
    const baseUrl = `https://127.0.0.1:${(plain.address() as AddressInfo).port}`;
    const error = failed(await harness(baseUrl).client().tickets.create({ title: "x" }));
    expect(error).toMatchObject({
      code: "connection_error",
      outcome: "not_sent",
      retryable: false,
      attempts: [{}],
    });
    expect(error.networkCode).toMatch(/SSL/);
    expect(error.stopped).toBeUndefined();
  });

  it.each([
    ["CERT_HAS_EXPIRED"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT"],
    ["SELF_SIGNED_CERT_IN_CHAIN"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
    ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY"],
    ["ERR_TLS_CERT_ALTNAME_INVALID"],
    ["HOSTNAME_MISMATCH"],
  ])("is not tried again when a certificate is wrong: %s", async (networkCode) => {
    const fetch = failing(withCode(networkCode));
    const error = failed(await harness("https://x.example").client({ fetch }).tickets.create({ title: "x" }));
    expect(error).toMatchObject({
      outcome: "not_sent",
      retryable: false,
      networkCode,
      attempts: [{ networkCode }],
    });
  });

  it("is not tried again on a port that fetch refuses", async () => {
    const error = failed(await harness("http://127.0.0.1:6000").client().tickets.create({ title: "x" }));
    expect(error).toMatchObject({
      code: "connection_error",
      outcome: "not_sent",
      retryable: false,
      attempts: [{}],
    });
  });

  it.each([
    "ENETUNREACH",
    "ENETDOWN",
    "EHOSTUNREACH",
    "EHOSTDOWN",
    "EADDRNOTAVAIL",
    "UND_ERR_CONNECT_TIMEOUT",
  ])("is not_sent and tried again: %s", async (code) => {
    const fetch = failing(withCode(code));
    const error = failed(await harness("http://x.example").client({ fetch }).tickets.create({ title: "x" }));
    expect(error).toMatchObject({ outcome: "not_sent", stopped: "attempts", attempts: [{}, {}, {}] });
  });

  it("is not a connection that the network dropped while it stood", async () => {
    const fetch = failing(withCode("ENETRESET"));
    const error = failed(await harness("http://x.example").client({ fetch }).tickets.create({ title: "x" }));
    expect(error).toMatchObject({ networkCode: "ENETRESET", outcome: "unknown" });
  });

  it("may be sent again by hand, which a connection that broke after the request may not", async () => {
    const rude = createTcpServer((socket) => void socket.once("data", () => socket.destroy()));
    await new Promise<void>((resolve) => rude.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void rude.close());
    const baseUrl = `http://127.0.0.1:${(rude.address() as AddressInfo).port}`;
    const error = failed(await harness(baseUrl).client().tickets.create({ title: "x" }));
    expect(error).toMatchObject({ code: "connection_error", outcome: "unknown", retryable: true });
    expect(error.networkCode).toMatch(/^(UND_ERR_SOCKET|ECONNRESET)$/);
  });
});

/** An error whose code stands so many causes below it. */
function nested(depth: number): unknown {
  return depth === 0 ? withCode("ECONNRESET") : new Error("outer", { cause: nested(depth - 1) });
}

describe("readNetworkError", () => {
  const none = { codes: [], notSent: false, permanent: false };

  it.each<[string, unknown, object]>([
    ["nothing", undefined, none],
    ["a text", "offline", none],
    ["a reset", withCode("ECONNRESET"), { ...none, codes: ["ECONNRESET"] }],
    [
      "the outermost of several codes",
      withCode("UND_ERR_SOCKET", { cause: withCode("ECONNRESET") }),
      { ...none, codes: ["UND_ERR_SOCKET"] },
    ],
    [
      "a reset before TLS was there",
      withCode("ECONNRESET", {
        message: "Client network socket disconnected before secure TLS connection was established",
      }),
      { codes: ["ECONNRESET"], notSent: true, permanent: false },
    ],
    [
      "a certificate as Deno says it",
      new TypeError("invalid peer certificate: UnknownIssuer"),
      { codes: [], notSent: true, permanent: true },
    ],
    ["an empty AggregateError", new AggregateError([], "x"), none],
    [
      "addresses of which one was connected",
      new AggregateError([withCode("ECONNREFUSED"), withCode("ECONNRESET")]),
      { codes: ["ECONNREFUSED", "ECONNRESET"], notSent: false, permanent: false },
    ],
    [
      "addresses of which one has a bad certificate, so that another may do",
      new AggregateError([withCode("CERT_HAS_EXPIRED"), withCode("ECONNREFUSED")]),
      { codes: ["CERT_HAS_EXPIRED", "ECONNREFUSED"], notSent: true, permanent: false },
    ],
    [
      "addresses that all have bad certificates",
      new AggregateError([withCode("CERT_HAS_EXPIRED"), withCode("CERT_REVOKED")]),
      { codes: ["CERT_HAS_EXPIRED", "CERT_REVOKED"], notSent: true, permanent: true },
    ],
    ["a list of one code, which is no code", { code: ["ECONNREFUSED"] }, none],
    ["a code four causes deep", nested(4), { ...none, codes: ["ECONNRESET"] }],
    ["nothing that lies deeper", nested(5), none],
  ])("reads %s", (_, thrown, want) => {
    expect(readNetworkError(thrown)).toEqual(want);
  });

  it("ends in a circle", () => {
    const circle = new Error("round") as Error & { errors: unknown[] };
    circle.cause = circle;
    circle.errors = [circle, circle];
    expect(readNetworkError(circle)).toEqual(none);
  });
});
