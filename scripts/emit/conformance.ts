import type {
  CodeFacts,
  ConformanceFacts,
  EnvelopeNames,
  OperationFacts,
  ResponseFacts,
} from "../../src/conformance/index.ts";
import { type Contract, type OperationFact, type ResponseFact, readContract } from "../../src/contract/index.ts";
import { fromPointer, loadTree, valueAt } from "../../src/document/index.ts";
import { banner } from "./banner.ts";
import { createSchemaCollector, type SchemaCollector } from "./conformance-schema.ts";
import type { EmitInput, OutputFile } from "./emitter.ts";

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

/** The envelope's names, by role. */
const ENVELOPE: EnvelopeNames = {
  success: "success",
  error: "error",
  data: "data",
  meta: "meta",
  pagination: "pagination",
  fields: {
    type: "type",
    code: "code",
    message: "message",
    param: "param",
    docUrl: "doc_url",
    requestId: "request_id",
  },
  metaFields: { requestId: "requestId", timestamp: "timestamp" },
};

export function conformanceFacts({ contract, bundle }: EmitInput): ConformanceFacts {
  // The same facts with their places in the bundle, where every `$ref` is a local one.
  const bundled = readContract(loadTree("bundle.json", () => JSON.stringify(bundle)));
  const collector = createSchemaCollector(bundle);
  const responses: Record<string, ResponseFacts> = {};
  const operations = bundled.operations.map((operation) => operationFacts(operation, responses, collector));
  const errors = bundled.errors.map((error): [string, CodeFacts] => {
    const { code, type, status, docUrl, param, retry, place } = error;
    const schema = collector.collect(fromPointer(place.pointer));
    return [code, { type, status, docUrl, param, retry, schema }];
  });
  return {
    version: contract.version,
    basePath: pathOf(contract.baseUrl),
    envelope: ENVELOPE,
    mediaType: mediaTypeOf(bundled),
    errorEnvelope: collector.collect(["components", "schemas", "ErrorEnvelope"]),
    types: contract.types.map(({ type }) => type),
    errors: Object.fromEntries(errors),
    retired: Object.fromEntries(contract.retired.map(({ code, retired }) => [code, retired])),
    operations,
    responses,
    schemas: collector.schemas,
    keyPrefixes: contract.keys.map(({ prefix }) => prefix),
  };

  function operationFacts(
    { id, method, path, codes, responses: own }: OperationFact,
    shared: Record<string, ResponseFacts>,
    schemas: SchemaCollector,
  ): OperationFacts {
    const byStatus = own.map((response): [string, string] => {
      const name = response.name ?? `${id} ${response.status}`;
      shared[name] ??= responseFacts(response, schemas);
      return [response.status, name];
    });
    return { id, method: method.toUpperCase(), path, codes, responses: Object.fromEntries(byStatus) };
  }

  function responseFacts(response: ResponseFact, schemas: SchemaCollector): ResponseFacts {
    const { mediaType, schema, union, headers, place } = response;
    const required = headers.filter((header) => header.required);
    return {
      ...(mediaType !== undefined && { mediaType }),
      ...(schema && union === undefined && { schema: collect(schema.place.pointer, schemas) }),
      ...(required.length > 0 && {
        headers: Object.fromEntries(
          required.map(({ name, schema: ofHeader }) => [
            name.toLowerCase(),
            ofHeader ? collect(ofHeader.place.pointer, schemas) : {},
          ]),
        ),
      }),
    };
    void place;
  }

  function collect(pointer: string, schemas: SchemaCollector) {
    void valueAt;
    return schemas.collect(fromPointer(pointer));
  }
}

function mediaTypeOf({ operations }: Contract): string {
  const all = operations.flatMap(({ responses }) => responses.flatMap(({ mediaType }) => mediaType ?? []));
  return all[0] ?? "application/json";
}

function pathOf(url: string): string {
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, "").replace(/\/+$/, "");
}
