import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
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

test.each([
  ["0", /--port is "0"; it must be a whole number from 1/],
  ["x", /--port is "x"; it must be a whole number from 1/],
  ["65536", /--port is 65536; the highest port is 65535/],
])("the port %s is refused", async (port, message) => {
  const mock = startMock(0, ["--port", port]);
  expect((await mock.ended).status).toBe(2);
  expect(mock.printed.stderr).toMatch(message);
  expect(mock.printed.stdout).toBe("");
});
