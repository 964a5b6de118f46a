import { expect, test } from "vitest";
import { left, lost, type Short } from "./told.ts";

test.each<[string, Short[], string[]]>([
  [
    "what is wrong on a line, and not that a fact could not be read there",
    [
      ["struct", "openapi.yaml", "/components/schemas/inner/type"],
      ["contract-fact", "openapi.yaml", "/components/schemas/inner/x-retry"],
      ["client-names", "openapi.yaml", "/components/schemas/inner/x-retry"],
    ],
    ["struct"],
  ],
  [
    "facts that could not be read, each, where nothing else is said on their lines",
    [
      ["contract-fact", "openapi.yaml", "/components/schemas/inner/type"],
      ["client-names", "openapi.yaml", "/components/schemas/inner/x-retry"],
      ["operation-summary", "openapi.yaml", "/components/schemas/outer"],
      ["operation-summary", "Codes.yaml", "/enum"],
    ],
    ["contract-fact", "client-names", "operation-summary", "operation-summary"],
  ],
  [
    "what is wrong in a part of a file, and not what therefore holds of it as a whole",
    [
      ["contract-file-name", lost, ""],
      ["error-param-rule", lost, ""],
      ["struct", lost, "/type"],
    ],
    ["struct"],
  ],
  [
    "the same, where no other rule speaks of the whole",
    [
      ["contract-file-name", lost, ""],
      ["struct", lost, "/type"],
    ],
    ["struct"],
  ],
  [
    "of a file as a whole what does not follow from its parts, and of a part what only the whole can follow from",
    [
      ["operation-summary", lost, ""],
      ["contract-example", lost, "/properties"],
      ["struct", lost, "/type"],
    ],
    ["operation-summary", "contract-example", "struct"],
  ],
  [
    "all that is said of a file as a whole, where its parts are fine",
    [
      ["contract-file-name", lost, ""],
      ["contract-code", lost, ""],
    ],
    ["contract-file-name", "contract-code"],
  ],
  [
    "what is wrong in a component, and not what therefore holds of it as a whole",
    [
      ["contract-example", "openapi.yaml", "/components/schemas/outer"],
      ["error-catalog-complete", "openapi.yaml", "/components/schemas/outer/x-retry"],
      ["error-code-reachable", "Codes.yaml", "/enum/2"],
    ],
    ["error-catalog-complete"],
  ],
  [
    "of other components all that is said of each",
    [
      ["contract-example", "openapi.yaml", "/components/responses/Refused"],
      ["error-catalog-complete", "openapi.yaml", "/components/responses/Refused/headers"],
      ["contract-example", "openapi.yaml", "/components/schemas"],
      ["error-a", "openapi.yaml", "/components/schemas/inner/x-retry"],
    ],
    ["contract-example", "error-catalog-complete", "contract-example", "error-a"],
  ],
  [
    "that a $ref leads nowhere, before all that is said there besides",
    [
      ["error-by-ref", lost, "/titel"],
      ["ref-dangling", lost, "/titel"],
    ],
    ["ref-dangling"],
  ],
  [
    "what a code should be, before that its form is none",
    [
      ["error-code-format", lost, "/titel"],
      ["error-code-unique", lost, "/titel"],
      ["extension-registered", lost, "/titel"],
    ],
    ["error-code-unique"],
  ],
  [
    "that an extension is none, before what a linter says of it",
    [
      ["struct", lost, "/titel"],
      ["extension-registered", lost, "/titel"],
    ],
    ["extension-registered"],
  ],
  [
    "a code that is none, and not what disagrees with it",
    [
      ["error-code-registered", lost, "/properties/code/const"],
      ["error-no-overdeclared", lost, "/titel"],
      ["error-code-unique", lost, "/titel"],
    ],
    ["error-code-registered", "error-code-unique"],
  ],
  [
    "what rules miss at a name that no definition has, and at what is no name",
    [
      ["error-code-reachable", "Codes.yaml", "/enum/1"],
      ["contract-code", lost, "/properties"],
      ["contract-code", "none.yaml", ""],
    ],
    ["error-code-reachable", "contract-code", "contract-code"],
  ],
  [
    "an extension that nobody knows once, with the fact that is missing",
    [
      ["extension-registered", lost, "/x-retri", "`x-retri` is not registered."],
      ["contract-fact", lost, "/x-retry"],
    ],
    ["`x-retri` is not registered. Did you mean `x-retry`?"],
  ],
  [
    "a misspelt key as it is, where what was meant is told already or missing elsewhere",
    [
      ["struct", lost, "/titel", "Property `titel` is not expected here. Did you mean `title`? Yes."],
      ["error-catalog-complete", lost, "/title"],
      ["error-catalog-complete", lost, "/properties/titl"],
    ],
    ["Property `titel` is not expected here. Did you mean `title`? Yes.", "error-catalog-complete"],
  ],
  [
    "a fact that is there beside a misspelt key, and what is said of another kind of key",
    [
      ["struct", lost, "/titel", "Property `titel` is not expected here."],
      ["error-catalog-complete", lost, "/type"],
      ["operation-summary", lost, "/titel", "Property `titel` is not expected here."],
    ],
    [
      "Property `titel` is not expected here.",
      "error-catalog-complete",
      "Property `titel` is not expected here.",
    ],
  ],
  ...[
    "no-enum-type-mismatch",
    "no-required-schema-properties-undefined",
    "no-invalid-schema-examples",
    "error-param-rule",
  ].map((rule): [string, Short[], string[]] => [
    `a schema that is none, and not what ${rule} reads in it, but in others`,
    [
      ["struct", "openapi.yaml", "/components/schemas/inner/type"],
      [rule, "openapi.yaml", "/components/schemas/inner/items/x"],
      [rule, "openapi.yaml", "/components/schemas/outer"],
      [rule, lost, "/components/schemas/inner"],
    ],
    ["struct", rule, rule],
  ]),
  [
    "of a response whose schema is none what is no rule of errors, and what refers to another file",
    [
      ["struct", lost, "/type"],
      ["operation-summary", "openapi.yaml", "/components/responses/Refused"],
      ["error-envelope", "openapi.yaml", "/components/schemas/outer"],
      ["error-envelope", lost, "/properties"],
    ],
    ["struct", "operation-summary", "error-envelope", "error-envelope"],
  ],
  ...(
    [
      ["error-no-overdeclared", "/x-applies-to"],
      ["error-operation-codes", "/x-applies-to"],
      ["error-retry-after", "/x-retry"],
      ["error-retry-consistent", "/x-retry"],
      ["error-status-matches-response", "/x-http-status"],
      ["error-type-matches-status", "/x-http-status"],
    ] as const
  ).flatMap(([rule, fact]): [string, Short[], string[]][] => {
    const compared: Short = [rule, "openapi.yaml", "/components/responses/Refused/headers"];
    return [
      [
        `that ${fact} is none, and not what ${rule} holds against it`,
        [["contract-fact", lost, fact], compared],
        ["contract-fact"],
      ],
      [`what ${rule} says of ${fact} itself, twice`, [[rule, lost, fact], compared], [rule, rule]],
      [
        `what ${rule} says where another fact is none`,
        [["contract-fact", lost, "/x-since"], compared],
        ["contract-fact", rule],
      ],
      [
        `what ${rule} says where a file that is not referred to has no ${fact}`,
        [["contract-fact", "Codes.yaml", fact], compared],
        ["contract-fact", rule],
      ],
    ];
  }),
])("tells %s", (_, findings, want) => {
  expect(left(...findings)).toEqual(want);
  expect(left(...findings.toReversed()).sort()).toEqual([...want].sort());
});
