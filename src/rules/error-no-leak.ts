import { branchesOf } from "../document/branches.ts";
import { keyOf, locationId, memberOf, type Node, nameOf } from "../document/node.ts";
import { EXTENSION } from "./model/conventions.ts";
import { isText, show } from "./model/json.ts";
import { isLeakyKey, leakIn } from "./model/leaks.ts";
import type { Model } from "./model/model.ts";
import { errorObjects } from "./model/operations.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

/** What an example shows, a server will send. This rule needs no envelope: it holds for errors of any form. */
export const errorNoLeak: Rule = {
  id: "error-no-leak",
  description: "No example of an error shows a stack trace, SQL, an internal host, or a key or token.",
  check(model) {
    const prefixes = keyPrefixes(model);
    const visited = new Set<unknown>();
    const scan = (node: Node): RuleFinding[] => {
      const { value } = node;
      if (typeof value === "string") return leaks(node, value, prefixes);
      if (visited.has(value)) return []; // what an alias of YAML repeats is written once
      visited.add(value);
      return model.reader.children(node).flatMap((entry) => {
        const named = isLeakyKey(nameOf(entry)) && (isText(entry.value) || Array.isArray(entry.value));
        if (!named) return scan(entry);
        return [
          {
            message: `This example of an error shows \`${nameOf(entry)}\`. Remove it; log it instead.`,
            at: entry,
          },
        ];
      });
    };
    const inSchemas = schemaNodes(model).flatMap((schema) => examplesBelow(model, schema));
    return [...bodies(model), ...inSchemas].flatMap(scan);
  },
};

function leaks(at: Node, text: string, prefixes: readonly string[]): RuleFinding[] {
  const leak = leakIn(text, prefixes);
  if (leak === undefined) return [];
  const quote = leak.quote === undefined ? "" : `: ${show(leak.quote)}`;
  return [
    {
      message: `This example of an error shows ${leak.what}${quote}. Say what the caller can do instead.`,
      at,
    },
  ];
}

function bodies(model: Model): Node[] {
  return model.responses.flatMap(({ media }) =>
    media.flatMap((entry) => model.examplesOf(entry).map(({ value }) => value)),
  );
}

/** Every schema that an error body consists of, and those of the codes that no response refers to. */
function schemaNodes({ responses, reader, definitions }: Model): Node[] {
  const nodes = new Map<string, Node>();
  const add = (parts: readonly Node[]): void => {
    for (const part of parts) nodes.set(locationId(part), part);
  };
  for (const branch of responses.flatMap(({ media }) => media.flatMap(({ branches }) => branches))) {
    add(branch.parts);
    for (const object of errorObjects(reader, branch)) {
      for (const { parts } of branchesOf(reader, object)) add(parts);
    }
  }
  for (const { parts } of definitions) add(parts);
  return [...nodes.values()];
}

/** Values of `example`, `examples` and `default` in a schema, at any depth, without what it refers to. */
function examplesBelow(model: Model, schema: Node): Node[] {
  return model.reader.children(schema).flatMap((entry) => {
    const key = keyOf(entry);
    const isName = keyOf(schema) === "properties";
    if (!isName && (key === "example" || key === "examples" || key === "default")) return [entry];
    return examplesBelow(model, entry);
  });
}

function keyPrefixes({ reader, root }: Model): string[] {
  const schemes = reader.children(reader.get(root, "components", "securitySchemes"));
  return schemes
    .flatMap((scheme) => reader.children(reader.get(scheme, EXTENSION.keyPrefixes)))
    .map((entry) => memberOf(entry.value, "prefix"))
    .filter((prefix) => isText(prefix))
    .filter((prefix) => prefix.length >= 3);
}
