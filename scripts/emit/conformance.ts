import type { ConformanceFacts, OperationFacts, ResponseFacts } from "../../src/conformance/index.ts";
import type { Contract, OperationFact, ResponseFact } from "../../src/contract/index.ts";
import { toPointer } from "../../src/document/index.ts";
import type { Bundle } from "../../src/lint/index.ts";
import { banner } from "../render/banner.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";
import { readBundle } from "./bundle.ts";
import { createSchemaCollector, type SchemaCollector } from "./conformance-schema.ts";

/** What the contract says about responses, for the check of them: no YAML to read and no schema to look for. */
export function emitConformance(input: EmitInput): OutputFile[] {
  const facts = JSON.stringify(conformanceFacts(input), null, 1);
  const content = `${banner("//")}
import type { ConformanceFacts } from "../src/conformance/index.ts";

/** What a response of the API must be. */
export const conformanceFacts: ConformanceFacts = ${facts};
`;
  return [{ path: "conformance.ts", content }];
}

export function conformanceFacts({ contract, bundle }: EmitInput): ConformanceFacts {
  const { contract: bundled } = readBundle(bundle);
  const collector = createSchemaCollector(bundle);
  const errors = bundled.errors.map(({ code, type, status, docUrl, param, retry, location }) => {
    const schema = collector.refer(location.pointer);
    return [code, { type, status, docUrl, param, retry, schema }] as const;
  });
  return {
    version: contract.version,
    basePath: pathOf(contract.baseUrl),
    envelope: contract.envelope,
    mediaType: mediaTypeOf(bundled),
    errorEnvelope: collector.refer(envelopeOf(bundle)),
    types: contract.types.map(({ type }) => type),
    errors: Object.fromEntries(errors),
    retired: Object.fromEntries(contract.retired.map(({ code, retired }) => [code, retired])),
    operations: bundled.operations.map(operationFacts),
    responses: Object.fromEntries(
      bundled.operations.flatMap((operation) =>
        operation.responses.map((response) => [
          nameOf(operation, response),
          responseFacts(response, collector),
        ]),
      ),
    ),
    schemas: collector.schemas,
    keyPrefixes: contract.keys.map(({ prefix }) => prefix),
  };
}

function operationFacts(operation: OperationFact): OperationFacts {
  const { id, method, path, codes } = operation;
  const responses = operation.responses.map((response) => [response.status, nameOf(operation, response)]);
  return { id, method: method.toUpperCase(), path, codes, responses: Object.fromEntries(responses) };
}

function nameOf({ id }: OperationFact, { name, status }: ResponseFact): string {
  return name ?? `${id} ${status}`;
}

function responseFacts(
  { mediaType, schema, union, headers }: ResponseFact,
  { refer }: SchemaCollector,
): ResponseFacts {
  const required = headers
    .filter((header) => header.required)
    .map((header) => [header.name.toLowerCase(), header.schema ? refer(header.schema.location.pointer) : {}]);
  return {
    ...(mediaType !== undefined && { mediaType }),
    ...(schema && union === undefined && { schema: refer(schema.location.pointer) }),
    ...(required.length > 0 && { headers: Object.fromEntries(required) }),
  };
}

/** Pointer of the schema that says what the envelope's parts are called. */
function envelopeOf({ components }: Bundle): string {
  const { schemas = {} } = (components ?? {}) as { schemas?: Record<string, object> };
  const name = Object.keys(schemas).find((one) => "x-envelope" in (schemas[one] ?? {}));
  if (name === undefined) throw new Error("No schema of the bundle has `x-envelope`.");
  return toPointer(["components", "schemas", name]);
}

function mediaTypeOf({ operations }: Contract): string {
  const all = operations.flatMap(({ responses }) => responses.flatMap(({ mediaType }) => mediaType ?? []));
  return all[0] ?? "application/json";
}

function pathOf(url: string): string {
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, "").replace(/\/+$/, "");
}
