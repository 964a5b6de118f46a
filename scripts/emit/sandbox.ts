import type { BodyFact, OperationFact, ParameterFact, ResponseFact } from "../../src/contract/index.ts";
import type { Node, Tree } from "../../src/document/index.ts";
import { propertyNames, propertySchemas } from "../../src/document/index.ts";
import type {
  OperationRequest,
  RequestBody,
  RequestParameter,
  SandboxFacts,
} from "../../src/sandbox/index.ts";
import type { Report } from "../names/problem.ts";
import { banner } from "../render/banner.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";
import { readBundle } from "./bundle.ts";
import { createSchemaCollector, type SchemaCollector } from "./conformance-schema.ts";

/**
 * The sandbox: what the contract says about requests, and the sandbox bound to it.
 * @throws Error when `checkSandbox` reports something.
 */
export function emitSandbox(input: EmitInput): OutputFile[] {
  const facts = JSON.stringify(sandboxFacts(input), null, 1);
  const content = `${banner("//")}
import { createSandboxOn, type Sandbox, type SandboxFacts, type SandboxOptions } from "../src/sandbox/index.ts";
import { conformanceFacts } from "./conformance.ts";
import { withErrors } from "./server.ts";

/**
 * A server that behaves like the API, with its state in memory.
 * @throws RangeError in a sentence for a seed that is wrong
 */
export function createSandbox(options?: SandboxOptions): Sandbox {
  return createSandboxOn({ facts: sandboxFacts, conformance: conformanceFacts, kit: { withErrors } }, options);
}

/** What a request of the API must be. */
export const sandboxFacts: SandboxFacts = ${facts};
`;
  return [{ path: "sandbox.ts", content }];
}

/** Reports each operation that cannot succeed. Of one that the client has, the client says so. */
export function checkSandbox({ contract }: Pick<EmitInput, "contract">, report: Report): void {
  for (const { id, clientMethod, responses, location } of contract.operations) {
    if (clientMethod !== false || responses.some(isSuccess)) continue;
    const message = `${id} declares no success: add a response for 200 or 201.`;
    report({ rule: "sandbox-success", severity: "error", location, message });
  }
}

function isSuccess({ status }: ResponseFact): boolean {
  return /^2\d\d$/.test(status);
}

export function sandboxFacts({ contract, bundle }: EmitInput): SandboxFacts {
  const { tree, contract: bundled } = readBundle(bundle);
  const collector = createSchemaCollector(bundle);
  const { keys } = contract;
  return {
    basePath: new URL(contract.baseUrl).pathname.replace(/\/+$/, ""),
    envelope: contract.envelope,
    keys: keys.map(({ prefix, kind, environment, requestsPerHour }) => ({
      ...{ prefix, kind, environment, requestsPerHour },
    })),
    operations: bundled.operations.map((operation) => requestOf(operation, tree, collector)),
    schemas: collector.schemas,
  };
}

function requestOf(
  { id, method, path, codes, parameters, body, responses }: OperationFact,
  tree: Tree,
  collector: SchemaCollector,
): OperationRequest {
  const success = responses.find(isSuccess);
  if (success === undefined) throw new Error(`${id} declares no success: give it one.`);
  return {
    ...{ id, method: method.toUpperCase(), path, status: Number(success.status), codes },
    parameters: parameters.map((parameter) => parameterOf(parameter, collector)),
    ...(body?.schema && { body: bodyOf(body, body.schema, { tree, collector }) }),
  };
}

const TYPES: Readonly<Record<string, RequestParameter["type"]>> = {
  string: "string",
  integer: "integer",
  number: "number",
  boolean: "boolean",
  array: "list",
};

function parameterOf(parameter: ParameterFact, { refer }: SchemaCollector): RequestParameter {
  const { name, required, schema, explode, example } = parameter;
  const { type, default: otherwise } = (schema.value ?? {}) as { type?: string; default?: unknown };
  return {
    ...{ name, in: parameter.in, required, type: TYPES[type ?? "string"] ?? "string" },
    ...(explode !== undefined && { explode }),
    ...(otherwise !== undefined && { default: otherwise }),
    ...(example !== undefined && { example }),
    schema: refer(schema.location.pointer),
  };
}

function bodyOf(
  { example }: BodyFact,
  schema: Node,
  { tree: { reader }, collector }: { tree: Tree; collector: SchemaCollector },
): RequestBody {
  const fields = propertyNames(reader, schema);
  const said = (field: string, extension: string) =>
    propertySchemas(reader, schema, field).flatMap((one) => reader.get(one, extension)?.value ?? []);
  return {
    schema: collector.refer(schema.location.pointer),
    unique: fields.flatMap((field) =>
      said(field, "x-unique").map((how) => ({ field, ignoreCase: how === "ignore-case" })),
    ),
    references: fields.flatMap((field) =>
      said(field, "x-refers-to").map((to) => ({ field, to: String(to) })),
    ),
    example,
  };
}
