import { execFileSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import {
  curlSample,
  type SampleCall,
  sampleCall,
  typescriptSample,
} from "../../scripts/docs/samples/index.ts";
import type { EmitInput } from "../../scripts/render/output.ts";
import { readInput } from "./site.ts";

describe("the samples of a code", () => {
  let input: EmitInput;
  beforeAll(async () => {
    input = await readInput();
  });

  const callOf = (code: string): SampleCall => {
    const error = input.contract.errors.find((candidate) => candidate.code === code);
    const call = error && sampleCall(input.contract, error);
    if (call === undefined) throw new Error(`There is no sample for ${code}.`);
    return call;
  };

  it.each([
    { code: "authentication_required", operation: "listTickets", why: "the first one" },
    { code: "publishable_key_write", operation: "createTicket", why: "the first that can" },
    { code: "invalid_id_format", operation: "getTicket", why: "one that takes the id of the example" },
    {
      code: "parameter_invalid",
      operation: "listTickets",
      why: "one that takes the parameter of the example",
    },
    { code: "internal_error", operation: "createTicket", why: "one where a retry needs care" },
  ])("show $operation for $code: $why", ({ code, operation }) => {
    expect(callOf(code).operation.id).toBe(operation);
  });

  it.each([
    { code: "authentication_required", method: "tickets.list", body: undefined },
    { code: "parameter_missing", method: "tickets.create", body: { title: "Charged twice for March" } },
    { code: "resource_not_found", method: "tickets.get", body: undefined },
  ])("call $method for $code, with no more than it needs", ({ code, method, body }) => {
    expect(callOf(code)).toMatchObject({ method, common: ["teamId"] });
    expect(callOf(code).body).toEqual(body);
  });

  it("give an update one field, since it needs one and none in particular", () => {
    const { contract } = input;
    const [error] = contract.errors;
    if (!error) throw new Error("There is no error.");
    const { body } = sampleCall(contract, { ...error, operations: ["updateTicket"] }) ?? {};
    expect(Object.keys(body as object)).toHaveLength(1);
  });

  it("reach a shell as the request that was meant, whatever the values hold", () => {
    const bad = `it's "$(touch pwned)" \`x\` $HOME \\ !`;
    const call = { ...callOf("internal_error"), body: { title: bad }, headers: [{ name: "X", value: bad }] };
    const base = 'https://a.example/$(touch pwned)`x`"!';
    const script = curlSample({ baseUrl: base }, call).replace(/^curl/, "printf '%s\\n'");
    const shown = execFileSync("sh", ["-c", script], {
      encoding: "utf8",
      env: { CSTAR_TEAM_ID: "team", CSTAR_API_KEY: "key" },
    });
    expect(shown.trimEnd().split("\n")).toEqual([
      "-i",
      "-X",
      "POST",
      `${base.replace("!", "%21")}/teams/team/tickets`,
      "-H",
      "Authorization: Bearer key",
      "-H",
      `X: ${bad}`,
      "-H",
      "Content-Type: application/json",
      "-d",
      JSON.stringify({ title: bad }),
    ]);
  });

  it("differ by retry rule: nothing to repeat, a moment to wait for, a key to repeat with", () => {
    const sampleOfCode = (code: string) => {
      const error = input.contract.errors.find((candidate) => candidate.code === code);
      return error ? typescriptSample(error, callOf(code)) : "";
    };
    expect(sampleOfCode("key_expired")).not.toContain("retryAt");
    expect(sampleOfCode("rate_limit_exceeded")).toContain("result.error.retryAt");
    expect(sampleOfCode("internal_error")).toContain("idempotencyKey");
    expect(sampleOfCode("parameter_missing")).toContain("result.error.param");
  });
});
