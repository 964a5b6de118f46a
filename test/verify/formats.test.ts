import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type FindingGroup,
  formatReport,
  mergeReports,
  type VerifyReport,
} from "../../src/entries/verify.ts";
import { errorBody, lines, notFound, verify } from "./records.ts";

const wrong = notFound({ status: 400, body: errorBody("resource_not_found", {}, "req_1") });
const message = "The status of resource_not_found must be 404; it is 400.";

/** What one faulty record and a line of a log come to; and what a body comes to that is none of the API. */
let ofLines: VerifyReport;
let ofBody: VerifyReport;
const bodyMessage = "The body must be an object with success, error and meta; it is an object without error.";
beforeAll(async () => {
  ofLines = await verify(lines(wrong, wrong, { level: 30 }), { source: "a|b<c>.ndjson" });
  ofBody = await verify('{"a":1}');
});

function groupOf({ groups: [group] }: VerifyReport): FindingGroup {
  if (group === undefined) throw new Error("There must be a finding.");
  return group;
}

describe("JUnit XML", () => {
  const parser = new XMLParser({ ignoreAttributes: false });
  const read = (report: VerifyReport) => {
    const printed = formatReport(report, "junit");
    expect(printed).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<.*>\n$/s);
    expect(XMLValidator.validate(printed)).toBe(true);
    return parser.parse(printed).testsuites;
  };

  it("is a suite of a failed case for each kind of finding, which says where to look", () => {
    const suite = read(ofLines);
    const totals = { "@_name": "verify", "@_tests": "1", "@_failures": "1", "@_errors": "0" };
    expect(suite).toMatchObject(totals);
    expect(suite.testsuite).toEqual({
      ...totals,
      testcase: {
        "@_classname": "verify",
        "@_name": "status-mismatch resource_not_found getTicket",
        failure: {
          "@_type": "status-mismatch",
          "@_message": `2 times: ${message}`,
          "#text": "record 1 of a|b<c>.ndjson, req_1",
        },
      },
      "system-out": "2 of 3 records checked, 2 errors; 0 conform (0.00 %)",
    });
  });

  it("names a finding that is about no code and no operation by its rule alone", () => {
    expect(read(ofBody).testsuite.testcase).toMatchObject({
      "@_name": "not-envelope",
      failure: { "@_message": `1 time: ${bodyMessage}`, "#text": "record 1" },
    });
  });

  it("names a finding that is about an operation and no code by both", async () => {
    expect(read(await verify(lines(notFound({ body: "x" })))).testsuite.testcase).toMatchObject({
      "@_name": "not-json getTicket",
    });
  });

  it("is a passed case where nothing was found", async () => {
    const { testcase, ...suite } = read(await verify(lines(notFound()))).testsuite;
    expect(testcase).toEqual({ "@_classname": "verify", "@_name": "traffic" });
    expect(suite["system-out"]).toBe("1 of 1 record checked, 1 error; 1 conforms (100 %)");
  });

  it("is an error that says why where nothing was checked", async () => {
    const report = await verify(lines(notFound({ url: "/x" })));
    const { testcase } = read({ ...report, hints: [...report.hints, "and more"] }).testsuite;
    const why = "0 of 1 matched: no record has a path below /api/v1";
    expect(testcase).toEqual({
      "@_classname": "verify",
      "@_name": "traffic",
      error: { "@_message": `0 of 1 record checked, 0 errors; 0 conform; ${why}; and more` },
    });
  });
});

describe("GitHub's commands", () => {
  it("are an error for each kind of finding, and a notice with everything else", () => {
    const [error, notice] = formatReport(ofLines, "github").split("\n");
    expect(error).toBe(
      `::error title=status-mismatch resource_not_found getTicket::2 times: ${message} (record 1 of a|b<c>.ndjson, req_1)`,
    );
    expect(notice?.split("%0A")).toEqual([
      "::notice title=verify::2 of 3 records checked, 2 errors; 0 conform (0.00 %25)",
      "Skipped: 1 not-a-record",
      `Never seen: ${ofLines.neverSeen.length} codes`,
      `Never called: ${ofLines.neverCalled.length} operations`,
    ]);
  });

  it("name a finding that is about no code and no operation by its rule alone", () => {
    expect(formatReport(ofBody, "github")).toContain(
      `::error title=not-envelope::1 time: ${bodyMessage} (record 1)\n`,
    );
  });
});

describe("Markdown", () => {
  it("is a heading, a sentence, a table of the findings, one of the codes and a list, empty lines apart", () => {
    const seen = ["a", "b", "c", "d", "e", "f", "g", "h"];
    expect(formatReport({ ...ofLines, neverSeen: seen }, "markdown").split("\n")).toEqual([
      "## Traffic against the contract",
      "",
      "2 of 3 records checked, 2 errors; 0 conform (0.00 %).",
      "",
      "| Times | Rule | Code | Operation | Found |",
      "| --- | --- | --- | --- | --- |",
      `| 2 | \`status-mismatch\` | \`resource_not_found\` | \`getTicket\` | ${message} (record 1 of a\\|b\\<c\\>.ndjson, req_1) |`,
      "",
      "| Code | Seen | Conforming |",
      "| --- | --- | --- |",
      "| `resource_not_found` | 2 | 0 |",
      "",
      "- **Skipped**: 1 not-a-record",
      `- **Never seen**: ${seen.join(", ")}`,
      `- **Never called**: ${ofLines.neverCalled.length} operations`,
      "",
    ]);
  });

  it("leaves out a table that would be empty, and what a finding is not about", () => {
    const markdown = formatReport(ofBody, "markdown");
    expect(markdown).toContain(`| 1 | \`not-envelope\` |  |  | ${bodyMessage} (record 1) |\n\n- **`);
    expect(markdown).not.toContain("| Code | Seen |");
  });

  it("keeps the code spans of a message, and lets nothing else of it be markup", () => {
    const group = groupOf(ofBody);
    const first = { ...group.first, message: "`a|b` [x](y) *z* #1 ~~s~~ & `c_*` \\" };
    expect(formatReport({ ...ofBody, groups: [{ ...group, first }] }, "markdown")).toContain(
      "| `a\\|b` \\[x\\](y) \\*z\\* \\#1 \\~\\~s\\~\\~ \\& `c_*` \\\\ (record 1) |",
    );
  });
});

describe("text", () => {
  it("leaves out what a finding is not about, and says no share of nothing", async () => {
    expect(formatReport(ofBody, "text")).toContain("\n1  not-envelope\n");
    expect(formatReport(await verify(""), "text")).toMatch(/^0 of 0 records checked, 0 errors; 0 conform\n/);
  });

  it("aligns the counts, and lists at most eight names and every hint", () => {
    const group = groupOf(ofLines);
    const names = Array.from({ length: 9 }, (_, index) => `code_${index}`);
    const report = { ...ofLines, groups: [{ ...group, count: 12 }, group], hints: ["one", "two"] };
    const told = formatReport({ ...report, neverSeen: names, notTheApi: 2 }, "text").split("\n");
    expect(told.slice(1, 6)).toEqual([
      "",
      "12  status-mismatch  resource_not_found getTicket",
      `    ${message} /status (record 1 of a|b<c>.ndjson, req_1)`,
      " 2  status-mismatch  resource_not_found getTicket",
      `    ${message} /status (record 1 of a|b<c>.ndjson, req_1)`,
    ]);
    expect(told).toEqual(
      expect.arrayContaining([
        "Not the API  2 responses came from something in front of it",
        "Never seen   9 codes",
        "Hint         one; two",
      ]),
    );
    expect(formatReport({ ...report, neverSeen: names.slice(1) }, "text")).toContain(
      "Never seen   code_1, code_2, code_3, code_4, code_5, code_6, code_7, code_8\n",
    );
  });
});

describe("reports that are added up", () => {
  it("have the most frequent findings first, then by rule, code and operation, and each hint once", async () => {
    const of = (status: number, code: string, method = "GET") =>
      notFound({ method, status, body: errorBody(code) });
    const [a, b] = await Promise.all([
      verify(lines(of(400, "resource_not_found"), of(400, "resource_not_found", "DELETE"))),
      verify(lines(of(404, "nope"), of(500, "resource_not_found", "DELETE"), of(404, "gone"))),
    ]);
    const parts = [
      { ...a, hints: ["one"] },
      { ...b, hints: ["one", "two"] },
    ];
    for (const order of [parts, parts.toReversed()]) {
      const merged = mergeReports(order);
      expect(merged.groups.map(({ count, rule, code, operation }) => [count, rule, code, operation])).toEqual(
        [
          [2, "status-mismatch", "resource_not_found", "deleteTicket"],
          [2, "unknown-code", undefined, "getTicket"],
          [1, "status-mismatch", "resource_not_found", "getTicket"],
        ],
      );
      expect(Object.keys(merged.byCode)).toEqual(["gone", "nope", "resource_not_found"]);
      expect(new Set(merged.hints)).toEqual(new Set(["one", "two"]));
      expect(merged.hints).toHaveLength(2);
    }
  });

  it("name three requests of a kind of finding", async () => {
    const of = (id: string) => notFound({ status: 400, body: errorBody("resource_not_found", {}, id) });
    const parts = await Promise.all([
      verify(lines(of("req_1"), of("req_2"))),
      verify(lines(of("req_2"), of("req_3"), of("req_4"))),
    ]);
    expect(mergeReports(parts).groups).toMatchObject([{ count: 5, requestIds: ["req_1", "req_2", "req_3"] }]);
    expect(parts[0]?.groups).toMatchObject([{ count: 2, requestIds: ["req_1", "req_2"] }]);
  });
});
