import { Ajv2020 } from "ajv/dist/2020.js";
import { type Node, refOf, type Tree, toPointer } from "../src/contract/index.ts";
import type { Finding } from "../src/report/index.ts";

/** Holds every `x-` key of the hand-written files against the registry `x-extensions` of the document. */
export function checkExtensions(tree: Tree): Finding[] {
  const registry = new Map(tree.reader.entries(tree.reader.get(tree.root, "x-extensions")));
  const ajv = new Ajv2020({ strict: false });
  const validators = new Map(
    [...registry].map(([name, facts]) => [name, ajv.compile(schemaOf(tree, facts))] as const),
  );
  const used = new Set<string>();
  const findings: Finding[] = [];

  const note = (file: string, keys: string[], message: string): void => {
    const pointer = toPointer(keys);
    const position = tree.locate({ file, pointer });
    findings.push({ rule: "extension-registered", severity: "error", file, ...position, pointer, message });
  };
  for (const source of tree.sources.values()) {
    walkExtensions(source.data, [], (name, value, keys) => {
      used.add(name);
      const validate = validators.get(name);
      if (validate === undefined) {
        note(
          source.file,
          keys,
          `\`${name}\` is not registered: describe it under \`x-extensions\` in ${tree.entry}.`,
        );
      } else if (!validate(value)) {
        note(
          source.file,
          keys,
          `\`${name}\` does not fit its schema in \`x-extensions\`: ${ajv.errorsText(validate.errors)}.`,
        );
      }
    });
  }
  for (const name of validators.keys()) {
    if (used.has(name) || addedByBundle(tree, name)) continue;
    note(
      tree.entry,
      ["x-extensions", name],
      `\`${name}\` is registered and used nowhere: remove it, or use it.`,
    );
  }
  return findings;
}

/** What the pipeline adds to the bundle is registered for its readers and cannot stand in the hand-written files. */
function addedByBundle(tree: Tree, name: string): boolean {
  return tree.reader.get(tree.root, "x-extensions", name, "on", 0)?.value === "bundle";
}

function schemaOf(tree: Tree, facts: Node): object | boolean {
  const schema = tree.reader.get(facts, "schema")?.value;
  return typeof schema === "object" && schema !== null ? schema : true;
}

// What stands under these keys is data of the API or the registry itself, where an `x-` key is no extension.
const DATA = new Set(["example", "examples", "default", "const", "enum", "x-extensions", "properties"]);

function walkExtensions(
  value: unknown,
  keys: string[],
  visit: (name: string, value: unknown, keys: string[]) => void,
): void {
  if (typeof value !== "object" || value === null || refOf(value) !== undefined) return;
  for (const [key, member] of Object.entries(value)) {
    const path = [...keys, key];
    if (key.startsWith("x-")) visit(key, member, path);
    if (!DATA.has(key)) walkExtensions(member, path, visit);
    else if (key === "properties")
      Object.entries(member ?? {}).forEach(([name, schema]) => {
        walkExtensions(schema, [...path, name], visit);
      });
  }
}
