import { beforeAll, expect, test } from "vitest";
import { emitClient } from "../../scripts/emit/client.ts";
import { publishedDocument } from "../../scripts/emit/published.ts";
import type { EmitInput } from "../../scripts/render/output.ts";
import { fromPointer, valueAt } from "../../src/document/index.ts";
import { contract } from "../contract/project.ts";
import { readInput } from "../docs/site.ts";

// What is made now, and not what was generated once.
let input: EmitInput;
beforeAll(async () => {
  input = await readInput();
});

interface Part {
  $ref?: string;
  required?: string[];
  properties?: Record<string, unknown>;
}

test("each code demands in its own part whatever an error must have, and declares it there", () => {
  const document = publishedDocument(input);
  for (const { code } of contract.errors) {
    const { allOf } = valueAt(document, fromPointer(`/components/schemas/${code}`)) as { allOf: Part[] };
    const own = allOf.find(({ $ref }) => $ref === undefined);
    expect(own?.required, code).toEqual(
      expect.arrayContaining(["type", "code", "message", "doc_url", "request_id"]),
    );
    expect(Object.keys(own?.properties ?? {}), code).toEqual(expect.arrayContaining(own?.required ?? []));
  }
});

test("each const has an enum of one beside it", () => {
  const alone: unknown[] = [];
  const text = JSON.stringify(publishedDocument(input).components, (_, value) => {
    if (typeof value?.const === "string" && JSON.stringify(value.enum) !== JSON.stringify([value.const])) {
      alone.push(value);
    }
    return value;
  });
  expect(alone).toEqual([]);
  expect(text.split('"const":"').length).toBeGreaterThan(contract.errors.length);
});

test("a method demands the body that its operation requires", () => {
  const [file] = emitClient(input);
  const methods = file?.content.match(/^ {2}(?:create|update)\(.*$/gm) ?? [];
  expect(methods.length).toBe(contract.operations.filter(({ body }) => body?.required).length);
  expect(methods.filter((method) => !/[(,] ?body: /.test(method))).toEqual([]);
});
