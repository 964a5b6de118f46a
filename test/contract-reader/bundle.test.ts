import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Contract, readContract } from "../../src/contract/index.ts";
import { fromPointer, loadTree, refOf, toPointer, traceOrigins, valueAt } from "../../src/document/index.ts";
import { bundleTree } from "../../src/lint/index.ts";

const tree = loadTree("openapi/openapi.yaml", (file) => readFileSync(file, "utf8"));
const bundle = await bundleTree(tree);
const bundled = loadTree("bundle.json", () => JSON.stringify(bundle));

/** The facts of a contract without the places and the raw schemas, which a bundler moves. */
function facts(contract: Contract): unknown {
  const left = new Set(["location", "root", "schema", "union"]);
  return JSON.parse(JSON.stringify(contract, (key, value) => (left.has(key) ? undefined : value)));
}

test("the contract read from the files is the contract read from their bundle", () => {
  expect(facts(readContract(bundled))).toEqual(facts(readContract(tree)));
});

test("each alternative of an error is the same schema in the files and in the bundle", () => {
  const unions = (contract: Contract) =>
    contract.operations.flatMap(({ id, responses }) =>
      responses.map(({ status, union }) => [
        id,
        status,
        Object.entries(union?.members ?? {}).map(([code, { name }]) => [code, name]),
      ]),
    );
  expect(unions(readContract(bundled))).toEqual(unions(readContract(tree)));
  expect(unions(readContract(tree)).length).toBeGreaterThan(100);
});

/** Every pointer of a document. */
function pointers(value: unknown, keys: string[] = []): string[][] {
  const members = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [keys, ...members.flatMap(([key, member]) => pointers(member, [...keys, key]))];
}

const all = pointers(bundle);
const originOf = traceOrigins(bundle, tree);

/** Whether the hand-written value is what the bundle has, references on either side followed. */
function agrees(ours: unknown, theirs: unknown): boolean {
  if (typeof ours !== "object" || ours === null || typeof theirs !== "object" || theirs === null)
    return ours === theirs;
  if (refOf(ours) !== undefined) return true; // its members are pointers of their own, and checked as such
  const both = Object.keys(theirs).filter((key) => Object.hasOwn(ours, key));
  return (
    Array.isArray(ours) === Array.isArray(theirs) && (both.length > 0 || Object.keys(theirs).length === 0)
  );
}

test("every value of the bundle comes from a place in the files that holds it", () => {
  const wrong = all.filter((keys) => {
    if (keys.at(-1) === "$ref") return !/(^|\/)\$ref$/.test(originOf(toPointer(keys)).pointer); // another target
    const inComponents = keys[0] === "components" && keys.length < 3; // the bundler's own folders
    const location = originOf(toPointer(keys));
    const source = tree.sources.get(location.file);
    const ours = valueAt(source?.data, fromPointer(location.pointer));
    return !inComponents && !agrees(ours, valueAt(bundle, keys));
  });
  expect(wrong.map(toPointer)).toEqual([]);
  expect(all.length).toBeGreaterThan(3000);
});

test("no value of the bundle takes the place of its parent, but for the folders of the bundler", () => {
  const seen = new Map(all.map((keys) => [toPointer(keys), originOf(toPointer(keys))]));
  const same = [...seen].filter(([pointer, { file, pointer: origin }]) => {
    if (pointer === "") return false;
    const parent = seen.get(pointer.slice(0, pointer.lastIndexOf("/")));
    return parent?.file === file && parent.pointer === origin;
  });
  expect(
    same.map(([pointer]) => pointer).filter((pointer) => !/^\/components(\/\w+)?$/.test(pointer)),
  ).toEqual([]);
});

test.each([
  ["/info/title", "openapi/openapi.yaml", "/info/title"],
  ["/components/schemas/key_expired", "openapi/errors/key_expired.yaml", ""],
  ["/components/schemas/key_expired/x-retry", "openapi/errors/key_expired.yaml", "/x-retry"],
  ["/components/responses/NotFound/description", "openapi/responses/NotFound.yaml", "/description"],
  ["/components/schemas/ErrorCode/enum/2", "openapi/schemas/ErrorCode.yaml", "/enum/2"],
  [
    "/components/schemas/ErrorObject/properties/type/description",
    "openapi/schemas/ErrorObject.yaml",
    "/properties/type/description",
  ],
  ["/components/schemas/key_expired/nothing/here", "openapi/errors/key_expired.yaml", ""],
  ["/nothing", "openapi/openapi.yaml", ""],
])("%s of the bundle was written in %s at %s", (pointer, file, origin) => {
  expect(originOf(pointer)).toEqual({ file, pointer: origin });
});
