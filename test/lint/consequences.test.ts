import { expect, test } from "vitest";
import { withoutConsequences } from "../../src/lint/consequences.ts";
import type { Finding } from "../../src/report/index.ts";
import { left, lost, type Short, whole } from "./told.ts";

test.each<[string, Short[], string[]]>([
  [
    "of what refuses one value, the rule that knows what it should be",
    [
      ["struct", lost, "/titel"],
      ["contract-fact", lost, "/titel"],
      ["error-catalog-complete", lost, "/titel"],
      ["extension-registered", lost, "/titel"],
    ],
    ["error-catalog-complete"],
  ],
  [
    "what our rule says of a value, and not that a linter or the pipeline refuses it too",
    [
      ["error-code-unique", "Codes.yaml", "/enum/1"],
      ["no-duplicated-enum-values", "Codes.yaml", "/enum/1"],
      ["error-required-statuses", "openapi.yaml", "/components/responses"],
      ["operation-4xx-response", "openapi.yaml", "/components/responses"],
      ["operation-operationId-unique", lost, "/titel"],
      ["client-method", lost, "/titel"],
    ],
    ["error-code-unique", "error-required-statuses", "operation-operationId-unique"],
  ],
  [
    "that something is no schema, and not what examples of it, wherever they are, are held against",
    [
      ["struct", lost, "/type"],
      [
        "no-invalid-media-type-examples",
        "openapi.yaml",
        "/components",
        "Example validation errored: type must be x.",
      ],
    ],
    ["struct"],
  ],
  [
    "that an example cannot be checked, where nothing says why",
    [["no-invalid-media-type-examples", "openapi.yaml", "/components", "Example validation errored: no."]],
    ["Example validation errored: no."],
  ],
  [
    "all of several rules of the same kind, and those of another concern",
    [
      ["error-a", lost, "/titel"],
      ["error-b", lost, "/titel"],
      ["operation-summary", lost, "/titel"],
    ],
    ["error-a", "error-b", "operation-summary"],
  ],
  [
    "a misspelt key once, with what was meant",
    [
      ["struct", lost, "/titel", "Property `titel` is not expected here."],
      ["error-catalog-complete", lost, "/title"],
    ],
    ["Property `titel` is not expected here. Did you mean `title`?"],
  ],
  [
    "a key that nobody knows and a fact that is missing, when they are not alike",
    [
      ["struct", lost, "/titel", "Property `titel` is not expected here."],
      ["error-catalog-complete", lost, "/x-causes"],
    ],
    ["Property `titel` is not expected here.", "error-catalog-complete"],
  ],
  [
    "what is wrong in a definition, and not what therefore holds of it as a whole",
    [
      ["contract-file-name", lost, ""],
      ["error-code-registered", lost, "/properties/code/const"],
      ["error-code-format", lost, "/properties/code/const"],
      ["error-doc-url-matches-code", lost, "/titel"],
      ["error-code-reachable", "Codes.yaml", "/enum/0"],
    ],
    ["error-code-registered"],
  ],
  [
    "a name in a list whose definition is fine",
    [
      ["error-code-reachable", "Codes.yaml", "/enum/1"],
      ["struct", lost, "/titel"],
    ],
    ["error-code-reachable", "struct"],
  ],
  [
    "a code that is misspelt in the list of all, at one of the two places",
    [
      ["error-code-registered", lost, "/properties/code/const", "No code. Did you mean `found`?"],
      ["error-code-reachable", "Codes.yaml", "/enum/1"],
    ],
    ["No code. Did you mean `found`?"],
  ],
  [
    "a misspelt key that another linter misses",
    [
      ["struct", lost, "/titel", "Property `titel` is not expected here."],
      ["operation-operationId", lost, "/title"],
    ],
    ["Property `titel` is not expected here. Did you mean `title`?"],
  ],
  [
    "a schema that is none, and not what others read in it",
    [
      ["struct", lost, "/type"],
      ["no-enum-type-mismatch", lost, "/properties"],
      ["error-envelope", "openapi.yaml", "/components/responses/Refused"],
      ["error-envelope", "openapi.yaml", "/components/responses/Refused/headers"],
    ],
    ["struct", "error-envelope"],
  ],
  [
    "a fact that is none, and not what it disagrees with",
    [
      ["error-catalog-complete", "openapi.yaml", "/components/schemas/inner/x-retry"],
      ["error-retry-consistent", "openapi.yaml", "/components/responses/Refused/headers"],
    ],
    ["error-catalog-complete"],
  ],
  [
    "mistakes of two schemas in one file",
    [
      ["contract-example", "openapi.yaml", "/components/schemas/outer"],
      ["error-catalog-complete", "openapi.yaml", "/components/schemas/inner/x-retry"],
    ],
    ["contract-example", "error-catalog-complete"],
  ],
])("tells %s", (_, findings, want) => {
  expect(left(...findings)).toEqual(want);
  expect(left(...findings.toReversed()).sort()).toEqual([...want].sort());
});

test("leaves findings apart where the better word is only a warning", () => {
  const place = { file: lost, line: 1, column: 1, pointer: "/titel" };
  const findings: Finding[] = [
    { rule: "error-a", severity: "warning", ...place, message: "a" },
    { rule: "struct", severity: "error", ...place, message: "b" },
  ];
  expect(withoutConsequences(findings, whole)).toEqual(findings);
});
