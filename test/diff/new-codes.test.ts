import { describe, expect, test } from "vitest";
import { diffContracts } from "../../src/diff/index.ts";
import { caseOf, contractOfData, type Json, mergePatch } from "./support.ts";

const { base, head } = caseOf("errors", "code-added-to-shared-response");
const told = (before: Json, after: Json) =>
  diffContracts(
    contractOfData(mergePatch(base, before)),
    contractOfData(mergePatch(mergePatch(head, before), after)),
  ).map(({ id, message }) => `${id}: ${message}`);

const version = (text: string) => ({ info: { version: text } });
const code = (parts: Json) => ({ components: { schemas: { key_paused: parts } } });
const since = (text: string | null) => code({ "x-since": text });
const NEW = "code-added: New code `key_paused` (401, `key_error`), returned by 4 operations.";
const odd = (text: string) =>
  `since-mismatch: \`key_paused\` is not in \`1.4.0\`, but its \`x-since\` is \`${text}\`: write the version that introduces it.`;

describe("a new code says the version that introduces it:", () => {
  test.each<[what: string, head: string, since: string | null, ...found: string[]]>([
    ["the one that head has", "1.5.0", "1.5.0", NEW],
    ["an older one", "1.5.0", "1.3.0", NEW, odd("1.3.0")],
    ["the one before", "1.5.0", "1.4.0", NEW, odd("1.4.0")],
    ["a later one", "1.5.0", "1.6.0", NEW, odd("1.6.0")],
    ["none", "1.5.0", null, NEW],
    ["a later one, before the release", "1.4.0", "1.6.0", NEW],
    ["that of the last release, before the next", "1.4.0", "1.4.0", NEW, odd("1.4.0")],
    ["none, before the release", "1.4.0", null, NEW],
  ])("%s", (_, headVersion, text, ...found) => {
    expect(told({}, mergePatch(version(headVersion), since(text)))).toEqual(found);
  });
});

const registry = head.components.schemas.ErrorCode.enum;
const registered = (codes: string[]) => ({ components: { schemas: { ErrorCode: { enum: codes } } } });

test("a code that was registered already may be from that version", () => {
  expect(told(registered(registry), mergePatch(version("1.5.0"), since("1.4.0")))).toEqual([
    "code-used: `key_paused` was registered only, and is now returned by 4 operations.",
  ]);
  const [first, ...others] = registry;
  expect(
    told(registered([...others, first].slice(1)), mergePatch(version("1.5.0"), since("1.4.0"))),
  ).toContain("code-used: `key_paused` was registered only, and is now returned by 4 operations.");
});

test("the type of a new code is new where base has errors, and not where it has none", () => {
  const unpaid = caseOf("errors", "code-added-with-new-type");
  const found = (before: Json) =>
    diffContracts(contractOfData(before), contractOfData(unpaid.head)).flatMap(({ code, message }) =>
      code === "unpaid" ? [message] : [],
    );
  expect(found(unpaid.base)).toEqual([
    "New code `unpaid` (402, new type `billing_error`), returned by 1 operation.",
  ]);
  expect(found({ openapi: "3.1.0", info: {}, paths: {} })).toEqual([
    "New code `unpaid` (402, `billing_error`), returned by 1 operation.",
  ]);
});

test("codes that go are told where head has no list of codes at all", () => {
  const nothing = contractOfData({ openapi: "3.1.0", info: {}, paths: {} });
  const retired = mergePatch(base, registered([]));
  const changes = diffContracts(contractOfData(base), nothing).filter(({ id }) => id === "code-removed");
  expect(changes.map(({ code: name, location }) => [name, location])).toEqual(
    base.components.schemas.ErrorCode.enum.map((name: string) => [name, undefined]),
  );
  const lists = diffContracts(contractOfData(retired), nothing).filter(
    ({ id }) => id === "retired-entry-removed",
  );
  expect(lists.map(({ message }) => message)).toEqual([
    "`no_tea` is no longer listed as retired, so nothing prevents its reuse: put its entry back.",
  ]);
});
