import { type Tree, traceOrigins } from "../../src/document/index.ts";
import type { Finding } from "../../src/report/index.ts";
import type { Report } from "../names/problem.ts";
import type { EmitInput } from "../render/output.ts";
import { checkCatalog } from "./catalog.ts";
import { checkExamples } from "./check-examples.ts";
import { planClient } from "./client-plan.ts";
import { findEnvelopeFault } from "./envelope-schema.ts";
import { findMissingIn30 } from "./openapi-3-0.ts";
import { checkSandbox } from "./sandbox.ts";
import { checkServer } from "./server.ts";

/** What generated files cannot have of a document, or have in a form that surprises, on the hand-written lines. */
export function checkGenerated({ tree, contract, bundle }: EmitInput & { tree: Tree }): Finding[] {
  const { findings, report } = collect(tree);
  checkCatalog({ contract, bundle }, report);
  planClient({ contract, bundle }, report);
  checkServer({ contract }, report);
  checkSandbox({ contract }, report);
  const originOf = traceOrigins(bundle, tree);
  const envelope = findEnvelopeFault({ contract, bundle });
  if (envelope) {
    const { pointer, message } = envelope;
    report({ rule: "envelope-schema", severity: "error", location: originOf(pointer), message });
  }
  for (const { pointer, keyword } of findMissingIn30(bundle)) {
    const message = `\`${keyword}\` has no counterpart in OpenAPI 3.0, and the 3.0 edition leaves it out: say it in a way that both know, or allow it here.`;
    report({ rule: "openapi-3-0", severity: "warning", location: originOf(pointer), message });
  }
  return findings;
}

/** What is wrong with the examples of the codes, as they will be published. Every schema must be one. */
export function checkPublishedExamples(input: EmitInput & { tree: Tree }): Finding[] {
  const { findings, report } = collect(input.tree);
  checkExamples(input, report);
  return findings;
}

function collect(tree: Tree): { findings: Finding[]; report: Report } {
  const findings: Finding[] = [];
  return {
    findings,
    report: ({ location, ...problem }) => {
      findings.push({ ...problem, ...location, ...tree.locate(location) });
    },
  };
}
