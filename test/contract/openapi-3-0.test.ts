import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fromPointer, valueAt } from "../../src/document/index.ts";
import { contract, readJson, readText } from "./project.ts";
import { badSamples, goodSamples, named } from "./samples.ts";
import { bodySchema, published, validatorAt } from "./schemas.ts";

type Json = Record<string, unknown>;

const document = readJson("generated/openapi-3.0.json") as Json;

// A validator of the older JSON Schema that OpenAPI 3.0 builds on; it knows `nullable`, and is not strict about the rest.
const ID = "https://contract.test/openapi-3.0.json";
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ ...document, $id: ID });

/** Pointers of both editions are the same up to the schema of a body. */
function validates30(pointer: string, value: unknown): boolean {
  const fragment = fromPointer(pointer).map((key) =>
    encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1")),
  );
  const known = ajv.getSchema(`${ID}#/${fragment.join("/")}`);
  if (!known) throw new Error(`The 3.0 edition has no ${pointer}.`);
  return known(value) as boolean;
}

test("the official schema of OpenAPI 3.0 accepts it, as YAML and as JSON", async () => {
  expect(document.openapi).toBe("3.0.3");
  expect(parse(readText("generated/openapi-3.0.yaml"))).toEqual(document);
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document));
  expect(errors).toBeUndefined();
  expect([valid, validator.version]).toEqual([true, "3.0"]);
});

test("it has every operation, response, parameter and schema of the published document", () => {
  const names = (root: Json, ...path: string[]) => Object.keys(valueAt(root, path) as object).toSorted();
  expect(names(document, "paths")).toEqual(names(published, "paths"));
  for (const kind of ["schemas", "responses", "parameters", "headers", "securitySchemes"]) {
    expect(names(document, "components", kind)).toEqual(names(published, "components", kind));
  }
  for (const path of names(published, "paths")) {
    expect(names(document, "paths", path)).toEqual(names(published, "paths", path));
  }
});

describe("both editions give the same verdict", () => {
  const samples = [
    ...goodSamples().flatMap(({ path, value, bodyOf }) => bodyOf.map((place) => ({ path, value, place }))),
    ...badSamples().map(({ path, value, bodyOf }) => ({ path, value, place: bodyOf })),
  ];

  test.each(named(samples))("on %s", (_, { value, place }) => {
    const pointer = bodySchema(place);
    expect(validates30(pointer, value)).toBe(validatorAt(pointer)(value));
  });

  test.each([
    ["/components/schemas/Customer/properties/sentiment", [null, "happy"]],
    ["/components/schemas/Ticket/properties/customer", [null]],
  ])("on what may be null and nothing else besides: %s", (pointer, accepted) => {
    const values = [null, "happy", "null", "", {}, [], 0, false];
    expect(values.filter((value) => validates30(pointer, value))).toEqual(accepted);
    expect(values.filter((value) => validatorAt(pointer)(value))).toEqual(accepted);
  });

  test("on null in the place of each field of each good sample", () => {
    const differing: string[] = [];
    for (const { path, value, bodyOf } of goodSamples()) {
      const [place] = bodyOf;
      if (!place) continue;
      const pointer = bodySchema(place);
      for (const keys of leaves(value)) {
        const changed = structuredClone(value);
        const holder = valueAt(changed, keys.slice(0, -1)) as Json;
        holder[keys.at(-1) ?? ""] = null;
        if (validates30(pointer, changed) !== validatorAt(pointer)(changed))
          differing.push(`${path} ${keys.join(".")}`);
      }
    }
    expect(differing).toEqual([]);
  });
});

/** The paths of all values inside a value, objects and lists among them. */
function leaves(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return at.length > 0 ? [at] : [];
  const inner = Object.entries(value).flatMap(([key, member]) => leaves(member, [...at, key]));
  return at.length > 0 ? [at, ...inner] : inner;
}

test("a discriminator leads to schemas whose property is a text and no enum, neither by itself nor by allOf", () => {
  let choices = 0;
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { discriminator } = value as {
      discriminator?: { propertyName: string; mapping: Record<string, string> };
    };
    for (const [code, target] of Object.entries(discriminator?.mapping ?? {})) {
      const schema = valueAt(document, fromPointer(target.slice(1))) as Json;
      const property = valueAt(schema, ["properties", discriminator?.propertyName ?? ""]) as Json;
      expect(schema.allOf, code).toBeUndefined();
      expect(property, code).toMatchObject({ type: "string", pattern: `^${code}$` });
      expect(property.enum, code).toBeUndefined();
      choices++;
    }
    Object.values(value).forEach(visit);
  };
  visit(document);
  expect(choices).toBeGreaterThanOrEqual(contract.errors.length - 2);
});
