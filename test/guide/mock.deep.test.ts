import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort, type Mock, startMock } from "../mock/mock.ts";
import { prepare, type Runnable } from "./run.ts";
import { readSamples } from "./samples.ts";

const samples = readSamples();
const sample = samples.find(({ name }) => name === "mock");
const usualPort = "4010";

let mock: Mock;
let runnable: Runnable;
let port: number;
beforeAll(async () => {
  port = await freePort();
  mock = startMock(port);
  const moved = sample && { ...sample, code: sample.code.replace(usualPort, String(port)) };
  [runnable] = await Promise.all([prepare(moved ? [moved] : []), mock.prints("# database_error (")]);
});
afterAll(async () => {
  runnable.remove();
  mock.child.kill("SIGTERM");
  await mock.ended;
});

it("prints what the guide says of the sample that talks to the mock", async () => {
  expect(sample?.code).toContain(usualPort);
  const { stdout, stderr, status } = await runnable.run("mock", "");
  expect({ stdout, stderr, status }).toEqual({ stdout: sample?.prints, stderr: "", status: 0 });
});
