import { expect, test } from "vitest";
import { notCompared } from "../../src/diff/general/not-compared.ts";
import { contractOfData, type Json, shop } from "./support.ts";

const seen = (change: (document: Json) => void, before: (document: Json) => void = () => {}) => {
  const [base, head] = [shop(), shop()];
  before(base);
  before(head);
  change(head);
  return notCompared(contractOfData(base), contractOfData(head));
};

const path = Object.keys(shop().paths)[0] as string;
const operationOf = (document: Json) =>
  Object.values<Json>(document.paths[path]).find((value) => value.operationId);
const name = `\`${operationOf(shop()).operationId}\``;
const statusOf = (document: Json) => Object.keys(operationOf(document).responses)[0] as string;

const hook = (type: string) => ({
  post: { requestBody: { content: { "application/json": { schema: { type } } } }, responses: {} },
});

/** Each part, what it is called, and how to write it into a document. */
const parts: [part: string, name: string, write: (document: Json, type: string) => void][] = [
  [
    "webhooks",
    "webhooks",
    (document, type) => {
      document.webhooks = { ordered: hook(type) };
    },
  ],
  [
    "callbacks",
    `callbacks of ${name}`,
    (document, type) => {
      operationOf(document).callbacks = { done: { "{$request.body#/url}": hook(type) } };
    },
  ],
  [
    "links",
    `links of ${name}`,
    (document, type) => {
      const { responses } = operationOf(document);
      const status = statusOf(document);
      responses[status] = { description: "Fine.", links: { next: { operationId: type } } };
    },
  ],
];

test.each(parts)("%s that are new, gone or different are named", (_, name, write) => {
  expect(seen((document) => write(document, "string"))).toEqual([name]);
  expect(
    seen(
      (document) => write(document, "string"),
      (document) => write(document, "integer"),
    ),
  ).toEqual([name]);
  expect(
    seen(
      () => {},
      (document) => write(document, "string"),
    ),
  ).toEqual([]);
});

test("a schema that a webhook refers to is a part of it, also when it contains itself", () => {
  const write = (type: string) => (document: Json) => {
    document.components.schemas.Tree = {
      type: "object",
      properties: { value: { type }, next: { $ref: "#/components/schemas/Tree" } },
    };
    document.webhooks = { ordered: hook("string") };
    document.webhooks.ordered.post.requestBody.content["application/json"].schema = {
      $ref: "#/components/schemas/Tree",
    };
  };
  expect(seen(write("string"), write("integer"))).toEqual(["webhooks"]);
  expect(seen(write("integer"), write("integer"))).toEqual([]);
});

test("neither the order of keys nor a part written elsewhere is a difference", () => {
  const inPlace = (document: Json) => {
    document.webhooks = { a: { summary: "A", description: "B" }, b: { summary: "C" } };
  };
  const elsewhere = (document: Json) => {
    document.components.pathItems = { A: { description: "B", summary: "A" } };
    document.webhooks = { b: { summary: "C" }, a: { $ref: "#/components/pathItems/A" } };
  };
  expect(seen(elsewhere, inPlace)).toEqual([]);
});

test("of two parts that are met before, the one referred to again counts", () => {
  const again = (name: string) => (document: Json) => {
    document.components.pathItems = { A: { summary: "A" }, B: { summary: "B" } };
    const ref = (item: string) => ({ $ref: `#/components/pathItems/${item}` });
    document.webhooks = { a: ref("A"), b: ref("B"), c: ref(name) };
  };
  expect(seen(again("A"), again("B"))).toEqual(["webhooks"]);
});

test.each<[what: string, before: Json, after: Json, names: string[]]>([
  ["the order of a list", { tags: ["a", "b"] }, { tags: ["b", "a"] }, ["webhooks"]],
  ["the order of a set", { required: ["a", "b"] }, { required: ["b", "a"] }, []],
  ["a null that is something now", { example: null }, { example: {} }, ["webhooks"]],
  ["a null that stays", { example: null, a: 1 }, { a: 1, example: null }, []],
  ["a list and an object with the same keys", { tags: ["a"] }, { tags: { 0: "a" } }, ["webhooks"]],
])("%s in a webhook", (_, before, after, names) => {
  const write = (hook: Json) => (document: Json) => {
    document.webhooks = { hook };
  };
  expect(seen(write(after), write(before))).toEqual(names);
});
