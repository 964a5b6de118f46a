import { describe, expect, it } from "vitest";
import { addOutcome } from "../../src/client/error.ts";
import type { AttemptResult } from "../../src/client/send.ts";
import type { CallOutcome } from "../../src/entries/main.ts";

const answered = (status: number): AttemptResult => ({ response: new Response(null, { status }) });
const broken = (code?: string, depth = 0): AttemptResult => {
  let cause: Error = Object.assign(new Error("x"), code && { code });
  for (let level = 0; level < depth; level++) cause = new Error("y", { cause });
  return { failure: { code: "connection_error", cause } };
};

describe("the outcome of a call, after one more attempt,", () => {
  it.each<[string, AttemptResult[], CallOutcome]>([
    ["is not_sent when no connection was made", [broken("ECONNREFUSED")], "not_sent"],
    ["is not_sent wherever in the chain the code is", [broken("ENOTFOUND", 3)], "not_sent"],
    ["is not_sent for names that cannot be asked for now", [broken("EAI_AGAIN")], "not_sent"],
    ["is not_sent when connecting took too long", [broken("UND_ERR_CONNECT_TIMEOUT", 1)], "not_sent"],
    ["is unknown when the connection broke", [broken("ECONNRESET")], "unknown"],
    ["is unknown when a code only begins like one", [broken("ECONNREFUSED_2")], "unknown"],
    ["is unknown when a code only ends like one", [broken("NOT_ENOTFOUND")], "unknown"],
    ["is unknown when nothing is said", [broken()], "unknown"],
    [
      "is unknown when the reason of an abort has such a code",
      [{ failure: { code: "aborted", cause: Object.assign(new Error("x"), { code: "ECONNREFUSED" }) } }],
      "unknown",
    ],
    ["is rejected by a 400", [answered(400)], "rejected"],
    ["is rejected by a 499", [answered(499)], "rejected"],
    ["is unknown after a 500", [answered(500)], "unknown"],
    ["is unknown after a 200", [answered(200)], "unknown"],
    ["stays not_sent", [broken("ENOTFOUND"), broken("ECONNREFUSED")], "not_sent"],
    ["becomes rejected by the first answer", [broken("ENOTFOUND"), answered(404)], "rejected"],
    ["stays rejected when a later attempt was not sent", [answered(429), broken("ECONNREFUSED")], "rejected"],
    ["becomes unknown by one attempt that is", [answered(429), broken("ECONNRESET")], "unknown"],
    ["stays unknown when a later attempt is rejected", [answered(500), answered(404)], "unknown"],
    ["stays unknown when a later attempt was not sent", [answered(500), broken("ENOTFOUND")], "unknown"],
  ])("%s", (_, attempts, want) => {
    expect(attempts.reduce<CallOutcome>(addOutcome, "not_sent")).toBe(want);
  });
});
