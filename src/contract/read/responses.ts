import { alternatives, constOf, propertySchemas } from "../../document/composition.ts";
import type { Node } from "../../document/node.ts";
import { isJsonType } from "../../document/openapi.ts";
import type { HeaderFact, ResponseFact } from "../contract.ts";
import type { FactReader } from "./fact-reader.ts";

/** That an operation can answer with a code, and with which schemas. */
export interface CodeUse {
  code: string;
  operation: string;
  /** Schema of the error object. */
  schema: Node;
  /** Schema of the whole body. */
  envelope: Node;
}

/** Reads the responses of one operation; what they say of error codes is added to `uses`. */
export function readResponses(
  reader: FactReader,
  operation: Node,
  id: string,
  uses: CodeUse[],
): ResponseFact[] {
  const responses = reader.entries(reader.get(operation, "responses"));
  const declared = responses.filter(([status]) => !status.startsWith("x-"));
  return declared.map(([status, response]) => {
    const content = jsonContent(reader, response);
    const schema = content && reader.get(content.node, "schema");
    const error = schema && isErrorStatus(status) ? errorProperty(reader, schema) : undefined;
    const found = error ? readMembers(reader, error) : [];
    for (const [code, member] of found) {
      if (schema) uses.push({ code, operation: id, schema: member, envelope: schema });
    }
    const members = Object.fromEntries(found);
    return {
      status,
      ...(response.name !== undefined && { name: response.name }),
      description: reader.optionalText(response, "description"),
      headers: readHeaders(reader, response),
      codes: Object.keys(members),
      ...(schema && { schema }),
      ...(error && { union: { location: error.location, members } }),
      ...(content && { mediaType: content.type }),
      location: response.location,
    };
  });
}

/**
 * The JSON content of a response, request body or parameter.
 * `application/problem+json` and its like count (RFC 6839, section 3.1).
 */
export function jsonContent(
  reader: FactReader,
  holder: Node | undefined,
): { type: string; node: Node } | undefined {
  const found = reader.entries(reader.get(holder, "content")).find(([type]) => isJsonType(type));
  return found && { type: found[0], node: found[1] };
}

function isErrorStatus(status: string): boolean {
  return /^[45]/.test(status) || status === "default";
}

/** The most specific schema of the envelope's `error`: the one that lists the codes. */
function errorProperty(reader: FactReader, envelope: Node): Node | undefined {
  const candidates = propertySchemas(reader, envelope, "error");
  return candidates.findLast((candidate) => {
    return alternatives(reader, candidate).some((member) => codeOf(reader, member) !== undefined);
  });
}

function readMembers(reader: FactReader, error: Node): [code: string, member: Node][] {
  return alternatives(reader, error).flatMap((member) => {
    const code = codeOf(reader, member);
    if (code !== undefined) return [[code, member] as [string, Node]];
    const message = "This alternative of an error has no `code` with a `const`: give it one, or take it out.";
    reader.problem("contract-code", member, message);
    return [];
  });
}

function codeOf(reader: FactReader, member: Node): string | undefined {
  const code = constOf(reader, member, "code")?.value;
  return typeof code === "string" ? code : undefined;
}

function readHeaders(reader: FactReader, response: Node): HeaderFact[] {
  return reader.entries(reader.get(response, "headers")).map(([name, header]) => {
    const schema = reader.get(header, "schema");
    return {
      name,
      required: reader.get(header, "required")?.value === true,
      description: reader.optionalText(header, "description"),
      ...(schema && { schema }),
    };
  });
}
