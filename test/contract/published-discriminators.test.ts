import { expect, test } from "vitest";
import { publishedDocument } from "../../scripts/emit/published.ts";
import { fromPointer, valueAt } from "../../src/document/index.ts";
import { readInput } from "../docs/site.ts";
import { contract } from "./project.ts";

type Schema = Record<string, unknown>;
interface Choice {
  where: string;
  schema: Schema & { oneOf: { $ref: string }[] };
}

const document = publishedDocument(await readInput());
const at = (ref: string) => valueAt(document, fromPointer(ref.slice(1))) as Schema;

/** Every choice between error objects, wherever in the published document it stands. */
function choices(value: unknown, where: string): Choice[] {
  if (typeof value !== "object" || value === null) return [];
  const { oneOf } = value as Schema;
  const isChoice = Array.isArray(oneOf) && oneOf.every((one) => codesOf(one.$ref).length === 1);
  const here = isChoice ? [{ where, schema: value as Choice["schema"] }] : [];
  return [...here, ...Object.entries(value).flatMap(([key, member]) => choices(member, `${where}/${key}`))];
}

/** The codes that a schema allows by itself. */
function codesOf(ref: unknown): string[] {
  if (typeof ref !== "string") return [];
  const parts = (at(ref)?.allOf ?? []) as { properties?: { code?: { const?: string } } }[];
  return parts.flatMap(({ properties }) => properties?.code?.const ?? []);
}

const all = choices(document, "");

test("there are choices between codes in the published document, and between them every code that shares a response", () => {
  const shared = contract.operations
    .flatMap(({ responses }) => responses)
    .filter(({ codes }) => codes.length > 1)
    .flatMap(({ codes }) => codes);
  const chosen = all.flatMap(({ schema }) => schema.oneOf.flatMap(({ $ref }) => codesOf($ref)));
  expect(all.length).toBeGreaterThan(3);
  expect(new Set(chosen)).toEqual(new Set(shared));
});

test.each(all.map((choice) => [choice.where, choice] as const))(
  "the discriminator of %s names every code of the choice, no other, and leads each to its own schema",
  (_, { schema }) => {
    const { propertyName, mapping } = schema.discriminator as {
      propertyName: string;
      mapping: Record<string, string>;
    };
    expect(propertyName).toBe("code");
    for (const [code, ref] of Object.entries(mapping)) expect([ref, codesOf(ref)]).toEqual([ref, [code]]);
    expect(Object.values(mapping).sort()).toEqual(schema.oneOf.map(({ $ref }) => $ref).sort());
  },
);

test("nothing else has a discriminator", () => {
  const count = JSON.stringify(document).split('"discriminator":').length - 1;
  expect(count).toBe(all.length);
});
