import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { mock } from "../../src/cli/commands/mock.ts";
import { recipes } from "../../src/cli/commands/recipes.ts";
import { runCommand, UsageError } from "../../src/cli/index.ts";
import { acceptsConnections, claimPort, refusal } from "../../src/cli/port.ts";
import type { Contract } from "../../src/contract/index.ts";
import { recorder } from "../cli/recorder.ts";
import { contract } from "../contract/project.ts";
import { freePort } from "./mock.ts";

test("a port that is in use ends the mock with exit status 2, and with a word about what to do", async () => {
  const port = await freePort();
  const taken = createServer().listen(port, "127.0.0.1");
  await once(taken, "listening");
  const terminal = recorder();
  const argv = ["--port", String(port)];
  expect(await runCommand("cstar-contract mock", { command: mock, argv, terminal })).toBe(2);
  taken.close();
  expect(terminal.said).toEqual({
    out: "",
    err: `<red>error:</red> Port ${port} is in use. Stop what listens there, or choose another with --port.\nSee: cstar-contract mock --help\n`,
  });
});

test("a port that cannot exist is refused", async () => {
  await expect(claimPort(65536, "127.0.0.1")).rejects.toEqual(
    new UsageError("--port is 65536; the highest port is 65535."),
  );
  expect(await claimPort(65535, "127.0.0.1").then(() => "", String)).not.toContain("highest");
});

test("a port that is claimed is free afterwards, for whoever wants it", async () => {
  const port = await freePort();
  await claimPort(port, "127.0.0.1");
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  server.close();
});

test("an address that is not this machine's is told as the system tells it", async () => {
  await expect(claimPort(0, "192.0.2.1")).rejects.toMatchObject({ code: "EADDRNOTAVAIL" });
});

test.each([
  ["EADDRINUSE", "Port 80 is in use. Stop what listens there, or choose another with --port."],
  ["EACCES", "Port 80 needs privileges. Choose one from 1024 with --port."],
])("a port that cannot be had because of %s is told with what to do", (code, message) => {
  expect(refusal(80, Object.assign(new Error(code), { code }))).toEqual(new UsageError(message));
});

test("whether somebody accepts connections is waited for, until there is no use in it", async () => {
  const port = await freePort();
  const over = new AbortController();
  const accepted = acceptsConnections(port, "127.0.0.1", over.signal);
  const server = createServer((socket) => socket.destroy()).listen(port, "127.0.0.1");
  expect(await accepted).toBe(true);
  server.close();
  await once(server, "close");
  const refused = acceptsConnections(port, "127.0.0.1", over.signal);
  over.abort();
  expect(await refused).toBe(false);
});

test("a recipe is a command with the address, a key, the code that is asked for and a body where one is needed", () => {
  const all = recipes(contract, "http://a.example");
  expect(all).toHaveLength(contract.errors.length);
  const [first] = contract.errors;
  const prefix = contract.keys.find((key) => key.environment === "test" && key.kind === "secret")?.prefix;
  const [command = "", ...headers] = (all[0] ?? "").split(" \\\n  ");
  const [title, curl] = command.split("\n");
  expect(title).toBe(`# ${first?.code} (${first?.status})`);
  expect(curl).toMatch(/^curl -X GET 'http:\/\/a\.example\/\S+'$/);
  expect(headers).toEqual([
    `-H 'Authorization: Bearer ${prefix}${"x".repeat(32)}'`,
    `-H 'Prefer: code=${first?.status}, example=${first?.code}'\n`,
  ]);
  const operation = { ...contract.operations.find(({ method }) => method === "post"), id: "one" };
  const one = (change: object) =>
    recipes(
      {
        ...contract,
        errors: [{ ...first, operations: ["one"] }],
        operations: [operation],
        ...change,
      } as Contract,
      "http://it's",
    );
  expect(one({})[0]).toContain("curl -X POST 'http://it'\\''s/");
  expect(one({})[0]).toContain("-H 'Content-Type: application/json' -d '{");
  const get = { ...contract.operations.find(({ method }) => method === "get"), id: "one" };
  expect(one({ operations: [get] })[0]).not.toContain("Content-Type");
  expect(one({ keys: [{ environment: "live", kind: "secret", prefix: "k_" }] })[0]).toContain(
    "Bearer k_xxxx",
  );
  expect(one({ keys: [] })[0]).toContain(`Bearer ${"x".repeat(32)}'`);
  expect(() => one({ operations: [] })).toThrow(`No operation declares ${first?.code}.`);
});
