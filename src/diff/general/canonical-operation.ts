import type { Contract, OperationFact } from "../../contract/index.ts";
import type { Node } from "../../document/index.ts";
import type { Canonicalize } from "../canonical/canonical-schema.ts";
import { withOrigins } from "../canonical/origin.ts";
import { isErrorStatus } from "../compare/carriers.ts";

/** An object of the canonical document. */
export type Plain = Record<string, unknown>;

/** One version, with the canonical form of its schemas. */
export interface Version {
  contract: Contract;
  canonical: Canonicalize;
}

/** What stands in both documents instead of the names that only one of them uses. */
export interface Naming {
  /** Names of the path parameters, by position. */
  pathParameters: readonly string[];
}

/** The canonical form of an operation, without its errors and without what compares apart (operationId, `x-` keys). */
export function canonicalOperation(version: Version, operation: OperationFact, naming: Naming): Plain {
  const { reader, root } = version.contract;
  const item = reader.get(root, "paths", operation.path);
  const node = reader.get(item, operation.method);
  const body = reader.get(node, "requestBody");
  return withOrigins(
    defined({
      summary: operation.summary || undefined,
      description: operation.description || undefined,
      deprecated: flag(version, node, "deprecated"),
      security: canonicalSecurity(version, node),
      servers: canonicalServers(version, reader.get(node, "servers") ?? reader.get(item, "servers")),
      parameters: canonicalParameters(version, operation, [item, node], naming),
      requestBody: body && canonicalBody(version, body),
      responses: canonicalResponses(version, node),
    }),
    [operation.location],
  );
}

function flag({ contract }: Version, node: Node | undefined, key: string): true | undefined {
  return contract.reader.get(node, key)?.value === true ? true : undefined;
}

function text({ contract }: Version, node: Node | undefined, key: string): string | undefined {
  const value = contract.reader.get(node, key)?.value;
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** Drops the keys that have no value. */
export function defined(object: Plain): Plain {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

/** An operation's own `security` replaces the document's (OpenAPI 3.1, 4.8.10); alternatives have no order. */
function canonicalSecurity({ contract }: Version, operation: Node | undefined): unknown[] {
  const { reader, root } = contract;
  const own = reader.get(operation, "security") ?? reader.get(root, "security");
  const requirements = Array.isArray(own?.value) ? own.value : [];
  const sorted = [...requirements].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return withOrigins(sorted, own ? [own.location] : []);
}

/** Addresses with and without a slash at the end are the same to a client that appends a path. */
export function canonicalServers({ contract }: Version, servers: Node | undefined): Plain[] | undefined {
  if (servers === undefined) return undefined;
  const urls = contract.reader
    .entries(servers)
    .map(([, server]) => contract.reader.get(server, "url")?.value);
  return urls.map((url) => ({ url: String(url).replace(/\/+$/, "") || "/" }));
}

/** Parameters of the path item and of the operation in one list; the operation's win (OpenAPI 3.1, 4.8.9). */
function canonicalParameters(
  version: Version,
  { path }: OperationFact,
  holders: readonly (Node | undefined)[],
  { pathParameters }: Naming,
): Plain[] | undefined {
  const { reader } = version.contract;
  const positions = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  const found = new Map<string, Plain>();
  for (const holder of holders) {
    for (const [, node] of reader.entries(reader.get(holder, "parameters"))) {
      const name = text(version, node, "name") ?? "";
      const place = text(version, node, "in") ?? "";
      const shared = place === "path" ? pathParameters[positions.indexOf(name)] : undefined;
      found.set(
        `${place} ${shared ?? name}`,
        canonicalParameter(version, node, { place, name: shared ?? name }),
      );
    }
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, parameter]) => parameter);
  return sorted.length > 0 ? sorted : undefined;
}

/** The default `style` depends on the place, and the default of `explode` on the style (OpenAPI 3.1, 4.8.12.2). */
function canonicalParameter(
  version: Version,
  node: Node,
  { place, name }: { place: string; name: string },
): Plain {
  const { reader } = version.contract;
  const usual = place === "query" || place === "cookie" ? "form" : "simple";
  const style = text(version, node, "style") ?? usual;
  const explode = reader.get(node, "explode")?.value ?? style === "form";
  const schema = reader.get(node, "schema");
  return withOrigins(
    defined({
      name,
      in: place,
      required: flag(version, node, "required"),
      description: text(version, node, "description"),
      deprecated: flag(version, node, "deprecated"),
      allowEmptyValue: flag(version, node, "allowEmptyValue"),
      allowReserved: flag(version, node, "allowReserved"),
      style: style === usual ? undefined : style,
      explode: explode === (style === "form") ? undefined : explode,
      schema: schema && version.canonical(schema),
      content: canonicalContent(version, node),
    }),
    [node.location],
  );
}

function canonicalBody(version: Version, node: Node): Plain {
  return withOrigins(
    defined({
      required: flag(version, node, "required"),
      description: text(version, node, "description"),
      content: canonicalContent(version, node),
    }),
    [node.location],
  );
}

function canonicalContent(version: Version, holder: Node): Plain | undefined {
  const { reader } = version.contract;
  const types = reader.entries(reader.get(holder, "content")).map(([type, media]): [string, Plain] => {
    const schema = reader.get(media, "schema");
    return [type.toLowerCase(), schema ? { schema: version.canonical(schema) } : {}];
  });
  return types.length > 0 ? Object.fromEntries(types.sort(([a], [b]) => (a < b ? -1 : 1))) : undefined;
}

/** The responses that are not errors. */
function canonicalResponses(version: Version, operation: Node | undefined): Plain {
  const { reader } = version.contract;
  const responses = reader
    .entries(reader.get(operation, "responses"))
    .filter(([status]) => !isErrorStatus(status) && !status.startsWith("x-"));
  return Object.fromEntries(responses.map(([status, node]) => [status, canonicalResponse(version, node)]));
}

function canonicalResponse(version: Version, node: Node): Plain {
  const { reader } = version.contract;
  // Header names are case-insensitive (RFC 9110, section 5.1).
  const headers = reader
    .entries(reader.get(node, "headers"))
    .map(([name, header]) => [name.toLowerCase(), canonicalHeader(version, header)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return withOrigins(
    defined({
      description: text(version, node, "description") ?? "",
      headers: headers.length > 0 ? Object.fromEntries(headers) : undefined,
      content: canonicalContent(version, node),
    }),
    [node.location],
  );
}

function canonicalHeader(version: Version, node: Node): Plain {
  const schema = version.contract.reader.get(node, "schema");
  return withOrigins(
    defined({
      required: flag(version, node, "required"),
      description: text(version, node, "description"),
      deprecated: flag(version, node, "deprecated"),
      schema: schema && version.canonical(schema),
    }),
    [node.location],
  );
}
