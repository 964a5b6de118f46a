import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { DATA, fromPointer, NAMED, type Tree, toPointer } from "../src/document/index.ts";
import { didYouMean, type Finding, nearest } from "../src/report/index.ts";
import { findKinds } from "./kinds.ts";

const REGISTRY = "x-extensions";

/** Holds every `x-` key of the hand-written files against the registry `x-extensions` of the document. */
export function checkExtensions(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  const note = (file: string, keys: string[], message: string): void => {
    const pointer = toPointer(keys);
    const position = tree.locate({ file, pointer });
    findings.push({ rule: "extension-registered", severity: "error", file, ...position, pointer, message });
  };

  const validators = compileRegistry(tree, note);
  const kindOf = findKinds(tree);
  const used = new Set<string>();
  for (const { file, data } of tree.sources.values()) {
    walkExtensions(data, [], (name, value, keys) => {
      used.add(name);
      const validate = validators.get(name);
      const allowed = placesOf(tree, name);
      const kind = kindOf({ file, pointer: toPointer(keys.slice(0, -1)) });
      if (validate === undefined) {
        // A misspelt name is one mistake: the right one is not missed besides.
        used.add(nearest(name, [...validators.keys()])[0] ?? name);
        note(
          file,
          keys,
          `\`${name}\` is not registered.${didYouMean(name, [...validators.keys()])} Describe it under \`${REGISTRY}\` in ${tree.entry}.`,
        );
      } else if (allowed.length > 0 && kind !== undefined && !allowed.includes(kind)) {
        note(
          file,
          keys,
          `\`${name}\` ${allowedOn(allowed)}, and this is ${article(kind)}. Move it, or take it out.`,
        );
      } else if (!validate(value)) {
        const errors = validate.errors ?? [];
        const faults = errors.map(describe).join(", ");
        const meant = errors.map(suggest).join("");
        const message = `\`${name}\` does not fit its schema in \`${REGISTRY}\`: ${faults}.${meant} Correct it here.`;
        note(file, [...keys, ...fromPointer(errors[0]?.instancePath ?? "")], message);
      }
    });
  }
  for (const name of validators.keys()) {
    if (used.has(name) || addedByBundle(tree, name) || mayBeUnused(tree, name)) continue;
    note(tree.entry, [REGISTRY, name], `\`${name}\` is registered and used nowhere: remove it, or use it.`);
  }
  return findings;
}

/** The kinds of object that may carry an extension. */
function placesOf(tree: Tree, name: string): string[] {
  const on = tree.reader.get(tree.root, REGISTRY, name, "on")?.value;
  return Array.isArray(on) ? on.map(String) : [];
}

function allowedOn(kinds: readonly string[]): string {
  if (kinds.every((kind) => kind === "bundle")) return "is added to the published document";
  return `belongs on ${kinds.map(article).join(" or ")}`;
}

/** A kind of object as a sentence has it. */
function article(kind: string): string {
  if (kind === "root") return "the document as a whole";
  const words = kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return /^[aeio]/.test(words) ? `an ${words}` : `a ${words}`;
}

function describe(error: ErrorObject): string {
  const allowed = allowedBy(error);
  const text = allowed.length > 0 ? `must be one of ${allowed.join(", ")}` : error.message;
  return `${error.instancePath} ${text}`.trim();
}

function suggest(error: ErrorObject): string {
  return didYouMean(String(error.data), allowedBy(error));
}

function allowedBy({ keyword, params }: ErrorObject): string[] {
  return keyword === "enum" ? (params.allowedValues as unknown[]).map(String) : [];
}

type Note = (file: string, keys: string[], message: string) => void;

/** A check for the value of each registered extension. */
function compileRegistry(tree: Tree, note: Note): Map<string, ValidateFunction> {
  const ajv = new Ajv2020({ strict: false, verbose: true });
  const registry = tree.reader.entries(tree.reader.get(tree.root, REGISTRY));
  const validators = registry.map(([name, facts]): [string, ValidateFunction] => {
    const schema = tree.reader.get(facts, "schema")?.value;
    try {
      return [name, ajv.compile(schema as object)];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      note(
        tree.entry,
        [REGISTRY, name],
        `\`${name}\` has no usable \`schema\` (${reason}): write a JSON Schema.`,
      );
      return [name, ajv.compile(true)];
    }
  });
  return new Map(validators);
}

/** What the pipeline adds to the bundle is registered for its readers and cannot stand in the hand-written files. */
function addedByBundle(tree: Tree, name: string): boolean {
  return placesOf(tree, name).includes("bundle");
}

/** Some extensions are for changes to come, such as the split of a code. */
function mayBeUnused(tree: Tree, name: string): boolean {
  return tree.reader.get(tree.root, REGISTRY, name, "optional")?.value === true;
}

type Visit = (name: string, value: unknown, keys: string[]) => void;

function walkExtensions(value: unknown, keys: string[], visit: Visit): void {
  for (const [key, member] of membersOf(value)) {
    const path = [...keys, key];
    if (key.startsWith("x-")) visit(key, member, path);
    else if (NAMED.has(key) || key === "mapping") walkNamed(member, path, visit);
    else if (key === "responses") walkResponses(member, path, visit);
    else if (!DATA.has(key)) walkExtensions(member, path, visit);
  }
}

function walkNamed(value: unknown, keys: string[], visit: Visit): void {
  for (const [name, member] of membersOf(value)) walkExtensions(member, [...keys, name], visit);
}

/** Responses may be extended, and their `default` is one of them (OpenAPI 3.1, 4.8.16). */
function walkResponses(value: unknown, keys: string[], visit: Visit): void {
  for (const [status, member] of membersOf(value)) {
    const path = [...keys, status];
    if (status.startsWith("x-")) visit(status, member, path);
    else walkExtensions(member, path, visit);
  }
}

function membersOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}
