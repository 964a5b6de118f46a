import { execFileSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import {
  curlSample,
  type SampleCall,
  sampleCall,
  samplesOf,
  setups,
} from "../../scripts/docs/samples/index.ts";
import { shapeClient } from "../../scripts/names/client-methods.ts";
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
    expect(callOf(code)).toMatchObject({ method, common: [{ name: "teamId" }] });
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
    const script = curlSample(call).replace(/^curl/, "printf '%s\\n'");
    const shown = execFileSync("sh", ["-c", script], {
      encoding: "utf8",
      env: { CSTAR_API: "https://a.example/v1", CSTAR_TEAM_ID: "team", CSTAR_API_KEY: "key" },
    });
    expect(shown.trimEnd().split("\n")).toEqual([
      "-i",
      "-X",
      "POST",
      "https://a.example/v1/teams/team/tickets",
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

  const samplesOfCode = (code: string) => {
    const error = input.contract.errors.find((candidate) => candidate.code === code);
    const samples = error && samplesOf(input.contract, error);
    if (samples === undefined) throw new Error(`There are no samples for ${code}.`);
    return samples;
  };

  it.each([
    { code: "rate_limit_exceeded", typescript: "error.retryAt", fetch: 'headers.get("Retry-After")' },
    { code: "internal_error", typescript: "{ idempotencyKey }", fetch: '"Idempotency-Key": key' },
    { code: "parameter_missing", typescript: "error.param", fetch: "error.param" },
    { code: "key_expired", typescript: "alert whoever manages", fetch: "alert whoever manages" },
    { code: "resource_not_found", typescript: "this means success", fetch: "this means success" },
  ])("handle $code as its facts demand, in both languages", ({ code, typescript, fetch }) => {
    expect(samplesOfCode(code).typescript).toContain(typescript);
    expect(samplesOfCode(code).fetch).toContain(fetch);
  });

  it("show a whole response: status line, headers that the operation declares, the example", () => {
    for (const error of input.contract.errors) {
      const [head = "", body = ""] = samplesOfCode(error.code).response.split("\n\n");
      expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${error.status} [A-Z]`));
      expect(head).toContain("X-RateLimit-Limit: 1000");
      expect(head.includes("Retry-After: ")).toBe(error.retry === "after");
      expect(JSON.parse(body)).toEqual(error.example);
      expect(head).not.toContain("…");
    }
  });

  it("tell one story where one has to wait: no requests left, and a window that ends with the wait", () => {
    const [head = "", body = ""] = samplesOfCode("rate_limit_exceeded").response.split("\n\n");
    const header = (name: string) => Number(new RegExp(`${name}: (\\d+)`).exec(head)?.[1]);
    const now = Date.parse(JSON.parse(body).meta.timestamp) / 1000;
    expect(header("X-RateLimit-Remaining")).toBe(0);
    expect(header("X-RateLimit-Reset")).toBe(now + header("Retry-After"));
  });

  it("need the set-up alone: every variable that a sample reads is set there", () => {
    const made = setups(input.contract, shapeClient(input.contract).own);
    for (const { code } of input.contract.errors) {
      for (const [, name] of samplesOfCode(code).curl.matchAll(/\$(CSTAR_\w+)/g)) {
        expect(made.curl).toContain(`export ${name}=`);
      }
      for (const [, name] of samplesOfCode(code).fetch.matchAll(/\$\{(\w+)\}/g)) {
        expect(made.fetch).toContain(`const ${name} = `);
      }
    }
  });
});
