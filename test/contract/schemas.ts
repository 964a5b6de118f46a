import Ajv2020, { type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { fromPointer, toPointer, valueAt } from "../../src/document/index.ts";
import { readJson } from "./project.ts";
import type { BodyPlace } from "./samples.ts";

type Json = Record<string, unknown>;

/** The document as it is published. */
export const published = readJson("generated/openapi.json") as Json;

const ID = "https://contract.test/openapi.json";
// Not strict: an OpenAPI document holds keywords that JSON Schema does not know, such as `discriminator` and `x-…`.
const ajv = new Ajv2020.default({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ ...published, $id: ID });

/** Follows `$ref`s from a pointer of the published document; gives the value and where it stands at last. */
export function resolve(pointer: string): { value: unknown; pointer: string } {
  const value = valueAt(published, fromPointer(pointer));
  const ref = (value as { $ref?: unknown } | undefined)?.$ref;
  return typeof ref === "string" ? resolve(ref.slice(1)) : { value, pointer };
}

const pointers = new Map<string, string>();

/** Pointer of the schema that the JSON body of a response has to satisfy. */
export function bodySchema(place: BodyPlace): string {
  const name = `${place.operation} ${place.status}`;
  const pointer = pointers.get(name) ?? findBodySchema(place);
  pointers.set(name, pointer);
  return pointer;
}

function findBodySchema({ operation, status }: BodyPlace): string {
  for (const [path, item] of Object.entries(published.paths as Record<string, Json>)) {
    for (const [method, one] of Object.entries(item)) {
      if ((one as Json).operationId !== operation) continue;
      const pointer = toPointer(["paths", path, method, "responses", status]);
      if (valueAt(published, fromPointer(pointer)) === undefined) break;
      return `${resolve(pointer).pointer}/content/application~1json/schema`;
    }
  }
  throw new Error(`The published document has no response ${status} of ${operation}.`);
}

const compiled = new Map<string, ValidateFunction>();

/** The schema at a pointer of the published document, ready to validate with. */
export function validatorAt(pointer: string): ValidateFunction {
  const known = compiled.get(pointer);
  if (known) return known;
  const fragment = fromPointer(pointer).map((key) =>
    encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1")),
  );
  const validate = ajv.compile({ $ref: `${ID}#/${fragment.join("/")}` });
  compiled.set(pointer, validate);
  return validate;
}
