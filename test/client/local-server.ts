import { afterAll, beforeEach } from "vitest";
import { type Harness, harness } from "./harness.ts";
import { startServer, type TestServer } from "./server.ts";

/** A server for all tests of a file, which has seen nothing when a test begins, and a harness that is new for each. */
export async function localServer(): Promise<{ server: TestServer; h: Harness }> {
  const server = await startServer();
  const h = harness(server.baseUrl);
  beforeEach(() => {
    server.seen.length = 0;
    Object.assign(h, harness(server.baseUrl));
  });
  afterAll(server.close);
  return { server, h };
}
