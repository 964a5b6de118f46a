import type { IFunctionResult, RuleDefinition, RulesetFunctionContext } from "@stoplight/spectral-core";
import { member } from "./json.ts";
import { type Model, readModel } from "./model.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import type { OpenFile, Path } from "./tree.ts";

type Inventory = RulesetFunctionContext["documentInventory"];

const models = new WeakMap<Inventory, Model>();

/**
 * Makes Spectral's form of a rule. Both functions read the unresolved document, because the resolved one no longer
 * tells a `$ref` from a copy. The first reports what stands in the document itself. The second reports what stands in
 * other files: Spectral finds those only by a path through the resolved document, so it makes its results look like
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
      { function: (_input, _options, context) => inDocument(check(rule, context)) },
      {
        function: (_input, _options, context) => {
          const results = inOtherFiles(check(rule, context));
          if (results.length > 0) context.rule = asResolved(context.rule);
          return results;
        },
      },
    ],
  };
}

function check(rule: Rule, context: RulesetFunctionContext): RuleFinding[] {
  const { document, documentInventory } = context;
  const model = models.get(documentInventory) ?? readModel(document.data, opener(context));
  models.set(documentInventory, model);
  return model.isOpenApi ? rule.check(model) : [];
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

/** Gives the files that Spectral has read while it resolved the document. */
function opener({ document: { source }, documentInventory }: RulesetFunctionContext): OpenFile {
  const { referencedDocuments } = documentInventory;
  return (from, name) => {
    const base = from === "" ? source : from;
    const file = name === "" ? base : base === null ? undefined : join(base, name);
    if (file === undefined || file === null) return undefined;
    if (file === source) return { file: "", value: undefined };
    return Object.hasOwn(referencedDocuments, file)
      ? { file, value: referencedDocuments[file]?.data }
      : undefined;
  };
}

/** `name` as seen from the file or URL `base`; by hand, because a ruleset has to run where there is no `node:path`. */
function join(base: string, name: string): string {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name)) return name;
  const origin = /^[a-z][a-z0-9+.-]+:\/\/[^/]*/i.exec(base)?.[0] ?? "";
  const folder = name.startsWith("/") ? [] : base.slice(origin.length).split("/").slice(0, -1);
  const parts: string[] = [];
  for (const part of [...folder, ...decode(name).split("/")]) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  const absolute = origin !== "" || name.startsWith("/") || base.startsWith("/");
  return `${origin}${absolute ? "/" : ""}${parts.join("/")}`;
}

function decode(name: string): string {
  try {
    return decodeURI(name);
  } catch {
    return name; // a lone percent sign belongs to the name
  }
}
