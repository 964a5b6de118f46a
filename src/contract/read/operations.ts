import type { Node } from "../../document/node.ts";
import type { BodyFact, Method, OperationFact, ParameterFact } from "../contract.ts";
import { requiredNames } from "./composition.ts";
import { exampleOfHolder } from "./example.ts";
import type { Reading } from "./reading.ts";
import { type CodeUse, jsonContent, readResponses } from "./responses.ts";

const METHODS = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
] as const satisfies Method[];

/** Reads every operation below `paths`; what their responses say of error codes is added to `uses`. */
export function readOperations(reading: Reading, uses: CodeUse[]): OperationFact[] {
  const { root } = reading.tree;
  const paths = reading.entries(reading.get(root, "paths")).filter(([path]) => path.startsWith("/"));
  return paths.flatMap(([path, item]) => {
    return reading.entries(item).flatMap(([key, node]) => {
      const method = METHODS.find((candidate) => candidate === key);
      return method ? [readOperation(reading, { path, item, method, node, uses })] : [];
    });
  });
}

interface Found {
  path: string;
  item: Node;
  method: Method;
  node: Node;
  uses: CodeUse[];
}

function readOperation(reading: Reading, { path, item, method, node, uses }: Found): OperationFact {
  const id = reading.text(node, "operationId");
  const body = readBody(reading, node);
  return {
    id,
    method,
    path,
    summary: reading.optionalText(node, "summary"),
    description: reading.optionalText(node, "description"),
    tag: String(reading.get(node, "tags", 0)?.value ?? ""),
    secured: isSecured(reading, node),
    parameters: readParameters(reading, item, node),
    ...(body && { body }),
    responses: readResponses(reading, node, id, uses),
    codes: [], // known once the registry has given the codes their order
    place: node.place,
  };
}

/** An operation's own `security` replaces the document's (OpenAPI 3.1, 4.8.10); an empty requirement makes it optional. */
function isSecured(reading: Reading, operation: Node): boolean {
  const security = reading.get(operation, "security") ?? reading.get(reading.tree.root, "security");
  const requirements = reading.entries(security);
  return requirements.length > 0 && requirements.every(([, one]) => reading.entries(one).length > 0);
}

/** Parameters of the path item and of the operation; the operation's win (OpenAPI 3.1, 4.8.9). */
function readParameters(reading: Reading, item: Node, operation: Node): ParameterFact[] {
  const byKey = new Map<string, ParameterFact>();
  for (const holder of [item, operation]) {
    for (const [, node] of reading.entries(reading.get(holder, "parameters"))) {
      const fact = readParameter(reading, node);
      if (fact) byKey.set(`${fact.in} ${fact.name}`, fact);
    }
  }
  return [...byKey.values()];
}

function readParameter(reading: Reading, node: Node): ParameterFact | undefined {
  const holder = jsonContent(reading, node)?.node ?? node;
  const schema = reading.get(holder, "schema");
  if (schema === undefined) {
    reading.problem("contract-fact", node, "This parameter has no `schema`: write one.");
    return undefined;
  }
  const style = reading.optionalText(node, "style");
  const explode = reading.get(node, "explode")?.value;
  const example = exampleOfHolder(reading, holder);
  return {
    name: reading.text(node, "name"),
    in: reading.oneOf(node, "in", ["query", "path", "header", "cookie"]),
    required: reading.get(node, "required")?.value === true,
    description: reading.optionalText(node, "description"),
    ...(style !== "" && { style }),
    ...(typeof explode === "boolean" && { explode }),
    schema,
    ...(example !== undefined && { example }),
  };
}

function readBody(reading: Reading, operation: Node): BodyFact | undefined {
  const body = reading.get(operation, "requestBody");
  if (body === undefined) return undefined;
  const content = jsonContent(reading, body)?.node;
  const schema = reading.get(content, "schema");
  const example = exampleOfHolder(reading, content);
  return {
    required: reading.get(body, "required")?.value === true,
    ...(schema?.name !== undefined && { name: schema.name }),
    requiredFields: requiredNames(reading, schema),
    ...(schema && { schema }),
    ...(example !== undefined && { example }),
  };
}
