import { rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeInBrowser } from "../browser.ts";
import { root } from "../contract/project.ts";
import { errorBody, headers } from "../verify/records.ts";
import { prepare, type Runnable } from "./run.ts";
import { readSamples } from "./samples.ts";

const samples = readSamples("traffic");

describeInBrowser("The guide to traffic", () => {
  let runnable: Runnable;
  let server: Server;
  beforeAll(async () => {
    runnable = await prepare(samples.filter(({ name }) => name === "playwright"));
    // A page that calls the API once, and gets an error under the wrong status.
    server = createServer((request, response) => {
      if (request.url !== "/") {
        response.writeHead(400, headers).end(JSON.stringify(errorBody("resource_not_found")));
        return;
      }
      response.writeHead(200, { "Content-Type": "text/html" });
      response.end(
        '<script>fetch("/api/v1/teams/x/tickets/tkt_1").then((response) => response.text())</script>',
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => {
    server.close();
    runnable.remove();
    rmSync(join(root, "traffic.har"), { force: true }); // where the sample saved it
  });

  it("shows what its sample for Playwright prints", async () => {
    process.env.APP_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const { stdout, stderr } = await runnable.run("playwright", "");
    expect([stdout, stderr]).toEqual([samples.find(({ name }) => name === "playwright")?.prints, ""]);
  });
});
