import type { IFunctionResult, RuleDefinition, RulesetFunctionContext } from "@stoplight/spectral-core";
import { openerOf, readMissedFiles } from "./files.ts";
import { member } from "./json.ts";
import { type Model, readModel } from "./model.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import type { Path } from "./tree.ts";

type Inventory = RulesetFunctionContext["documentInventory"];

const models = new WeakMap<Inventory, Promise<Model>>();

/**
 * Makes Spectral's form of a rule. Both functions read the unresolved document, because the resolved one no longer
 * tells a `$ref` from a copy. The first reports what stands in the document itself. The second reports what stands in
 * other files: Spectral finds those only by a path through the resolved document, so its results have to look like
 * those of a rule that reads that one.
 */
export function toSpectral(rule: Rule, documentationUrl: string): RuleDefinition {
  return {
    description: rule.description,
    documentationUrl,
    message: "{{error}}",
    severity: "error",
    given: "$",
    resolved: false,
    // biome-ignore lint/suspicious/noThenProperty: Spectral's rules have this name for their functions.
    then: [
      { function: async (_input, _options, context) => inDocument(await check(rule, context)) },
      {
        function: (_input, _options, context) => {
          const findings = check(rule, context);
          context.rule = asResolved(context.rule);
          return findings.then(inOtherFiles);
        },
      },
    ],
  };
}

async function check(rule: Rule, context: RulesetFunctionContext): Promise<RuleFinding[]> {
  const { documentInventory } = context;
  const reading = models.get(documentInventory) ?? read(context);
  models.set(documentInventory, reading);
  const model = await reading;
  return model.isOpenApi ? rule.check(model) : [];
}

async function read(context: RulesetFunctionContext): Promise<Model> {
  await readMissedFiles(context);
  return readModel(context.document.data, openerOf(context));
}

/** The rule as it would be if it read the resolved document; a proxy, because Spectral's rules have private fields. */
function asResolved(rule: RulesetFunctionContext["rule"]): RulesetFunctionContext["rule"] {
  return new Proxy(rule, {
    get(target, key) {
      if (key === "resolved") return true;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

function inDocument(findings: readonly RuleFinding[]): IFunctionResult[] {
  return findings
    .filter(({ at }) => at.file === "")
    .map(({ message, at }) => ({ message, path: encode(at.path) }));
}

function inOtherFiles(findings: readonly RuleFinding[]): IFunctionResult[] {
  return findings
    .filter(({ at }) => at.file !== "")
    .map(({ message, at }) => {
      // A path that ends at a `$ref` would be taken for what it refers to; the list around it is as near as can be.
      const isRef = typeof member(at.value, "$ref") === "string";
      return { message, path: encode(isRef ? at.via.slice(0, -1) : at.via) };
    });
}

/** Spectral reads the keys of a result's path as parts of a JSON Pointer. */
function encode(path: Path): (string | number)[] {
  return path.map((key) => (typeof key === "string" ? key.replaceAll("~", "~0") : key));
}
