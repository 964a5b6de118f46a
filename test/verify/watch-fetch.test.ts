import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createVerifier, watchFetch } from "../../src/entries/verify.ts";
import { errorBody, headers, rulesOf, team } from "./records.ts";

/** Answers with the status, and the body, that the path names. */
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "", "http://localhost");
  if (pathname.endsWith("/reset")) return void response.destroy();
  const body = errorBody("resource_not_found");
  response.writeHead(pathname.includes("wrong") ? 400 : 404, headers);
  if (!pathname.endsWith("/cut")) return void response.end(JSON.stringify(body));
  response.write('{"success":', () => response.destroy());
});
let base = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe("a watched fetch", () => {
  it("returns what fetch returns, and reports the drift", async () => {
    const verifier = createVerifier();
    const watched = watchFetch(fetch, verifier);
    const fine = await watched(`${base}${team}/tickets/tkt_1`);
    const wrong = await watched(new URL(`${base}${team}/tickets/wrong`));
    expect([fine.status, wrong.status]).toEqual([404, 400]);
    expect(await fine.json()).toEqual(errorBody("resource_not_found"));
    expect(fine.url).toContain("/tickets/tkt_1");
    const report = await verifier.report();
    expect(report).toMatchObject({ records: 2, conforming: 1, notJudged: {} });
    expect(report.findings).toMatchObject([{ rule: "status-mismatch", operation: "getTicket" }]);
  });

  it("takes a Request, and waits for bodies that nobody reads", async () => {
    const verifier = createVerifier();
    await watchFetch(fetch, verifier)(new Request(`${base}${team}/tickets/wrong`, { method: "GET" }));
    expect(rulesOf(await verifier.report())).toEqual(["status-mismatch"]);
  });

  it("knows the method of a call, by its options or its Request", async () => {
    const verifier = createVerifier();
    const watched = watchFetch(fetch, verifier);
    const url = `${base}${team}/tickets/wrong`;
    await watched(url, { method: "DELETE" });
    await watched(new Request(url, { method: "DELETE" }));
    await watched(new Request(url, { method: "DELETE" }), { method: "PATCH", body: "{}" });
    const { findings } = await verifier.report();
    expect(findings.map(({ operation }) => operation).sort()).toEqual([
      ...["deleteTicket", "deleteTicket", "updateTicket"],
    ]);
  });

  it("lets failures through, and counts them as no response", async () => {
    const verifier = createVerifier();
    await expect(watchFetch(fetch, verifier)(`${base}${team}/reset`)).rejects.toThrow();
    expect(await verifier.report()).toMatchObject({ records: 1, skippedBy: { "no-response": 1 } });
  });

  it("judges the rest of a response whose body broke off", async () => {
    const verifier = createVerifier();
    const response = await watchFetch(fetch, verifier)(`${base}${team}/tickets/cut`);
    await expect(response.text()).rejects.toThrow();
    expect(await verifier.report()).toMatchObject({
      records: 1,
      notJudged: { "body-absent": 1 },
      findings: [],
    });
  });

  it("leaves responses of others alone", async () => {
    const verifier = createVerifier();
    const response = new Response("x".repeat(100));
    response.clone = () => {
      throw new Error("It must not be copied.");
    };
    const watched = watchFetch(async (_: string) => response, verifier);
    expect(await watched("https://example.com/x")).toBe(response);
    expect(await verifier.report()).toMatchObject({ records: 1, skippedBy: { foreign: 1 } });
  });
});
