import type { Node } from "../../document/node.ts";
import type { HeaderFact, ResponseFact } from "../contract.ts";
import { alternatives, constOf, propertySchemas } from "./composition.ts";
import type { Reading } from "./reading.ts";

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
  reading: Reading,
  operation: Node,
  id: string,
  uses: CodeUse[],
): ResponseFact[] {
  const responses = reading.entries(reading.get(operation, "responses"));
  const declared = responses.filter(([status]) => !status.startsWith("x-"));
  return declared.map(([status, response]) => {
    const content = jsonContent(reading, response);
    const schema = content && reading.get(content.node, "schema");
    const error = schema && isErrorStatus(status) ? errorProperty(reading, schema) : undefined;
    const found = error ? readMembers(reading, error) : [];
    for (const [code, member] of found) {
      if (schema) uses.push({ code, operation: id, schema: member, envelope: schema });
    }
    const members = Object.fromEntries(found);
    return {
      status,
      ...(response.name !== undefined && { name: response.name }),
      description: reading.optionalText(response, "description"),
      headers: readHeaders(reading, response),
      codes: Object.keys(members),
      ...(schema && { schema }),
      ...(error && { union: { place: error.place, members } }),
      ...(content && { mediaType: content.type }),
      place: response.place,
    };
  });
}

/**
 * The JSON content of a response, request body or parameter.
 * `application/problem+json` and its like count (RFC 6839, section 3.1).
 */
export function jsonContent(
  reading: Reading,
  holder: Node | undefined,
): { type: string; node: Node } | undefined {
  const found = reading
    .entries(reading.get(holder, "content"))
    .find(([type]) => /[/+]json\s*(;|$)/i.test(type));
  return found && { type: found[0], node: found[1] };
}

function isErrorStatus(status: string): boolean {
  return /^[45]/.test(status) || status === "default";
}

/** The most specific schema of the envelope's `error`: the one that lists the codes. */
function errorProperty(reading: Reading, envelope: Node): Node | undefined {
  const candidates = propertySchemas(reading, envelope, "error");
  return candidates.findLast((candidate) => {
    return alternatives(reading, candidate).some((member) => codeOf(reading, member) !== undefined);
  });
}

function readMembers(reading: Reading, error: Node): [code: string, member: Node][] {
  return alternatives(reading, error).flatMap((member) => {
    const code = codeOf(reading, member);
    if (code !== undefined) return [[code, member] as [string, Node]];
    const message = "This alternative of an error has no `code` with a `const`: give it one, or take it out.";
    reading.problem("contract-code", member, message);
    return [];
  });
}

function codeOf(reading: Reading, member: Node): string | undefined {
  const code = constOf(reading, member, "code")?.value;
  return typeof code === "string" ? code : undefined;
}

function readHeaders(reading: Reading, response: Node): HeaderFact[] {
  return reading.entries(reading.get(response, "headers")).map(([name, header]) => {
    const schema = reading.get(header, "schema");
    return {
      name,
      required: reading.get(header, "required")?.value === true,
      description: reading.optionalText(header, "description"),
      ...(schema && { schema }),
    };
  });
}
