import type { HeaderFact, ResponseFact } from "../contract.ts";
import type { Node } from "../node.ts";
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
  return reading.entries(reading.get(operation, "responses")).map(([status, response]) => {
    const schema = jsonSchema(reading, response);
    const carried = schema && isErrorStatus(status) ? errorVariants(reading, schema, id) : [];
    uses.push(...carried);
    return {
      status,
      ...(response.name !== undefined && { name: response.name }),
      description: reading.optionalText(response, "description"),
      headers: readHeaders(reading, response),
      codes: carried.map((use) => use.code),
      ...(schema && { schema }),
      place: response.place,
    };
  });
}

/** The schema of the JSON content of a response or request body; `application/problem+json` and its like count. */
export function jsonSchema(reading: Reading, holder: Node | undefined): Node | undefined {
  const json = reading.entries(reading.get(holder, "content")).find(([type]) => /[/+]json\b/i.test(type));
  return json && reading.get(json[1], "schema");
}

function isErrorStatus(status: string): boolean {
  return /^[45]/.test(status) || status === "default";
}

function errorVariants(reading: Reading, envelope: Node, operation: string): CodeUse[] {
  const variants = propertySchemas(reading, envelope, "error").flatMap((error) =>
    alternatives(reading, error),
  );
  return variants.flatMap((schema) => {
    const code = constOf(reading, schema, "code");
    return typeof code === "string" ? [{ code, operation, schema, envelope }] : [];
  });
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
