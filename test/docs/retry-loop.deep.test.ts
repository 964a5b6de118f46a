import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { transformSync } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { ATTEMPTS, pythonLoop, typescriptLoop } from "../../scripts/docs/samples/index.ts";
import { defaults } from "../../src/client/options.ts";
import type { Contract } from "../../src/contract/index.ts";
import { readInput } from "./site.ts";

interface Call {
  method?: string;
  key?: string;
}

/** How each case is answered, in turn; the last one again and again. */
const success = { status: 200, body: JSON.stringify({ success: true, data: { id: 1 }, meta: {} }) };
const failure = (status: number, code: string) => ({
  status,
  body: JSON.stringify({ success: false, error: { code, message: "x" }, meta: {} }),
});
const html = { status: 502, body: "<html>Bad gateway</html>" };
const reset = { status: 0, body: "" };

const CASES = [
  { name: "a success is returned", responses: [success], call: {}, requests: 1, ends: "ok" },
  {
    name: "a refusal is final",
    responses: [failure(401, "key_expired")],
    call: {},
    requests: 1,
    ends: "key_expired",
  },
  {
    name: "a rate limit is waited for, also by a write without a key",
    responses: [failure(429, "rate_limit_exceeded"), success],
    call: { method: "POST" },
    requests: 2,
    ends: "ok",
  },
  {
    name: "a read is repeated after a server error",
    responses: [failure(500, "internal_error"), success],
    call: {},
    requests: 2,
    ends: "ok",
  },
  {
    name: "a write without a key is not",
    responses: [failure(500, "internal_error"), success],
    call: { method: "POST" },
    requests: 1,
    ends: "internal_error",
  },
  {
    name: "a write with a key is",
    responses: [failure(500, "database_error"), success],
    call: { method: "POST", key: "k" },
    requests: 2,
    ends: "ok",
  },
  { name: "a page of HTML is repeated", responses: [html, success], call: {}, requests: 2, ends: "ok" },
  { name: "a lost connection is repeated", responses: [reset, success], call: {}, requests: 2, ends: "ok" },
  {
    name: "a lost connection is final for a write without a key",
    responses: [reset, success],
    call: { method: "PATCH" },
    requests: 1,
    ends: "status 0",
  },
  {
    name: "it gives up after three attempts",
    responses: [failure(500, "internal_error")],
    call: {},
    requests: 3,
    ends: "internal_error",
  },
];

/** Serves the responses of a case, and counts the requests. */
async function serve(responses: readonly { status: number; body: string }[]) {
  let count = 0;
  const listener: RequestListener = (request, response) => {
    const { status, body } = responses[Math.min(count++, responses.length - 1)] ?? success;
    if (status === 0) {
      request.socket.destroy();
      return;
    }
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  };
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    count: () => count,
    close: () => new Promise((done) => server.close(done)),
  };
}

describe("the loops of the error reference", () => {
  let contract: Contract;
  beforeAll(async () => {
    ({ contract } = await readInput());
  });

  it("make as many attempts as the client", () => {
    expect(ATTEMPTS).toBe(defaults.maxRetries + 1);
    for (const code of contract.errors.filter(({ retry }) => retry !== "never")) {
      expect(typescriptLoop(contract)).toContain(`"${code.code}"`);
      expect(pythonLoop(contract)).toContain(`"${code.code}"`);
    }
  });

  it.each(CASES)("in TypeScript: $name", async ({ responses, call, requests, ends }) => {
    const { code } = transformSync(typescriptLoop(contract), { loader: "ts", format: "cjs" });
    const module = { exports: {} as { callApi: (url: string, init: RequestInit) => Promise<unknown> } };
    // No pause is waited for: the cases are about what is repeated.
    const instant = (run: () => void) => setTimeout(run, 0);
    new Function("module", "exports", "setTimeout", code)(module, module.exports, instant);
    const server = await serve(responses);
    const { method, key } = call as Call;
    const init = { ...(method && { method }), headers: key === undefined ? {} : { "Idempotency-Key": key } };
    const end = await module.exports.callApi(server.url, init).then(
      () => "ok",
      (error: Error & { code?: string }) => error.code ?? error.message,
    );
    expect([end, server.count()]).toEqual([ends, requests]);
    await server.close();
  });

  // Python is everywhere where the documentation is built, but not on every developer's machine.
  const python = ["/usr/bin/python3", "/usr/local/bin/python3"].find(existsSync);
  if (python !== undefined)
    it.each(CASES)("in Python: $name", async ({ responses, call, requests, ends }) => {
      const server = await serve(responses);
      const { method = "GET", key } = call as Call;
      const script = `${pythonLoop(contract)}

time.sleep = lambda seconds: None
try:
    call_api(${JSON.stringify(server.url)}, ${JSON.stringify(method)}, ${JSON.stringify(key === undefined ? {} : { "Idempotency-Key": key })})
    print("ok")
except ApiError as error:
    print(error.args[0])
`;
      const { stdout } = await promisify(execFile)(python ?? "", ["-c", script]);
      expect([stdout.trim(), server.count()]).toEqual([ends, requests]);
      await server.close();
    });
});
