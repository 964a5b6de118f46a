import { propertiesIn, schemaParts } from "../document/composition.ts";
import { locationId, type Node, nameOf, nodeAt } from "../document/node.ts";
import { FIELD } from "./model/conventions.ts";
import { isObject, show } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";
import type { Variant } from "./model/variants.ts";

/** A discriminator knows exactly the codes of its alternatives. */
export const errorDiscriminatorTotal: Rule = {
  id: "error-discriminator-total",
  description: "A discriminator over error schemas maps each code to its schema, and no other.",
  needs: "envelope",
  needsWhole: true,
  check(model) {
    if (model.envelope === undefined) return [];
    const done = new Set<string>();
    return model.responses.flatMap((response) => {
      const variants = model.variantsOf(response).filter(({ codes }) => codes.length > 0);
      return owners(
        model,
        response.media.flatMap(({ branches }) => branches.flatMap(({ parts }) => parts)),
      ).flatMap((owner) => {
        if (done.has(locationId(owner))) return [];
        done.add(locationId(owner));
        return checkDiscriminator(model, owner, variants);
      });
    });
  },
};

/** Schemas with a discriminator, among those of a body and of its error object. */
function owners({ reader }: Model, parts: readonly Node[]): Node[] {
  const inner = propertiesIn(reader, parts, FIELD.error).flatMap((property) => schemaParts(reader, property));
  return [...parts, ...inner].filter((part) => isObject(reader.child(part, "discriminator")?.value));
}

function checkDiscriminator(model: Model, owner: Node, all: readonly Variant[]): RuleFinding[] {
  const { reader } = model;
  const discriminator = nodeAt(owner, ["discriminator"]);
  const field = reader.get(owner, "discriminator", "propertyName")?.value;
  if (field !== FIELD.code) {
    const message = `This discriminator reads \`${String(field)}\`; error schemas differ by \`${FIELD.code}\`. Set propertyName to \`${FIELD.code}\`.`;
    return [{ message, at: discriminator }];
  }
  const own = new Set(
    ["oneOf", "anyOf"].flatMap((key) =>
      reader.children(reader.get(owner, key)).map((entry) => locationId(entry)),
    ),
  );
  const variants = all.filter(({ at }) => own.has(locationId(at)));
  const mapping = reader.children(reader.get(owner, "discriminator", "mapping"));
  const byCode = new Map(
    variants.flatMap((variant) => variant.codes.map((code) => [code, variant] as const)),
  );
  const mapped = new Set(mapping.map((entry) => nameOf(entry)));
  const findings: RuleFinding[] = [];
  for (const [code, { definition, at }] of byCode) {
    // Without a mapping, the name of the schema is the value (OpenAPI 3.1, Discriminator Object).
    if (mapped.has(code) || (mapping.length === 0 && nameOf(definition) === code)) continue;
    findings.push({
      message: `The discriminator does not map ${code}, which this choice offers. Add it.`,
      at: mapping[0] ? discriminator : at,
    });
  }
  for (const entry of mapping) findings.push(...checkEntry(model, entry, byCode));
  return findings;
}

function checkEntry({ reader }: Model, entry: Node, byCode: ReadonlyMap<string, Variant>): RuleFinding[] {
  const code = nameOf(entry);
  const variant = byCode.get(code);
  if (variant === undefined) {
    return [
      { message: `The discriminator maps ${code}, which this choice does not offer. Remove it.`, at: entry },
    ];
  }
  const target = String(entry.value);
  const ref = /^[\w.-]+$/.test(target) ? `#/components/schemas/${target}` : target;
  const found =
    reader.follow({ ...entry, value: { $ref: ref } }) ?? reader.follow({ ...entry, value: { $ref: target } });
  if (found !== undefined && locationId(found) === locationId(variant.definition)) return [];
  const message = `The discriminator maps ${code} to ${show(target)}, which is not the schema of ${code}. Correct it.`;
  return [{ message, at: entry }];
}
