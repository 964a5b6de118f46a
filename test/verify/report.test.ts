import { describe, expect, it } from "vitest";
import { formatReport, mergeReports, REPORT_FORMATS, type VerifyReport } from "../../src/entries/verify.ts";
import { deletion, errorBody, har, harEntry, headers, lines, notFound, verify } from "./records.ts";

const bad = (index: number) =>
  notFound({ status: 400, body: errorBody("resource_not_found", {}, `req_${index}`) });

describe("a report", () => {
  it("counts everything, and keeps no more findings than were asked for", async () => {
    const records = Array.from({ length: 50 }, (_, index) => bad(index));
    const report = await verify(lines(...records, deletion()), { maxFindings: 5 });
    expect(report).toMatchObject({
      records: 51,
      errors: 50,
      conforming: 1,
      byRule: { "status-mismatch": 50 },
    });
    expect(report.findings.map(({ record }) => record)).toEqual([1, 2, 3, 4, 5]);
    expect(report.groups).toMatchObject([
      {
        rule: "status-mismatch",
        code: "resource_not_found",
        operation: "getTicket",
        count: 50,
        requestIds: ["req_0", "req_1", "req_2"],
      },
    ]);
  });

  it("names three requests of a kind of finding, each once, in parts that are added up as well", async () => {
    const report = await verify(lines(bad(1), bad(1), bad(2), bad(1), bad(3), bad(4)));
    expect(report.groups).toMatchObject([{ count: 6, requestIds: ["req_1", "req_2", "req_3"] }]);
    const parts = await Promise.all([[1], [1, 2], [5]].map((ids) => verify(lines(...ids.map(bad)))));
    expect(mergeReports(parts).groups).toMatchObject([{ count: 4, requestIds: ["req_1", "req_2", "req_5"] }]);
  });

  it("counts complete even when no finding is kept", async () => {
    const report = await verify(lines(bad(1), bad(2)), { maxFindings: 0 });
    expect(report).toMatchObject({ findings: [], byRule: { "status-mismatch": 2 }, groups: [{ count: 2 }] });
  });

  it("has the members that programs rely on, and each finding what they need", async () => {
    const report = JSON.parse(formatReport(await verify(lines(bad(1))), "json"));
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining([
        "records",
        "skipped",
        "errors",
        "conforming",
        "findings",
        "byRule",
        "byCode",
        "neverSeen",
        "neverCalled",
        "notes",
        "notJudged",
      ]),
    );
    expect(report.findings).toEqual([
      {
        ...{ rule: "status-mismatch", pointer: "/status", expected: "404", actual: "400", record: 1 },
        ...{ code: "resource_not_found", operation: "getTicket", requestId: "req_1" },
        message: "The status of resource_not_found must be 404; it is 400.",
      },
    ]);
  });

  it("names in parts that are added up only what none of them has seen, and nothing can be made of no part", async () => {
    const parts = await Promise.all([[notFound()], [deletion()]].map((all) => verify(lines(...all))));
    const { neverSeen, neverCalled } = mergeReports(parts);
    expect(neverSeen).not.toContain("resource_not_found");
    expect(neverSeen).toContain("key_expired");
    expect(neverCalled.filter((name) => ["getTicket", "deleteTicket"].includes(name))).toEqual([]);
    expect(() => mergeReports([])).toThrow("There is no report to merge.");
  });

  it("names a request by the id of its error, of its meta, or of its headers", async () => {
    const error = errorBody("resource_not_found", {}, "req_error");
    const { error: _, ...rest } = error;
    const records = [
      notFound({
        status: 400,
        body: { ...error, meta: { ...(error.meta as object), requestId: "req_meta" } },
      }),
      notFound({ body: { ...rest, error: 1, meta: { requestId: "req_meta" } } }),
      notFound({ body: {}, headers: { ...headers, "X-Request-Id": "req_header" } }),
    ];
    const { findings } = await verify(lines(...records));
    const ids = new Map(findings.map(({ record, requestId }) => [record, requestId]));
    expect([...ids.values()]).toEqual(["req_error", "req_meta", "req_header"]);
  });

  it("of parts adds up to that of the whole", async () => {
    const records = [
      bad(1),
      deletion(),
      notFound(),
      bad(2),
      { no: 1 },
      notFound({ headers: { "content-type": "a/b" } }),
      { x: 1 },
    ];
    const [whole, ...parts] = await Promise.all([
      verify(lines(...records)),
      verify(lines(...records.slice(0, 3))),
      verify(lines(...records.slice(3))),
    ]);
    const { findings, ...counts } = mergeReports(parts);
    const { findings: all, ...wholeCounts } = whole ?? { findings: [] };
    expect(counts).toMatchObject({ ...wholeCounts, groups: expect.any(Array) });
    expect(findings.map(({ rule }) => rule)).toEqual(all.map(({ rule }) => rule));
    expect(counts.groups.map(({ rule, count }) => [rule, count])).toEqual(
      wholeCounts && "groups" in wholeCounts
        ? wholeCounts.groups.map(({ rule, count }) => [rule, count])
        : [],
    );
    expect(mergeReports(parts, 1).findings).toHaveLength(1);
  });
});

describe("printed as", () => {
  it("text it says what was checked, what is wrong and where to look", async () => {
    const report = await verify(lines(bad(1), bad(2), notFound(), { level: 30 }), { source: "a.ndjson" });
    const text = formatReport(report, "text");
    expect(text).toMatch(/^3 of 4 records checked, 3 errors; 1 conforms \(33.33 %\)\n/);
    expect(text).toContain("2  status-mismatch  resource_not_found getTicket\n");
    expect(text).toContain(
      "The status of resource_not_found must be 404; it is 400. /status (record 1 of a.ndjson, req_1, req_2)",
    );
    expect(text).toContain("Skipped      1 not-a-record\n");
  });

  it("text it says what was not judged, what is noted and what is missing, and nothing of what is not", async () => {
    const page = { status: 502, body: "<html>", headers: { "content-type": "text/html" } };
    const records = [
      notFound(page),
      notFound({ body: undefined }),
      notFound({ headers: undefined }),
      deletion(),
    ];
    const { neverSeen, neverCalled, ...report } = await verify(lines(...records, deletion({ headers: {} })));
    const text = formatReport({ ...report, neverSeen: ["a", "b"], neverCalled: [...neverCalled] }, "text");
    const told = text.split("\n").filter((line) => /^(?:Skipped|Not|Notes|Never|Hint) /.test(line));
    expect(told).toEqual([
      "Not judged   1 body-absent, 1 headers-absent",
      "Notes        2 header-missing",
      "Not the API  1 response came from something in front of it",
      "Never seen   a, b",
      `Never called ${neverCalled.length} operations`,
    ]);
    expect(neverSeen.length).toBeGreaterThan(8);
  });

  it("text it is a line in red or green, a paragraph a kind of finding and the facts, an empty line apart", async () => {
    const style = (name: string, words: string) => `<${name}>${words}</>`;
    const told = (report: VerifyReport) => formatReport(report, "text", style).split("\n");
    const none = { neverSeen: [], neverCalled: [], skippedBy: {}, notJudged: {}, notes: {} };
    const wrong = { ...(await verify(lines(bad(1)))), ...none };
    expect(told(wrong)).toEqual([
      expect.stringMatching(/^<red>1 of 1 record checked, 1 error; 0 conform \(0\.00 %\)<\/>$/),
      "",
      expect.stringMatching(/^<red>1<\/> {2}<bold>status-mismatch<\/> {2}resource_not_found/),
      expect.stringMatching(/^ {3}\S.* <dim>\S* ?\(record 1, req_1\)<\/>$/),
      "",
    ]);
    const fine = { ...(await verify(lines(notFound()))), ...none };
    expect(told(fine)).toEqual([expect.stringMatching(/^<green>1 of 1 record checked, /), ""]);
    const facts = { ...fine, neverSeen: ["a_code"] };
    expect(told(facts).slice(1)).toEqual(["", expect.stringMatching(/^<dim>Never seen {2}<\/> /), ""]);
  });

  it("text it never rounds a fault away", async () => {
    const report = await verify(lines(bad(1)));
    const many = { ...report, records: 1_000_000, conforming: 999_999 };
    expect(formatReport(many, "text")).toContain("(99.99 %)");
  });
});

describe("nothing that is printed", () => {
  const secrets = ["sk_live_secret", "Hush", "query-secret", "header-secret", "ada@example.com", "<script>"];
  const leaky = {
    ...notFound({ status: 409 }),
    url: "/api/v1/teams/x/tickets/tkt_1?token=query-secret",
    headers: {
      ...headers,
      authorization: "Bearer sk_live_secret",
      "set-cookie": "header-secret",
      "content-type": "header-secret",
      "retry-after": "header-secret; Hush",
    },
  };
  const bodies = [
    errorBody(
      "resource_not_found",
      {
        message: "Hush",
        param: "Hush ada@example.com",
        doc_url: "https://x.example/?q=query-secret",
        type: "Hush <script>",
      },
      "sk_live_secret",
    ),
    errorBody("sk_live_secret", { message: ["Hush"], request_id: "Hush ada@example.com" }),
    errorBody("Hush <script>", { code: "ada@example.com" }),
    { success: "Hush", error: "ada@example.com", meta: "Hush" },
    "Hush",
    ["ada@example.com"],
  ];

  it.each(REPORT_FORMATS)("as %s holds anything of a header, a body or a query", async (format) => {
    const records = bodies.flatMap((body) => [
      { ...leaky, body },
      { ...leaky, body: JSON.stringify(body) },
      { ...leaky, body, status: 200 },
    ]);
    for (const input of [
      lines(...records),
      JSON.stringify(har(...records.map((record) => harEntry(record)))),
    ]) {
      const printed = formatReport(await verify(input), format);
      expect(printed.length).toBeGreaterThan(100);
      for (const secret of secrets) expect(printed).not.toContain(secret);
    }
  });
});
