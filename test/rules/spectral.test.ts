import { expect, test } from "vitest";
import { changed } from "./support/check.ts";
import { error } from "./support/describe-rule.ts";
import { put } from "./support/edits.ts";
import { library } from "./support/library.ts";
import { lint } from "./support/spectral.ts";

const responses = { 200: { description: "Fine." }, default: { description: "Any." } };
/** The findings of our rules, by rule and place; Spectral itself says what a reference does not lead to. */
async function found(document: unknown): Promise<string[]> {
  const all = await lint(document);
  return all.flatMap(({ rule, at }) => (rule.startsWith("error-") ? [`${rule} ${at}`] : []));
}

const info = { title: "T", version: "1" };

test("a document that refers to another file gets that finding alone, at the first reference", async () => {
  const paths = { "/a": { get: { responses } }, "/b": { $ref: "b.yaml" }, "/c": { $ref: "c.yaml" } };
  expect(await found({ openapi: "3.1.0", info, paths })).toEqual(["error-one-file /paths/~1b/$ref"]);
});

test("a mapping to a file and an empty reference make no document of several files", async () => {
  const mapping = `${error("Failed")}/discriminator/mapping/storage_failure`;
  expect(await found(changed(put(mapping, "storage.yaml")))).toEqual([
    `error-discriminator-total ${mapping}`,
  ]);
  expect(await found(changed(put("/components/schemas/Whole", { $ref: "" })))).toEqual([]);
});

test("a finding stands where it is, whatever signs there are on the way", async () => {
  expect(await found({ openapi: "3.1.0", info, paths: { "/a~b/~1": { get: { responses } } } })).toEqual([
    "error-default-not-only /paths/~1a~0b~1~01/get/responses/default",
  ]);
});

test("a document of another kind is not judged", async () => {
  expect(await found({ ...(library() as object), openapi: "2.0" })).toEqual([]);
  expect(await found({ swagger: "2.0", info, paths: { "/a": { get: { responses } } } })).toEqual([]);
});
