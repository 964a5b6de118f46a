import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { type Contract, readContractLeniently } from "../../src/contract/index.ts";
import type { Change } from "../../src/diff/index.ts";
import { loadTree, type Tree } from "../../src/document/index.ts";
import { createReader } from "../../src/document/node.ts";
import { createResolve } from "../../src/document/refs.ts";
import { root } from "../contract/project.ts";

const folder = join(root, "test/diff/cases");

/** A value of a JSON document. */
// biome-ignore lint/suspicious/noExplicitAny: tests reach deep into documents whose shape they know
export type Json = any;

const original: Json = parse(readFileSync(join(folder, "document.yaml"), "utf8"));

/** The document that the cases change; a copy of its own for everyone. */
export function shop(): Json {
  return structuredClone(original);
}

/** Applies a JSON merge patch (RFC 7396): `null` takes a key out, objects are merged, all else is replaced. */
export function mergePatch(target: Json, patch: Json): Json {
  if (typeof patch !== "object" || patch === null || Array.isArray(patch)) return patch;
  const merged = typeof target === "object" && target !== null && !Array.isArray(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}

/** One change: what the document was before and after it, and what `diff` has to say. */
export interface Case {
  name: string;
  base: Json;
  head: Json;
  expected: Json[];
}

/** Every folder of `test/diff/cases/<room>`. */
export function casesOf(room: string): Case[] {
  return readdirSync(join(folder, room))
    .sort()
    .map((name) => caseOf(room, name));
}

export function caseOf(room: string, name: string): Case {
  const files = readdirSync(join(folder, room, name));
  const read = (file: string) => parse(readFileSync(join(folder, room, name, file), "utf8"));
  const base = files.includes("before.yaml") ? mergePatch(original, read("before.yaml")) : original;
  return { name, base, head: mergePatch(base, read("after.yaml")), expected: read("expected.yaml") };
}

/** An entry as a case writes it down: without lines, and with the sentence where the case has one. */
export function brief({ location: _, message, ...change }: Change, expected: Json): Json {
  return expected?.message === undefined ? change : { ...change, message };
}

export function treeOf(document: Json, file = "shop.yaml"): Tree {
  return loadTree(file, () => stringify(document, { aliasDuplicateObjects: false }));
}

const contracts = new WeakMap<object, Contract>();

/**
 * The same as reading the text of a document, without the text; no line is known. For tests that read many. What was read
 * is kept: the data must not change afterwards.
 */
export function contractOfData(data: Json): Contract {
  const contract = contracts.get(data) ?? readData(data);
  contracts.set(data, contract);
  return contract;
}

function readData(data: Json): Contract {
  const file = "data.json";
  const locate = () => ({ line: 1, column: 1 });
  const sources = new Map([[file, { file, text: "", data, locate }]]);
  const resolve = createResolve(sources);
  const tree = { entry: file, sources, resolve, reader: createReader(resolve), locate };
  return readContractLeniently({ ...tree, root: { value: data, location: { file, pointer: "" } } }).contract;
}

export function contractOf(document: Json): Contract {
  return readContractLeniently(treeOf(document)).contract;
}
