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

/** What is returned to a request; status 0 closes the connection. */
interface Reply {
  status: number;
  body: string;
}

const success: Reply = { status: 200, body: JSON.stringify({ success: true, data: { id: 1 }, meta: {} }) };
const failure = (status: number, code: string): Reply => ({
  status,
  body: JSON.stringify({ success: false, error: { code, message: "x" }, meta: {} }),
});
const html: Reply = { status: 502, body: "<html>Bad gateway</html>" };
const reset: Reply = { status: 0, body: "" };

const limited = failure(429, "rate_limit_exceeded");
const broken = failure(500, "internal_error");
const GET = {};
const POST = { method: "POST" };

const CASES: [what: string, responses: Reply[], call: Call, requests: number, ends: string][] = [
  ["a success is returned", [success], GET, 1, "ok"],
  ["a refusal is final", [failure(401, "key_expired")], GET, 1, "key_expired"],
  ["a rate limit is waited for, also by a write without a key", [limited, success], POST, 2, "ok"],
  ["a read is repeated after a server error", [broken, success], GET, 2, "ok"],
  ["a write without a key is not", [broken, success], POST, 1, "internal_error"],
  ["a write with a key is", [failure(500, "database_error"), success], { ...POST, key: "k" }, 2, "ok"],
  ["a page of HTML is repeated", [html, success], GET, 2, "ok"],
  ["a lost connection is repeated", [reset, success], GET, 2, "ok"],
  [
    "a lost connection is final for a write without a key",
    [reset, success],
    { method: "PATCH" },
    1,
    "status 0",
  ],
  ["it gives up after three attempts", [broken], GET, 3, "internal_error"],
];

/** Serves the responses of a case in turn, the last one again and again, and counts the requests. */
async function serve(responses: readonly Reply[]) {
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

  it.each(CASES)("in TypeScript: %s", async (_, responses, { method, key }, requests, ends) => {
    const { code } = transformSync(typescriptLoop(contract), { loader: "ts", format: "cjs" });
    const module = { exports: {} as { callApi: (url: string, init: RequestInit) => Promise<unknown> } };
    // No pause is waited for: the cases are about what is repeated.
    const instant = (run: () => void) => setTimeout(run, 0);
    new Function("module", "exports", "setTimeout", code)(module, module.exports, instant);
    const server = await serve(responses);
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
    it.each(CASES)("in Python: %s", async (_, responses, { method = "GET", key }, requests, ends) => {
      const server = await serve(responses);
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
