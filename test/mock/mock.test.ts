import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { UsageError } from "../../src/cli/index.ts";
import { claimPort } from "../../src/cli/port.ts";
import { freePort, startMock } from "./mock.ts";

test("a port that is in use ends the mock with exit status 2, and with a word about what to do", async () => {
  const port = await freePort();
  const taken = createServer().listen(port, "127.0.0.1");
  await once(taken, "listening");
  const mock = startMock(port);
  expect(await mock.ended).toEqual({ status: 2, signal: null });
  taken.close();
  expect(mock.printed).toEqual({
    stdout: "",
    stderr: `error: Port ${port} is in use. Stop what listens there, or choose another with --port.\nSee: cstar-contract mock --help\n`,
  });
});

test("a port that cannot exist is refused", async () => {
  await expect(claimPort(65536, "127.0.0.1")).rejects.toEqual(
    new UsageError("--port is 65536; the highest port is 65535."),
  );
});

test("a port that is claimed is free afterwards, for whoever wants it", async () => {
  const port = await freePort();
  await claimPort(port, "127.0.0.1");
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  server.close();
});
