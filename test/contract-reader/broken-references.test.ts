import { expect, test } from "vitest";
import { brief, edited, type Files, files, findingsOf } from "./document.ts";

const doc = "api/openapi.yaml";

const broken: [name: string, given: Files, want: string[]][] = [
  [
    "a file that does not exist",
    edited(doc, "schemas/Order.yaml", "schemas/Odrer.yaml"),
    [
      `source-unreadable ${doc}:37:22 schemas/Odrer.yaml cannot be read (there is no such file). Create or repair it, or correct this reference.`,
    ],
  ],
  [
    "a file that does not exist and is referred to twice",
    edited(
      doc,
      "responses/Busy.yaml",
      "responses/Gnoe.yaml",
      edited(doc, "responses/Gone.yaml", "responses/Gnoe.yaml"),
    ),
    [
      `source-unreadable ${doc}:28:17 responses/Gnoe.yaml cannot be read (there is no such file). Create or repair it, or correct this reference.`,
      `source-unreadable ${doc}:40:17 responses/Gnoe.yaml cannot be read (there is no such file). Create or repair it, or correct this reference.`,
    ],
  ],
  [
    "a pointer to nothing",
    edited(doc, "schemas/Order.yaml", "schemas/Order.yaml#/nothing"),
    [
      `ref-dangling ${doc}:37:22 The $ref "schemas/Order.yaml#/nothing" points at nothing. Correct its pointer.`,
    ],
  ],
  [
    "an anchor, though a key of almost that name exists",
    edited(doc, "schemas/Order.yaml", "schemas/Order.yaml#xtype"),
    [`ref-dangling ${doc}:37:22 The $ref "schemas/Order.yaml#xtype" points at nothing. Correct its pointer.`],
  ],
  [
    "a URL",
    edited(doc, "schemas/Order.yaml", "https://shop.example/Order.yaml"),
    [
      `ref-external ${doc}:37:22 The $ref "https://shop.example/Order.yaml" leaves the document: refer to a file beside it, not to a URL.`,
    ],
  ],
  [
    "an absolute path",
    edited(doc, "schemas/Order.yaml", "/etc/Order.yaml"),
    [
      `ref-external ${doc}:37:22 The $ref "/etc/Order.yaml" is an absolute path, which others do not have: write it relative to this file.`,
    ],
  ],
  [
    "an absolute path of Windows",
    edited(doc, "schemas/Order.yaml", "'C:\\Order.yaml'"),
    [
      `ref-external ${doc}:37:22 The $ref "C:\\\\Order.yaml" is an absolute path, which others do not have: write it relative to this file.`,
    ],
  ],
  [
    "the length of a list",
    edited(doc, "schemas/Order.yaml", "'#/servers/length'"),
    [`ref-dangling ${doc}:37:22 The $ref "#/servers/length" points at nothing. Correct its pointer.`],
  ],
  [
    "a circle of two files",
    { "api/openapi.yaml": "a: {$ref: b.yaml}", "api/b.yaml": "$ref: openapi.yaml#/a" },
    [
      'ref-circular api/openapi.yaml:1:5 The $ref "b.yaml" leads in a circle. Let one of its references end at a value.',
      'ref-circular api/b.yaml:1:1 The $ref "openapi.yaml#/a" leads in a circle. Let one of its references end at a value.',
    ],
  ],
  [
    "a file that is no YAML, though two others refer to it",
    edited("api/schemas/ErrorObject.yaml", "required: [type", "required: [type]]"),
    [
      'source-syntax api/schemas/ErrorObject.yaml:1:17 This file is not valid YAML: Unexpected flow-seq-end token in YAML stream: "]". Correct it here.',
    ],
  ],
  [
    "a key that stands twice",
    edited("api/schemas/Order.yaml", "required: [item]", "required: [item]\nrequired: []"),
    [
      "source-syntax api/schemas/Order.yaml:3:1 This file is not valid YAML: Map keys must be unique. Correct it here.",
    ],
  ],
  [
    "the same key as number and as text",
    edited(doc, "'429': Too many.", "200: Fine?"),
    [`source-syntax ${doc}:56:3 This file is not valid YAML: Map keys must be unique. Correct it here.`],
  ],
  ...["", "# later\n\n", "---\n"].map((text): (typeof broken)[number] => [
    `a file with nothing in it but ${JSON.stringify(text)}`,
    { ...files, "api/schemas/Order.yaml": text },
    [
      "source-empty api/schemas/Order.yaml:1:1 This file is empty, and something refers to it. Write what is meant to be here, or take the reference out.",
    ],
  ]),
  [
    "two documents in one file",
    edited("api/schemas/Order.yaml", "required: [item]", "---\nrequired: [item]"),
    [
      "source-syntax api/schemas/Order.yaml:2:1 This file is not valid YAML: The file holds more than one document. Correct it here.",
    ],
  ],
  [
    "a key that is a list",
    edited("api/schemas/Order.yaml", "required: [item]", "[item]: required"),
    [
      "source-syntax api/schemas/Order.yaml:2:1 This file is not valid YAML: A key must be a plain text. Correct it here.",
    ],
  ],
  [
    "an alias without an anchor",
    edited("api/schemas/Order.yaml", "[item]", "*item"),
    [
      "source-syntax api/schemas/Order.yaml:2:11 This file is not valid YAML: There is no anchor &item before this alias. Correct it here.",
    ],
  ],
  [
    "an alias inside what it stands for",
    edited("api/schemas/Order.yaml", "[item]", "&all [*all]"),
    [
      "source-syntax api/schemas/Order.yaml:2:17 This file is not valid YAML: This alias contains itself. Correct it here.",
    ],
  ],
  [
    "aliases that stand for gigabytes",
    edited(
      "api/schemas/Order.yaml",
      "[item]",
      `[${"abcdefgh".split("").map((name, index, all) => `&${name} [${Array(9).fill(index ? `*${all[index - 1]}` : "x")}]`)}]`,
    ),
    [
      "source-syntax api/schemas/Order.yaml:1:1 This file is not valid YAML: Its aliases stand for 54481012 values, which is more than the 2000000 that are read. Correct it here.",
    ],
  ],
];

test.each(broken)("%s is told, on its line, with what to do", (_, given, want) => {
  expect(brief(findingsOf(given))).toEqual(want);
});
