import type { Contract, OperationFact } from "../../contract/index.ts";
import type { Node } from "../../document/index.ts";
import type { Canonicalize } from "../canonical/canonical-schema.ts";
import { listOf, stableText } from "../canonical/merge.ts";
import { withOrigins } from "../canonical/origin.ts";
import { isErrorStatus } from "../compare/carriers.ts";
import { parameterNames } from "../pairing.ts";

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
    {
      summary: text(version, node, "summary"),
      description: text(version, node, "description"),
      deprecated: flag(version, node, "deprecated"),
      security: canonicalSecurity(version, node),
      servers: canonicalServers(version, reader.get(node, "servers") ?? reader.get(item, "servers")),
      parameters: canonicalParameters(version, operation, [item, node], naming),
      requestBody: body && canonicalBody(version, body),
      responses: canonicalResponses(version, node),
    },
    [operation.location],
  );
}

function flag({ contract }: Version, node: Node | undefined, key: string): boolean {
  return contract.reader.get(node, key)?.value === true;
}

/** Undefined where it is blank. */
function text({ contract }: Version, node: Node | undefined, key: string): string | undefined {
  const value = contract.reader.get(node, key)?.value;
  return typeof value === "string" ? value.trim() || undefined : undefined;
}

/** The canonical form of each member of an object; the keys can be made alike as well. */
function eachMember(
  { contract }: Version,
  object: Node | undefined,
  { key = String, member }: { key?: (key: string) => string; member: (node: Node) => unknown },
): Plain {
  return Object.fromEntries(contract.reader.entries(object).map(([name, node]) => [key(name), member(node)]));
}

const inSmallLetters = (name: string) => name.toLowerCase();

/**
 * An operation's own `security` replaces the document's (OpenAPI 3.1, 4.8.10). Neither alternatives, nor the schemes of
 * one, nor the scopes of a scheme have an order.
 */
function canonicalSecurity({ contract }: Version, operation: Node | undefined): Plain[] {
  const { reader, root } = contract;
  const own = reader.get(operation, "security") ?? reader.get(root, "security");
  const requirements = reader.entries(own).map(([, requirement]) => {
    const schemes = reader
      .entries(requirement)
      .map(([name, scopes]) => [name, listOf(scopes.value).toSorted()]);
    return stableText(Object.fromEntries(schemes));
  });
  const sorted = requirements.sort().map((requirement): Plain => JSON.parse(requirement));
  return withOrigins(sorted, own ? [own.location] : []);
}

/**
 * Addresses with and without a slash at the end are the same to a client that appends a path. An empty list is the same
 * as none (OpenAPI 3.1, 4.8.1.1).
 */
export function canonicalServers(version: Version, servers: Node | undefined): Plain[] | undefined {
  const { reader } = version.contract;
  const list = reader.entries(servers).map(([, server]) => ({
    url: (text(version, server, "url") ?? "").replace(/\/+$/, "") || "/",
    variables: eachMember(version, reader.get(server, "variables"), {
      member: (variable) => ({
        default: text(version, variable, "default"),
        enum: listOf(reader.get(variable, "enum")?.value).toSorted(),
      }),
    }),
  }));
  return list.length > 0 ? list : undefined;
}

/** Parameters of the path item and of the operation in one list; the operation's win (OpenAPI 3.1, 4.8.9). */
function canonicalParameters(
  version: Version,
  { path }: OperationFact,
  holders: readonly (Node | undefined)[],
  { pathParameters }: Naming,
): Plain[] {
  const { reader } = version.contract;
  const positions = parameterNames(path);
  const found = new Map<string, Plain>();
  for (const holder of holders) {
    for (const [, node] of reader.entries(reader.get(holder, "parameters"))) {
      const own = text(version, node, "name") ?? "";
      const place = text(version, node, "in") ?? "";
      const name = (place === "path" && pathParameters[positions.indexOf(own)]) || own;
      found.set(`${place} ${name}`, canonicalParameter(version, node, { place, name }));
    }
  }
  return [...found.keys()].sort().map((key) => found.get(key) as Plain);
}

function canonicalParameter(
  version: Version,
  node: Node,
  { place, name }: { place: string; name: string },
): Plain {
  const style = place === "query" || place === "cookie" ? "form" : "simple";
  return withOrigins(
    {
      name,
      in: place,
      allowEmptyValue: flag(version, node, "allowEmptyValue"),
      allowReserved: flag(version, node, "allowReserved"),
      ...canonicalValue(version, node, style),
    },
    [node.location],
  );
}

/** What parameters and headers have in common. */
function canonicalValue(version: Version, node: Node, usualStyle: string): Plain {
  return {
    required: flag(version, node, "required"),
    description: text(version, node, "description"),
    deprecated: flag(version, node, "deprecated"),
    ...canonicalStyle(version, node, usualStyle),
    schema: version.canonical(version.contract.reader.get(node, "schema")),
    content: canonicalContent(version, node),
  };
}

/** The default `style` depends on the place, and the default of `explode` on the style (OpenAPI 3.1, 4.8.12.2). */
function canonicalStyle(version: Version, node: Node, usualStyle: string): Plain {
  const style = text(version, node, "style") ?? usualStyle;
  const explode = version.contract.reader.get(node, "explode")?.value ?? style === "form";
  return { style, explode };
}

function canonicalBody(version: Version, node: Node): Plain {
  return withOrigins(
    {
      required: flag(version, node, "required"),
      description: text(version, node, "description"),
      content: canonicalContent(version, node),
    },
    [node.location],
  );
}

function canonicalContent(version: Version, holder: Node): Plain {
  const { reader } = version.contract;
  return eachMember(version, reader.get(holder, "content"), {
    key: inSmallLetters,
    member: (media) => ({
      schema: version.canonical(reader.get(media, "schema")),
      encoding: eachMember(version, reader.get(media, "encoding"), {
        member: (encoding) => canonicalEncoding(version, encoding),
      }),
    }),
  });
}

/** How one field of a form is sent (OpenAPI 3.1, 4.8.15). */
function canonicalEncoding(version: Version, node: Node): Plain {
  return withOrigins(
    {
      contentType: text(version, node, "contentType"),
      allowReserved: flag(version, node, "allowReserved"),
      headers: canonicalHeaders(version, node),
      ...canonicalStyle(version, node, "form"),
    },
    [node.location],
  );
}

/** The responses that are not errors. */
function canonicalResponses(version: Version, operation: Node | undefined): Plain {
  const { reader } = version.contract;
  const responses = reader
    .entries(reader.get(operation, "responses"))
    .filter(([status]) => !isErrorStatus(status) && !status.startsWith("x-"));
  return Object.fromEntries(responses.map(([status, node]) => [status, canonicalResponse(version, node)]));
}

export function canonicalResponse(version: Version, node: Node): Plain {
  return withOrigins(
    {
      description: text(version, node, "description"),
      headers: canonicalHeaders(version, node),
      content: canonicalContent(version, node),
    },
    [node.location],
  );
}

/** Header names are case-insensitive (RFC 9110, section 5.1). */
function canonicalHeaders(version: Version, holder: Node): Plain {
  return eachMember(version, version.contract.reader.get(holder, "headers"), {
    key: inSmallLetters,
    member: (header) => withOrigins(canonicalValue(version, header, "simple"), [header.location]),
  });
}
