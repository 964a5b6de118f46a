import { type ConformanceFacts, checkResponse } from "../../src/conformance/index.ts";
import type { ErrorFact } from "../../src/contract/index.ts";
import {
  fromPointer,
  propertyNames,
  propertySchemas,
  type SourceLocation,
  type Tree,
  traceOrigins,
} from "../../src/document/index.ts";
import type { Report } from "../names/problem.ts";
import type { EmitInput } from "../render/output.ts";
import { conformanceFacts } from "./conformance.ts";
import { SchemaError } from "./conformance-schema.ts";

/**
 * Holds the example of each code, as it will be published, against what a response with that code must be. A field that no
 * `const` and no `examples` gives a value, and one whose value is of another kind, is reported where the field stands.
 */
export function checkExamples(input: EmitInput & { tree: Tree }, report: Report): void {
  const { contract } = input;
  const facts = readFacts(input, report);
  if (facts === undefined) return;
  for (const error of contract.errors) {
    const lost = notLists(error, input);
    for (const location of lost) {
      const message = "`examples` of a schema is a list of examples: write them as its items.";
      report({ rule: "contract-example", severity: "error", location, message });
    }
    const [operation = ""] = error.operations;
    const problems = checkResponse(facts, { operation, status: error.status, body: error.example });
    const ofBody = problems.filter(
      ({ rule, pointer }) => pointer.startsWith("/body") && rule !== "undeclared-code", // two operations of one id
    );
    for (const { pointer, message } of ofBody) {
      const location = locationOf(error, fromPointer(pointer), input);
      if (lost.some((one) => one.pointer === location.pointer)) continue; // it follows from that
      report({
        rule: "contract-example",
        severity: "error",
        location,
        message: `In the published example of ${error.code}: ${message} Give the field a \`const\` or \`examples\` that fit.`,
      });
    }
  }
}

/** What responses are checked by; undefined, and reported, when a schema is beyond that check. */
function readFacts(input: EmitInput & { tree: Tree }, report: Report): ConformanceFacts | undefined {
  try {
    return conformanceFacts(input);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    const location = traceOrigins(input.bundle, input.tree)(error.pointer);
    report({ rule: "contract-schema", severity: "error", location, message: error.message });
    return undefined;
  }
}

/** Where `examples` of a field is no list: JSON Schema has it as an annotation, which no linter looks at. */
function notLists({ location }: ErrorFact, { tree }: { tree: Tree }): SourceLocation[] {
  const schema = tree.resolve(location.file, `#${location.pointer}`);
  return propertyNames(tree.reader, schema)
    .flatMap((name) => propertySchemas(tree.reader, schema, name))
    .map((node) => node.reference ?? node)
    .filter((node) => node.location.file === location.file)
    .flatMap((node) => tree.reader.child(node, "examples") ?? [])
    .filter(({ value }) => !Array.isArray(value))
    .map((node) => node.location);
}

/** The field in the file of the code; the code's schema when the field stands elsewhere. */
function locationOf(
  { location }: ErrorFact,
  [, , field = ""]: readonly string[],
  { tree }: { tree: Tree },
): SourceLocation {
  const schema = tree.resolve(location.file, `#${location.pointer}`);
  const nodes = propertySchemas(tree.reader, schema, field).map((node) => node.reference ?? node);
  const own = nodes.findLast((node) => node.location.file === location.file);
  return (own && (tree.reader.child(own, "examples") ?? own).location) ?? location;
}
