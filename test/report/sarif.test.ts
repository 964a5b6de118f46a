import { expect, test } from "vitest";
import { type Finding, formatFindings } from "../../src/report/index.ts";
import { finding, findings, many, print, tool } from "./findings.ts";

test("sarif has each rule once and each finding with its place", () => {
  const text = print(findings, "sarif");
  const log = JSON.parse(text);
  expect(text).toBe(`${JSON.stringify(log, null, 2)}\n`);
  expect(log).toMatchObject({
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "cstar",
            version: "1.2.3",
            informationUri: "https://cstar.help",
            rules: [{ id: "note" }, { id: "some-rule", shortDescription: { text: "some-rule holds." } }],
          },
        },
        columnKind: "utf16CodeUnits",
        results: [
          sarifResult({ level: "error", ruleIndex: 1, uri: "openapi/a.yaml", startLine: 3, startColumn: 5 }),
          {
            ...sarifResult({
              level: "warning",
              ruleIndex: 1,
              uri: "openapi/a.yaml",
              startLine: 11,
              startColumn: 5,
            }),
            message: { text: 'Two\nlines with 100% <b>"&amp;"</b>' },
          },
          sarifResult({
            level: "note",
            ruleIndex: 0,
            uri: "openapi/b%2C%20c.yaml",
            startLine: 12,
            startColumn: 1,
          }),
        ],
      },
    ],
  });
});

interface Expected {
  level: string;
  ruleIndex: number;
  uri: string;
  startLine: number;
  startColumn: number;
}

function sarifResult({ level, ruleIndex, uri, startLine, startColumn }: Expected) {
  return {
    ruleId: ["note", "some-rule"][ruleIndex],
    ruleIndex,
    level,
    message: { text: "It is wrong. Make it right." },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri }, region: { startLine, startColumn } },
        logicalLocations: [{ fullyQualifiedName: ruleIndex === 0 ? "" : "/x", kind: "member" }],
      },
    ],
  };
}

test("sarif says of each rule what its reader needs, from what is known of it", () => {
  const describeRule = (rule: string) =>
    rule === "note"
      ? { description: "All of 1.0 is noted.", owner: "Redocly", url: "https://x.example/note" }
      : undefined;
  const log = JSON.parse(formatFindings(findings, { format: "sarif", tool, describeRule }));
  expect(log.runs[0].tool.driver.rules[0]).toEqual({
    id: "note",
    shortDescription: { text: "All of 1.0 is noted." },
    fullDescription: { text: "All of 1.0 is noted (a rule of Redocly)." },
    help: { text: "All of 1.0 is noted. See https://x.example/note" },
    helpUri: "https://x.example/note",
  });
  expect(log.runs[0].tool.driver.rules[1]).toEqual({
    id: "some-rule",
    shortDescription: { text: "some-rule holds." },
    fullDescription: { text: "some-rule holds." },
    help: { text: "some-rule holds." },
  });
});

test("a fingerprint in sarif stays when lines move and messages change, and differs between places", () => {
  const prints = (list: Finding[]): string[] =>
    JSON.parse(print(list, "sarif")).runs[0].results.map(
      (result: { partialFingerprints: Record<string, string> }) =>
        result.partialFingerprints["ruleAndPlace/v1"],
    );
  const [first] = prints([finding]);
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(prints([{ ...finding, line: 40, message: "It is still wrong." }])).toEqual([first]);
  expect(new Set(prints([finding, { ...finding, pointer: "/y" }, { ...finding, line: 9 }])).size).toBe(3);
});

test("sarif holds the 5,000 most severe results and says how many there are besides", () => {
  const [run] = JSON.parse(print([...many(4000, "info"), ...many(2500)], "sarif")).runs;
  expect(run.results).toHaveLength(5000);
  expect(run.results.filter(({ level }: { level: string }) => level === "error")).toHaveLength(2500);
  expect(run.invocations).toEqual([
    {
      executionSuccessful: true,
      toolExecutionNotifications: [
        {
          level: "warning",
          message: { text: expect.stringMatching(/^1500 more findings .* 5000 most severe/) },
        },
      ],
    },
  ]);
  const [whole] = JSON.parse(print(many(5), "sarif")).runs;
  expect(whole.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
});

test("sarif without findings is still a run", () => {
  expect(JSON.parse(print([], "sarif")).runs[0]).toMatchObject({
    results: [],
    tool: { driver: { rules: [] } },
  });
});

test("sarif takes a file name that has no encoding", () => {
  const [result] = JSON.parse(print([{ ...finding, file: "a\ud800/b" }], "sarif")).runs[0].results;
  expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe("a%EF%BF%BD/b");
});
