import { describe, expect, it } from "vitest";
import { contract } from "../contract/project.ts";
import { deletion, errorBody, headers, notFound, origin, rulesOf, team, verifyRecords } from "./records.ts";

/** A record whose code is not declared for the operation of its path: it has a finding if that was matched. */
const undeclared = (change: Record<string, unknown>) => ({
  ...{ method: "GET", url: `${team}/tickets`, status: 404, headers },
  body: errorBody("resource_not_found"),
  ...change,
});

describe("a record is matched with its operation", () => {
  it.each([
    `${team}/tickets`,
    `${team}/tickets/`,
    `${team}/tickets?page=2&q=a/b`,
    `${team}/tickets#top`,
    `${team}/tickets;v=1`,
    `${team};a=b/tickets;v=1?x=y`,
    `${origin}${team}/tickets`,
    `https://staging.example.com:8443${team}/tickets?x`,
  ])("by %s", async (url) => {
    const report = await verifyRecords([undeclared({ url })]);
    expect(report.findings).toMatchObject([{ rule: "undeclared-code", operation: "listTickets" }]);
  });

  it("by a path instead of a URL, and a method in small letters", async () => {
    const { url: path, ...rest } = undeclared({ method: "get" });
    expect(rulesOf(await verifyRecords([{ ...rest, path }]))).toEqual(["undeclared-code"]);
  });

  it("by its shape, whatever stands in the place of an id", async () => {
    const record = undeclared({
      url: `${team}/tickets/undefined`,
      body: errorBody("parameter_missing", { param: "x" }),
      status: 400,
    });
    expect(rulesOf(await verifyRecords([record]))).toEqual(["undeclared-code"]);
  });

  it("without judging the request of an error", async () => {
    const url = "/api/v1/teams/x/tickets";
    const report = await verifyRecords([
      notFound({ url, status: 400, body: errorBody("invalid_id_format") }),
    ]);
    expect(report).toMatchObject({ conforming: 1, findings: [] });
  });

  it("on the host that was asked for, if one was", async () => {
    const records = [undeclared({ url: `https://staging.example.com:8443${team}/tickets` })];
    expect((await verifyRecords(records, { host: "www.cstar.help" })).skippedBy).toEqual({ foreign: 1 });
    expect((await verifyRecords(records, { host: "Staging.example.com" })).findings).toHaveLength(1);
    expect((await verifyRecords(records, { host: "staging.example.com:8443" })).findings).toHaveLength(1);
    expect((await verifyRecords([undeclared({})], { host: "any.example.com" })).findings).toHaveLength(1);
  });

  it("below another base path", async () => {
    const url = `/gateway${team}/tickets`;
    expect((await verifyRecords([undeclared({ url })], { base: "/gateway/api/v1" })).findings).toHaveLength(
      1,
    );
  });

  it("that the contract does not have, which is noted", async () => {
    const report = await verifyRecords([
      undeclared({ url: "/api/v1//tickets" }),
      undeclared({ url: `${team}/unicorns` }),
    ]);
    expect(report).toMatchObject({
      records: 2,
      skipped: 0,
      conforming: 2,
      notes: { "unknown-operation": 2 },
    });
  });

  it.each([
    ["https://example.com/other/path"],
    ["//tickets"],
    ["https://cdn.example.com/logo.png"],
    ["data:image/png;base64,AAAA"],
    ["/api/v10/teams/x/tickets"],
  ])("unless it is another API's: %s", async (url) => {
    expect(await verifyRecords([undeclared({ url })])).toMatchObject({
      records: 1,
      skipped: 1,
      skippedBy: { foreign: 1 },
    });
  });

  it("or a hint says which base path would have matched", async () => {
    const report = await verifyRecords([
      undeclared({ url: `${team.slice("/api/v1".length)}/tickets` }),
      undeclared({ url: "/x" }),
    ]);
    expect(report.hints).toEqual([
      "0 of 2 matched: no record has a path below /api/v1; did you mean `--base /`?",
    ]);
    const proxied = await verifyRecords([
      undeclared({ url: `/gw/v9${team.slice("/api/v1".length)}/tickets?key=1` }),
    ]);
    expect(proxied.hints[0]).toContain("did you mean `--base /gw/v9`?");
    const host = await verifyRecords([undeclared({ url: `${origin}${team}/tickets` })], {
      host: "example.com",
    });
    expect(host.hints).toEqual([
      "0 of 1 matched: no record is from the host example.com; leave `--host` out to take any",
    ]);
  });

  it("or the hint names the base path that fits most, or none", async () => {
    const below = (base: string) => notFound({ url: `${base}${team.slice("/api/v1".length)}/tickets` });
    const most = await verifyRecords([below("/a"), below("/b"), below("/b"), below("/c")]);
    expect(most.hints).toEqual([
      "0 of 4 matched: no record has a path below /api/v1; did you mean `--base /b`?",
    ]);
    const none = await verifyRecords([notFound({ url: "/x" })]);
    expect(none.hints).toEqual(["0 of 1 matched: no record has a path below /api/v1"]);
    const root = await verifyRecords([notFound({ url: `${origin}/x/y` })], { base: "", host: "example.com" });
    expect(root.hints).toEqual(["0 of 1 matched: no record has a path below /"]);
    const slash = await verifyRecords([notFound()], { base: "/api/v1/", host: "example.com" });
    expect(slash.hints[0]).toContain("no record is from the host example.com");
  });

  it("and gives no hint when one record matched, or none was a call", async () => {
    expect((await verifyRecords([notFound(), notFound({ url: "/x" })])).hints).toEqual([]);
    expect((await verifyRecords([{ level: 30 }])).hints).toEqual([]);
  });

  it("and operations that were never called, and codes that were never seen, are named", async () => {
    const report = await verifyRecords([notFound(), deletion()]);
    expect(report.neverCalled).not.toContain("getTicket");
    expect(report.neverCalled).not.toContain("deleteTicket");
    expect(report.neverCalled).toHaveLength(contract.operations.length - 2);
    expect(report.neverSeen).toHaveLength(contract.errors.length - 1);
    expect(report.byCode).toEqual({ resource_not_found: { seen: 1, conforming: 1 } });
  });
});
