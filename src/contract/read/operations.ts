import { propertyNames, requiredNames } from "../../document/composition.ts";
import type { Node } from "../../document/node.ts";
import { METHODS, type Method, securityOf } from "../../document/openapi.ts";
import type { BodyFact, OperationFact, ParameterFact } from "../contract.ts";
import { readClientFacts } from "./client.ts";
import { exampleOfHolder } from "./example.ts";
import type { FactReader } from "./fact-reader.ts";
import { jsonContent, type ResponseReader } from "./responses.ts";

/** Reads every operation below `paths`. */
export function readOperations(reader: FactReader, responses: ResponseReader): OperationFact[] {
  const { root } = reader.tree;
  const paths = reader.entries(reader.get(root, "paths")).filter(([path]) => path.startsWith("/"));
  return paths.flatMap(([path, item]) => {
    return reader.entries(item).flatMap(([key, node]) => {
      const method = METHODS.find((candidate) => candidate === key);
      return method ? [readOperation(reader, { path, item, method, node, responses })] : [];
    });
  });
}

interface Found {
  path: string;
  item: Node;
  method: Method;
  node: Node;
  responses: ResponseReader;
}

function readOperation(reader: FactReader, { path, item, method, node, responses }: Found): OperationFact {
  const id = reader.text(node, "operationId");
  const body = readBody(reader, node);
  return {
    id,
    method,
    path,
    summary: reader.optionalText(node, "summary"),
    description: reader.optionalText(node, "description"),
    tag: String(reader.get(node, "tags", 0)?.value ?? ""),
    secured: securityOf(reader, reader.tree.root, node) === "required",
    parameters: readParameters(reader, item, node),
    ...(body && { body }),
    responses: responses.read(node, id),
    codes: [], // known once the registry has given the codes their order
    ...readClientFacts(reader, node),
    location: node.location,
  };
}

/** Parameters of the path item and of the operation; the operation's win (OpenAPI 3.1, 4.8.9). */
function readParameters(reader: FactReader, item: Node, operation: Node): ParameterFact[] {
  const byKey = new Map<string, ParameterFact>();
  for (const holder of [item, operation]) {
    for (const [, node] of reader.entries(reader.get(holder, "parameters"))) {
      const fact = readParameter(reader, node);
      if (fact) byKey.set(`${fact.in} ${fact.name}`, fact);
    }
  }
  return [...byKey.values()];
}

function readParameter(reader: FactReader, node: Node): ParameterFact | undefined {
  const holder = jsonContent(reader, node)?.node ?? node;
  const schema = reader.get(holder, "schema");
  if (schema === undefined) {
    reader.problem("contract-fact", node, "This parameter has no `schema`: write one.");
    return undefined;
  }
  const style = reader.optionalText(node, "style");
  const explode = reader.get(node, "explode")?.value;
  const example = exampleOfHolder(reader, holder);
  return {
    name: reader.text(node, "name"),
    in: reader.oneOf(node, "in", ["query", "path", "header", "cookie"]),
    required: reader.get(node, "required")?.value === true,
    description: reader.optionalText(node, "description"),
    ...(style !== "" && { style }),
    ...(typeof explode === "boolean" && { explode }),
    schema,
    ...(example !== undefined && { example }),
  };
}

function readBody(reader: FactReader, operation: Node): BodyFact | undefined {
  const body = reader.get(operation, "requestBody");
  if (body === undefined) return undefined;
  const json = jsonContent(reader, body);
  const content = json?.node;
  const schema = reader.get(content, "schema");
  const example = exampleOfHolder(reader, content);
  return {
    required: reader.get(body, "required")?.value === true,
    ...(schema?.name !== undefined && { name: schema.name }),
    fields: propertyNames(reader, schema),
    requiredFields: requiredNames(reader, schema),
    ...(schema && { schema }),
    ...(json && { mediaType: json.type }),
    ...(example !== undefined && { example }),
  };
}
