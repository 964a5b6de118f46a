import { branchesOf } from "../document/branches.ts";
import { listed, propertiesIn, schemaParts } from "../document/composition.ts";
import { locationId, type Node, nameOf, nodeAt } from "../document/node.ts";
import { FIELD } from "./model/conventions.ts";
import { isObject, show } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";
import { codesOf } from "./model/variants.ts";

/** A discriminator knows exactly the codes of its alternatives. */
export const errorDiscriminatorTotal: Rule = {
  id: "error-discriminator-total",
  description: "A discriminator over error schemas maps each code to its schema, and no other.",
  needs: "envelope",
  needsWhole: true,
  check(model) {
    if (model.envelope === undefined) return [];
    return owners(model).flatMap((owner) => checkDiscriminator(model, owner));
  },
};

/** The schemas with a discriminator, among those of the error objects. */
function owners({ reader, responses }: Model): Node[] {
  const branches = responses.flatMap(({ media }) => media.flatMap((one) => one.branches));
  const errors = branches.flatMap(({ parts }) => propertiesIn(reader, parts, FIELD.error));
  const parts = new Set(errors.flatMap((error) => schemaParts(reader, error)));
  return [...parts].filter((part) => isObject(reader.child(part, "discriminator")?.value));
}

function checkDiscriminator(model: Model, owner: Node): RuleFinding[] {
  const { reader, registry } = model;
  const discriminator = nodeAt(owner, ["discriminator"]);
  const field = reader.get(owner, "discriminator", "propertyName")?.value;
  if (field !== FIELD.code) {
    const found = typeof field === "string" ? `reads \`${field}\`` : "names no property";
    const message = `This discriminator ${found}; error schemas differ by \`${FIELD.code}\`. Set propertyName to \`${FIELD.code}\`.`;
    return [{ message, at: discriminator }];
  }
  const choices = ["oneOf", "anyOf"].flatMap((keyword) => listed(reader, owner, keyword));
  // Without a choice the mapping names the schemas that build on this one by `allOf`, wherever they are.
  if (choices.length === 0) return [];
  const byCode = new Map(
    choices.flatMap((choice) =>
      branchesOf(reader, choice)
        .flatMap(({ parts }) => codesOf(reader, registry, parts))
        .map((code) => [code, choice] as const),
    ),
  );
  const mapping = reader.children(reader.get(owner, "discriminator", "mapping"));
  const mapped = new Set(mapping.map((entry) => nameOf(entry)));
  const findings: RuleFinding[] = [];
  for (const [code, choice] of byCode) {
    // Without a mapping, the name of the schema is the value (OpenAPI 3.1, Discriminator Object).
    if (mapped.has(code) || (mapping.length === 0 && nameOf(definitionOf(model, choice)) === code)) continue;
    findings.push({
      message: `The discriminator does not map ${code}, which this choice offers. Add it.`,
      at: mapping[0] ? discriminator : choice,
    });
  }
  for (const entry of mapping) findings.push(...checkEntry(model, entry, byCode));
  return findings;
}

function checkEntry(model: Model, entry: Node, byCode: ReadonlyMap<string, Node>): RuleFinding[] {
  const { reader } = model;
  const code = nameOf(entry);
  const choice = byCode.get(code);
  if (choice === undefined) {
    return [
      { message: `The discriminator maps ${code}, which this choice does not offer. Remove it.`, at: entry },
    ];
  }
  // The name of a schema, or a reference (OpenAPI 3.1, Discriminator Object).
  const target = String(entry.value);
  const found =
    reader.follow({ ...entry, value: { $ref: `#/components/schemas/${target}` } }) ??
    reader.follow({ ...entry, value: { $ref: target } });
  if (found && locationId(found) === locationId(definitionOf(model, choice))) return [];
  const message = `The discriminator maps ${code} to ${show(target)}, which is not the schema of ${code}. Correct it.`;
  return [{ message, at: entry }];
}

function definitionOf({ reader }: Model, choice: Node): Node {
  return reader.follow(choice) ?? choice;
}
