import { describe, expect, it } from "vitest";
import type { AttemptResult } from "../../src/client/call.ts";
import { addOutcome, throwFailure } from "../../src/client/error.ts";
import type { CallOutcome } from "../../src/entries/main.ts";

const responded = (status: number): AttemptResult => ({ response: new Response(null, { status }) });
const strict = (text: string) => text;
const broken = (properties: object = {}, depth = 0): AttemptResult => {
  let cause: Error = Object.assign(new Error("x"), properties);
  for (let level = 0; level < depth; level++) cause = new Error("y", { cause });
  return { failure: throwFailure(cause, false, { keys: strict, log: strict, strict }) };
};
const codes = (...all: string[]) =>
  broken({ errors: all.map((code) => Object.assign(new Error("z"), { code })) }, 1);

describe("the outcome of a call, after one more attempt,", () => {
  it.each<[string, AttemptResult[], CallOutcome]>([
    ["is not_sent when no connection was made", [broken({ code: "ECONNREFUSED" })], "not_sent"],
    ["is not_sent wherever in the chain the code is", [broken({ code: "ENOTFOUND" }, 3)], "not_sent"],
    ["is not_sent for names that cannot be asked for now", [broken({ code: "EAI_AGAIN" })], "not_sent"],
    [
      "is not_sent when connecting took too long",
      [broken({ code: "UND_ERR_CONNECT_TIMEOUT" }, 1)],
      "not_sent",
    ],
    ["is not_sent when a certificate is wrong", [broken({ code: "CERT_HAS_EXPIRED" }, 1)], "not_sent"],
    [
      "is not_sent when a certificate signs itself",
      [broken({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" })],
      "not_sent",
    ],
    ["is not_sent for another name in it", [broken({ code: "ERR_TLS_CERT_ALTNAME_INVALID" })], "not_sent"],
    ["is not_sent when TLS finds no TLS", [broken({ code: "ERR_SSL_WRONG_VERSION_NUMBER" })], "not_sent"],
    ["is not_sent when the network is unreachable", [broken({ code: "ENETUNREACH" })], "not_sent"],
    ["is not_sent when the host is unreachable", [broken({ code: "EHOSTUNREACH" })], "not_sent"],
    [
      "is not_sent for any failure of connect",
      [broken({ code: "ETIMEDOUT", syscall: "connect" }, 1)],
      "not_sent",
    ],
    ["is not_sent for a port that fetch refuses", [broken({ cause: new Error("bad port") })], "not_sent"],
    ["is not_sent as Bun says it", [broken({ code: "ConnectionRefused" })], "not_sent"],
    [
      "is not_sent as Deno says it",
      [broken({ message: "error sending request for url: client error (Connect): tcp connect error" })],
      "not_sent",
    ],
    ["is not_sent when every address failed", [codes("ECONNREFUSED", "ENETUNREACH")], "not_sent"],
    ["is unknown when one address failed later", [codes("ECONNREFUSED", "ECONNRESET")], "unknown"],
    ["is unknown when a record of TLS broke", [broken({ code: "ERR_SSL_BAD_RECORD_MAC" })], "unknown"],
    ["is unknown when reading timed out", [broken({ code: "ETIMEDOUT", syscall: "read" })], "unknown"],
    ["is unknown when the connection broke", [broken({ code: "ECONNRESET" })], "unknown"],
    ["is unknown when a code only begins like one", [broken({ code: "ECONNREFUSED_2" })], "unknown"],
    ["is unknown when a code only ends like one", [broken({ code: "NOT_ENOTFOUND" })], "unknown"],
    ["is unknown when nothing is said", [broken()], "unknown"],
    [
      "is unknown when the reason of an abort has such a code",
      [{ failure: { code: "aborted", cause: Object.assign(new Error("x"), { code: "ECONNREFUSED" }) } }],
      "unknown",
    ],
    ["is rejected by a 400", [responded(400)], "rejected"],
    ["is rejected by a 499", [responded(499)], "rejected"],
    ["is unknown after a 500", [responded(500)], "unknown"],
    ["is unknown after a 200", [responded(200)], "unknown"],
    ["stays not_sent", [broken({ code: "ENOTFOUND" }), broken({ code: "ECONNREFUSED" })], "not_sent"],
    ["becomes rejected by the first response", [broken({ code: "ENOTFOUND" }), responded(404)], "rejected"],
    [
      "stays rejected when a later attempt was not sent",
      [responded(429), broken({ code: "ECONNREFUSED" })],
      "rejected",
    ],
    ["becomes unknown by one attempt that is", [responded(429), broken({ code: "ECONNRESET" })], "unknown"],
    ["stays unknown when a later attempt is rejected", [responded(500), responded(404)], "unknown"],
    [
      "stays unknown when a later attempt was not sent",
      [responded(500), broken({ code: "ENOTFOUND" })],
      "unknown",
    ],
  ])("%s", (_, attempts, want) => {
    expect(attempts.reduce<CallOutcome>(addOutcome, "not_sent")).toBe(want);
  });
});
