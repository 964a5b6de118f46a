import { expect, test } from "vitest";
import { ContractError } from "../../src/document/index.ts";
import { brief, edited, type Files, files, findingsOf, read } from "./document.ts";

const doc = "api/openapi.yaml";
const sold = "api/errors/sold_out.yaml";
const types = "api/schemas/Types.yaml";
const codes = "api/schemas/Codes.yaml";

const cases: [name: string, given: Files, want: string[]][] = [
  [
    "a missing title",
    edited(doc, "  title: Shop API\n", ""),
    [`contract-fact ${doc}:2:1 \`title\` is missing: write a text.`],
  ],
  [
    "a version that is a number",
    edited(doc, "2.3.4", "2.3"),
    [`contract-fact ${doc}:4:3 \`version\` is 2.3: write a text.`],
  ],
  [
    "an operation without an id",
    edited(doc, "      operationId: listOrders\n", ""),
    [`contract-fact ${doc}:14:5 \`operationId\` is missing: write a text.`],
  ],
  [
    "a parameter without a schema, which two operations share",
    edited("api/parameters/ShopId.yaml", "schema: {type: string}\n", ""),
    ["contract-fact api/parameters/ShopId.yaml:1:1 This parameter has no `schema`: write one."],
  ],
  [
    "a parameter in no place that exists",
    edited("api/parameters/ShopId.yaml", "in: path", "in: body"),
    [
      'contract-fact api/parameters/ShopId.yaml:2:1 `in` is "body": write one of query, path, header, cookie.',
    ],
  ],
  [
    "an empty title of a code",
    edited(sold, "title: Sold out", "title: '  '"),
    [`contract-fact ${sold}:1:1 \`title\` is "  ": write a text.`],
  ],
  [
    "a status that is a text",
    edited(sold, "x-http-status: 404", "x-http-status: '404'"),
    [`contract-fact ${sold}:4:1 \`x-http-status\` is "404": write a whole number.`],
  ],
  [
    "a missing status",
    edited(sold, "x-http-status: 404\n", ""),
    [`contract-fact ${sold}:1:1 \`x-http-status\` is missing: write a whole number.`],
  ],
  [
    "an unknown retry rule",
    edited(sold, "x-retry: never", "x-retry: sometimes"),
    [`contract-fact ${sold}:5:1 \`x-retry\` is "sometimes": write one of never, after, backoff.`],
  ],
  [
    "an unknown actor",
    edited(sold, "x-actor: nobody", "x-actor: null"),
    [`contract-fact ${sold}:6:1 \`x-actor\` is null: write one of developer, administrator, cstar, nobody.`],
  ],
  [
    "an unknown word in x-applies-to",
    edited(sold, "[always]", "[always, never]"),
    [
      `contract-fact ${sold}:7:24 Item 2 is "never": write one of always, query, body, required-body, write, path-id, explicit.`,
    ],
  ],
  [
    "a number in x-applies-to",
    edited(sold, "[always]", "[7]"),
    [`contract-fact ${sold}:7:16 Item 1 is 7: write a text.`],
  ],
  [
    "an empty list",
    edited(sold, "[always]", "[]"),
    [`contract-fact ${sold}:7:1 \`x-applies-to\` is an empty list: write a list of one or more texts.`],
  ],
  [
    "a list with something else than texts",
    edited(sold, "[Be faster.]", "[Be faster., 7]"),
    [`contract-fact ${sold}:10:23 Item 2 is 7: write a text.`],
  ],
  [
    "a list with an empty text",
    edited(sold, "[Be faster.]", "['']"),
    [`contract-fact ${sold}:10:11 Item 1 is "": write a text.`],
  ],
  [
    "something else than a list of retired codes",
    edited(codes, "x-retired-codes:", "x-retired-codes: {list: []}\nx-more:"),
    ["code", "retired", "reason"].map(
      (key) => `contract-fact ${codes}:5:19 \`${key}\` is missing: write a text.`,
    ),
  ],
  [
    "a text instead of a list",
    edited(sold, "x-causes: [Others were faster.]", "x-causes: Others were faster."),
    [`contract-fact ${sold}:9:1 \`x-causes\` is "Others were faster.": write a list of one or more texts.`],
  ],
  [
    "an object instead of a text",
    edited(sold, "x-since: 1.0.0", "x-since: {v: 1}"),
    [`contract-fact ${sold}:8:1 \`x-since\` is an object: write a text.`],
  ],
  [
    "a code without doc_url",
    edited(sold, "      doc_url: {const: https://shop.example/errors#sold_out}\n", ""),
    [`contract-fact ${sold}:1:1 Property \`doc_url\` needs a \`const\` with the value of this code.`],
  ],
  [
    "a page that has no description",
    edited(sold, ", description: On stock", ""),
    [`contract-fact ${sold}:3:1 \`description\` is missing: write a text.`],
  ],
  [
    "a type that is not in the enum of types",
    edited(sold, "const: gone_error", "const: lost_error"),
    [
      `contract-type ${sold}:15:14 Type "lost_error" of sold_out is not in the enum of types: correct it, or add it there.`,
    ],
  ],
  [
    "a type that nothing describes",
    edited(types, "[gone_error, busy_error]", "[gone_error, busy_error, odd_error]"),
    [`contract-fact ${types}:2:1 Type odd_error has no entry in \`x-error-types\`: describe it there.`],
  ],
  [
    "a type of several codes that the enum lacks",
    edited(types, "[gone_error, busy_error]", "[busy_error]"),
    [
      `contract-type ${types}:1:1 Type "gone_error" of sold_out, no_such_order is not in the enum of types: add it there, or correct the codes.`,
    ],
  ],
  [
    "a type without a fix",
    edited(types, "    fix: Come back.\n", ""),
    [`contract-fact ${types}:7:3 \`fix\` is missing: write a text.`],
  ],
  [
    "a code that is not in the enum, though two operations use it",
    edited(codes, "  - sold_out\n", ""),
    [`contract-code ${sold}:1:1 Code sold_out is not in the enum of codes: add it there.`],
  ],
  [
    "a code in the enum that no response carries",
    edited(codes, "  - too_busy\n", "  - too_busy\n  - lost\n"),
    [
      `contract-code ${codes}:5:5 Code lost has no schema that a response carries: write its file and name it in its responses.`,
    ],
  ],
  [
    "no enum of codes at all",
    edited(codes, "enum:\n  - no_such_order\n  - sold_out\n  - too_busy\n", "type: string\n"),
    [
      `contract-code ${doc}:1:1 No error of a response has a \`code\` that refers to an enum of all codes: write the enum, and refer to it.`,
    ],
  ],
  [
    "a file whose name is not its code",
    renamed(sold, "api/errors/soldout.yaml"),
    [
      "contract-file-name api/errors/soldout.yaml:1:1 soldout declares the code sold_out: the name of its file must be sold_out.",
    ],
  ],
  [
    "a second file that declares a code",
    edited(
      "api/responses/Busy.yaml",
      "too_busy.yaml",
      "sold.yaml",
      edited(codes, "  - too_busy\n", "", { ...files, "api/errors/sold.yaml": files[sold] ?? "" }),
    ),
    [
      "contract-file-name api/errors/sold.yaml:1:1 sold declares the code sold_out: the name of its file must be sold_out.",
      `contract-code api/errors/sold.yaml:1:1 Code sold_out is declared here and in ${sold}: keep one of the two.`,
    ],
  ],
  [
    "an alternative of an error that has no code",
    edited(sold, "      code: {const: sold_out}\n", ""),
    [
      `contract-code ${sold}:1:1 This alternative of an error has no \`code\` with a \`const\`: give it one, or take it out.`,
      `contract-code ${codes}:3:5 Code sold_out has no schema that a response carries: write its file and name it in its responses.`,
    ],
  ],
  [
    "an error of which no example can be composed",
    edited("api/schemas/RequestId.yaml", "examples: [r1]", "minLength: 1"),
    ["sold_out", "no_such_order", "too_busy"].map(
      (code) =>
        `contract-example api/errors/${code}.yaml:1:1 No example of this error can be composed: give each property a \`const\` or \`examples\`.`,
    ),
  ],
  [
    "a status of a response that has no meaning",
    edited(doc, "\n  '404': Not there.", ""),
    [`contract-fact ${doc}:54:1 \`x-statuses\` has no meaning of 404, which responses have. Add it.`],
  ],
  [
    "a status whose digits changed places",
    edited(doc, "'429': Too many.", "'492': Too many."),
    [
      `contract-fact ${doc}:55:3 \`x-statuses\` has no meaning of 429, which responses have. No response has the status 492, which has one: correct it.`,
    ],
  ],
  [
    "a status that has a meaning in place of one that responses have",
    edited(doc, "'429': Too many.", "'418': Tea."),
    [`contract-fact ${doc}:54:1 \`x-statuses\` has no meaning of 429, which responses have. Add it.`],
  ],
  ...["4290", "1429", "099", "600"].map((status): (typeof cases)[number] => [
    `${status} among the statuses`,
    edited(doc, "'429': Too many.", `'${status}': Too many.`),
    [`contract-fact ${doc}:55:3 \`${status}\` is no HTTP status: write one from 100 to 599.`],
  ]),
  [
    "something that is no status among the statuses",
    edited(doc, "'429': Too many.", "4XX: Too many."),
    [`contract-fact ${doc}:55:3 \`4XX\` is no HTTP status: write one from 100 to 599.`],
  ],
  [
    "a status without a meaning",
    edited(doc, "'429': Too many.", "'429': [Too many.]"),
    [`contract-fact ${doc}:55:3 \`429\` is a list: write a text.`],
  ],
  [
    "a tip that is no text",
    edited(doc, "- Look twice.", "- {look: twice}"),
    [`contract-fact ${doc}:59:5 Item 1 is an object: write a text.`],
  ],
  [
    "a key's limit that is no number",
    edited(doc, "requestsPerHour: 10", "requestsPerHour: many"),
    [`contract-fact ${doc}:53:11 \`requestsPerHour\` is "many": write a whole number.`],
  ],
  [
    "an extension without a description",
    edited(doc, "    description: A tip.\n", ""),
    [`contract-fact ${doc}:61:3 \`description\` is missing: write a text.`],
  ],
  [
    "a retired code without a reason",
    edited(codes, "    reason: There is tea now.\n", ""),
    [`contract-fact ${codes}:6:5 \`reason\` is missing: write a text.`],
  ],
];

test.each(cases)("%s is told once, on its line, with what to do", (_, given, want) => {
  expect(brief(findingsOf(given)).sort()).toEqual([...want].sort());
});

test("a whole document has no findings", () => {
  expect(findingsOf(files)).toEqual([]);
});

test("all mistakes are reported together, as an error that carries them", () => {
  const given = edited(doc, "2.3.4", "2.3", edited(sold, "x-retry: never", "x-retry: often"));
  expect(() => read(given)).toThrow(ContractError);
  expect(() => read(given)).toThrow(
    /^api\/errors\/sold_out.yaml:5:1 `x-retry`.*\napi\/openapi.yaml:4:3 `version`/s,
  );
});

test("one mistake is enough for an error", () => {
  const given = edited(doc, "2.3.4", "2.3");
  expect(() => read(given)).toThrow(new ContractError(findingsOf(given)));
  expect(new ContractError([]).name).toBe("ContractError");
});

test("what could be read is there although something else could not", () => {
  expect(findingsOf(edited(doc, "2.3.4", "2.3"))[0]).toEqual({
    rule: "contract-fact",
    severity: "error",
    file: doc,
    line: 4,
    column: 3,
    pointer: "/info/version",
    message: "`version` is 2.3: write a text.",
  });
});

test("an empty document is told to be one", () => {
  expect(brief(findingsOf({ [doc]: "" }))).toContain(
    `contract-fact ${doc}:1:1 \`title\` is missing: write a text.`,
  );
});

function renamed(from: string, to: string): Files {
  const { [from]: text = "", ...rest } = files;
  const base = (path: string) => path.slice(path.lastIndexOf("/") + 1);
  const moved = Object.entries(rest).map(([path, content]) => [
    path,
    content.replaceAll(base(from), base(to)),
  ]);
  return { ...Object.fromEntries(moved), [to]: text };
}
