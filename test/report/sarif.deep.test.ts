import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type AnySchema } from "ajv";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { type Finding, formatFindings } from "../../src/report/index.ts";
import { installPeers, peers } from "../contract/peers.ts";

test("a log holds against the official schema of SARIF", async () => {
  installPeers();
  const file = join(peers, "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  const ajv = new Ajv({ strict: false, unicodeRegExp: false }); // one of its patterns is none by the rules of the u flag
  addFormats.default(ajv);
  const { $schema: _schema, id: _id, ...schema } = JSON.parse(readFileSync(file, "utf8"));
  const validate = ajv.compile(schema as AnySchema);
  const one: Finding = {
    rule: "r",
    severity: "error",
    file: "a b.yaml",
    line: 1,
    column: 2,
    pointer: "/x",
    message: "M.",
  };
  const lists: Finding[][] = [
    [],
    [one, { ...one, severity: "warning" }, { ...one, severity: "info", pointer: "" }],
    Array.from({ length: 5001 }, () => one),
  ];
  for (const findings of lists) {
    const tool = { name: "t", version: "1.0.0", url: "https://t.example" };
    const describeRule = () => ({ description: "It holds.", url: "https://t.example/r" });
    const log = JSON.parse(formatFindings(findings, { format: "sarif", tool, describeRule }));
    expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  }
});
