import { createHash } from "node:crypto";
import { bySeverity, type Finding, type Severity } from "../finding.ts";
import type { DescribeRule } from "../rule-info.ts";
import type { Tool } from "../tool.ts";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const satisfies Record<
  Severity,
  string
>;

/** GitHub takes no more results of a run (https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning). */
const MAX_RESULTS = 5000;

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), as code scanning services read it. */
export function sarif(findings: readonly Finding[], tool: Tool, describe: DescribeRule): string {
  const shown = bySeverity(findings).slice(0, MAX_RESULTS);
  const rules = [...new Set(shown.map(({ rule }) => rule))].sort();
  const indexes = new Map(rules.map((rule, index) => [rule, index]));
  const fingerprint = createFingerprints();
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            informationUri: tool.url,
            rules: rules.map((id) => descriptor(id, describe)),
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: omitted(findings, shown) }],
        results: shown.map((finding) => ({
          ...result(finding, indexes.get(finding.rule) ?? 0),
          partialFingerprints: { "ruleAndPlace/v1": fingerprint(finding) },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor(id: string, describe: DescribeRule): object {
  const { description, owner, url } = describe(id) ?? { description: `${id} holds.` };
  const by = owner === undefined ? "" : ` (a rule of ${owner})`;
  const help = url === undefined ? description : `${description} See ${url}`;
  return {
    id,
    shortDescription: { text: description },
    fullDescription: { text: `${description.replace(/\.$/, "")}${by}.` },
    help: { text: help },
    ...(url !== undefined && { helpUri: url }),
  };
}

function omitted(all: readonly Finding[], shown: readonly Finding[]): object[] {
  const count = all.length - shown.length;
  if (count === 0) return [];
  const text = `${count} more findings are not in this log, which holds the ${MAX_RESULTS} most severe ones: correct some, and run it again.`;
  return [{ level: "warning", message: { text } }];
}

/** A fingerprint stays the same when lines move: it is made of the rule and the place in the document. */
function createFingerprints(): (finding: Finding) => string {
  const counts = new Map<string, number>();
  return ({ rule, file, pointer, message }) => {
    const key = JSON.stringify([rule, file, pointer === "" ? message : pointer]);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return createHash("sha256").update(`${key} ${count}`).digest("hex").slice(0, 32);
  };
}

function result(
  { rule, severity, file, line, column, pointer, message }: Finding,
  ruleIndex: number,
): object {
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column },
        },
        logicalLocations: [{ fullyQualifiedName: pointer, kind: "member" }],
      },
    ],
  };
}

function uriOf(file: string): string {
  // Half a surrogate pair has no encoding, and encodeURIComponent would throw.
  const whole = file.replace(/\p{Surrogate}/gu, "\ufffd");
  return whole.split("/").map(encodeURIComponent).join("/");
}
