import { alternatives, constOf, propertySchemas } from "../../document/composition.ts";
import type { Node } from "../../document/node.ts";
import { isJsonType } from "../../document/openapi.ts";
import type { HeaderFact, ResponseFact } from "../contract.ts";
import type { FactReader } from "./fact-reader.ts";

/** What the responses of all operations say of one code. */
export interface CodeUse {
  code: string;
  /** Schemas of the error object, each once. */
  schemas: Set<Node>;
  /** Schemas of the whole body, each once. */
  envelopes: Set<Node>;
  /** operationIds that declare the code. */
  operations: Set<string>;
}

/** Reads the responses of operations, each shared one once. */
export interface ResponseReader {
  read(operation: Node, id: string): ResponseFact[];
  /** By code, in the order in which the responses met so far name them. */
  uses: ReadonlyMap<string, CodeUse>;
}

type SharedFact = Omit<ResponseFact, "status">;

/** Makes a reader of responses on top of `reader`. */
export function createResponseReader(reader: FactReader): ResponseReader {
  const uses = new Map<string, CodeUse>();
  const known = { errors: new Map<Node, SharedFact>(), others: new Map<Node, SharedFact>() };

  const shared = (status: string, node: Node): SharedFact => {
    const isError = isErrorStatus(status);
    const facts = isError ? known.errors : known.others;
    const fact = facts.get(node) ?? readResponse(reader, node, isError);
    facts.set(node, fact);
    return fact;
  };
  const note = ({ schema, union }: SharedFact, operation: string): void => {
    for (const [code, member] of Object.entries(union?.members ?? {})) {
      const use = uses.get(code) ?? { code, schemas: new Set(), envelopes: new Set(), operations: new Set() };
      use.schemas.add(member);
      if (schema) use.envelopes.add(schema);
      use.operations.add(operation);
      uses.set(code, use);
    }
  };
  return {
    uses,
    read(operation, id) {
      const responses = reader.entries(reader.get(operation, "responses"));
      const declared = responses.filter(([status]) => !status.startsWith("x-"));
      return declared.map(([status, node]) => {
        const fact = shared(status, node);
        note(fact, id);
        return { status, ...fact };
      });
    },
  };
}

function readResponse(reader: FactReader, response: Node, isError: boolean): SharedFact {
  const content = jsonContent(reader, response);
  const schema = content && reader.get(content.node, "schema");
  const error = schema && isError ? errorProperty(reader, schema) : undefined;
  const members = error ? Object.fromEntries(readMembers(reader, error)) : {};
  return {
    ...(response.name !== undefined && { name: response.name }),
    description: reader.optionalText(response, "description"),
    headers: readHeaders(reader, response),
    codes: Object.keys(members),
    ...(schema && { schema }),
    ...(error && { union: { location: error.location, members } }),
    ...(content && { mediaType: content.type }),
    location: response.location,
  };
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
