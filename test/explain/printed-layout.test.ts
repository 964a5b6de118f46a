import { describe, expect, test } from "vitest";
import {
  type ErrorRow,
  type ErrorTable,
  explainCode,
  explainResponse,
  explainStatus,
  printClientCode,
  printCode,
  printResponse,
  printStatus,
  printUnknown,
} from "../../src/explain/index.ts";
import { plainProse, visible, wrap } from "../../src/explain/text.ts";
import { whenToRetry } from "../../src/explain/when-to-retry.ts";
import type { StyleText } from "../../src/report/index.ts";
import { exampleOf, knowledge } from "./table.ts";

const tagged: StyleText = (style, text) => `<${style}>${text}</${style}>`;

const row: ErrorRow = {
  code: "pet_gone",
  type: "pet_error",
  status: 404,
  title: "Pet gone",
  description: "The **pet** is gone. See [the shelter](https://pets.example/shelter).",
  param: "never",
  retry: "after",
  actor: "nobody",
  causes: [
    "Somebody opened the door, and the pet went out into the wide world, where nobody knows it by its name.",
  ],
  fixes: ["Close the door.", "Look for it."],
  appliesTo: ["always", "query"],
  docUrl: "https://pets.example/errors#pet_gone",
  since: "1.2.0",
  operations: ["getPet", "listPets"],
  example: { success: false, error: { code: "pet_gone" }, meta: {} },
};
const table: ErrorTable = {
  ...knowledge.table,
  typeTitles: { pet_error: "Pets" },
  typeFixes: { pet_error: "Whistle." },
  statuses: { 404: "Nothing is there." },
  errors: [row],
};

test("a code is printed as a person reads it: what it is, why, what to do, where, an example", () => {
  const explanation = explainCode(table, "pet_gone");
  if (explanation === undefined) throw new Error("It is not found.");
  expect(printCode(explanation, tagged)).toBe(`<bold>pet_gone</bold>  Pet gone
<dim>404 Nothing is there.  pet_error  since 1.2.0</dim>

The pet is gone. See the shelter (https://pets.example/shelter).

<underline>Why it happens</underline>
  - Somebody opened the door, and the pet went out into the wide world, where nobody
    knows it by its name.

<underline>How to fix it</underline>
  1. Close the door.
  2. Look for it.
  <dim>In general:</dim> Whistle.

<dim>Who can fix it</dim> Nobody has to: waiting is enough.
<dim>Retry         </dim> Retry after the wait. Wait for at least the number of seconds in the
               \`Retry-After\` header, then send the same request again.

<dim>param         </dim> Never present
<dim>Returned by   </dim> every operation; operations with query parameters: getPet, listPets

<underline>Example</underline>
{
  "success": false,
  "error": {
    "code": "pet_gone"
  },
  "meta": {}
}

<dim>Documentation</dim>  <underline>https://pets.example/errors#pet_gone</underline>
`);
  const more = { url: "https://pets.example/more", description: "More." };
  const lines = printCode({ ...explanation, more }, tagged).split("\n");
  expect(lines.slice(-2)).toEqual([
    "<dim>More</dim>           <underline>https://pets.example/more</underline>",
    "",
  ]);
});

test.each([
  ["backoff", "Retry with backoff. Try again a few times, with increasing, randomized pauses."],
  ["status", "It depends on the status: 408, 429 and 5xx may be retried."],
] as const)("a code of the client that is retried by %s says so", (retry, says) => {
  const client = { code: "no_pet", title: "No pet", description: "None.", fixes: ["Get one."], retry };
  const text = printClientCode(client as never, tagged);
  expect(
    text.startsWith(`<bold>no_pet</bold>  No pet
<dim>A code of the TypeScript client; the API never returns it</dim>

None.

<underline>How to fix it</underline>
  1. Get one.

<dim>Retry         </dim> `),
  ).toBe(true);
  expect(text.replace(/\s+/g, " ")).toContain(says);
});

test("a word that is no code is printed with what was meant, and what became of a retired code", () => {
  expect(printUnknown({ code: "a", nearest: [] }, tagged)).toBe("There is no error code <bold>a</bold>.\n");
  expect(printUnknown({ code: "a\nb", nearest: ["ab", "abc"] }, tagged)).toBe(
    "There is no error code <bold>a b</bold>.\nDid you mean <bold>ab</bold>, <bold>abc</bold>?\n",
  );
  expect(
    printUnknown({ code: "a", nearest: [], retired: { retired: "2.0.0", reason: "It *went*." } }, tagged),
  ).toBe("There is no error code <bold>a</bold>.\nIt was retired in 2.0.0: It *went*.\n");
});

test("a status is printed with its meaning and its codes, in columns", () => {
  const errors = [row, { ...row, code: "cat", title: "Cat\ngone" }, { ...row, status: 409 }];
  expect(
    printStatus(explainStatus({ ...table, errors }, 404), tagged),
  ).toBe(`<bold>404</bold>  Nothing is there.

<underline>Codes</underline>
  pet_gone  Pet gone
  cat       Cat gone
`);
  expect(printStatus(explainStatus(table, 410), tagged)).toBe(
    "<bold>410</bold>  The contract has no such status.\n",
  );
  expect(printStatus(explainStatus({ ...table, statuses: { 503: "Busy." } }, 503), tagged)).toBe(
    "<bold>503</bold>  Busy.\n",
  );
});

test.each([
  ...[407, 408, 413, 414, 431, 502, 503, 504, 520, 525, 530].map((status) => [status, true] as const),
  ...[404, 409, 500, 501, 519, 531].map((status) => [status, false] as const),
])("whether something in front of the API sends %i: %s", (status, isOfProxy) => {
  const text = printStatus(explainStatus({ ...table, errors: [], statuses: {} }, status), tagged);
  expect(text.includes("\n\nIt does not come from the API, but from something in front of it")).toBe(
    isOfProxy,
  );
});

const head = (status: number, ...lines: string[]) =>
  `HTTP/1.1 ${status} X\n${lines.map((line) => `${line}\n`).join("")}\n`;
const json = "Content-Type: application/json";

function printed(pasted: string): string {
  const response = explainResponse(knowledge, pasted);
  if (response === undefined) throw new Error("It was not taken for a response.");
  return printResponse(response, tagged);
}

describe("a response begins with what it was", () => {
  test.each([
    ["a body of JSON without an error", '{"success": false}', "<bold>No error code</bold>"],
    [
      "an error without a code",
      '{"success": false, "error": {"message": "m"}}',
      "<bold>No error code</bold>",
    ],
    ["a success", '{"success": true, "data": {}}', "<bold>A success</bold>"],
    ["no body", head(204), "<bold>No body, and none is needed</bold>"],
    ["a page", "<html></html>", "<bold>Not a response of the API</bold>"],
    ["a text with the status of a proxy", `${head(503)}busy`, "<bold>Not a response of the API</bold>"],
    ["a text with another status", `${head(418)}tea`, "<bold>No error code</bold>"],
    ["no body, where one is needed", head(500), "<bold>No error code</bold>"],
    [
      "an unreadable body that says how it is encoded",
      `${head(401, "Content-Encoding: br")}\ufffd\ufffd`,
      "<bold>A compressed body</bold>",
    ],
    ["an unreadable body", `${head(401)}\ufffd\ufffd`, "<bold>No error code</bold>"],
    [
      "a readable body that says how it is encoded",
      `${head(401, "Content-Encoding: br")}no`,
      "<bold>No error code</bold>",
    ],
    ["a code of the client", '{"code": "timeout", "message": "m"}', "<bold>timeout</bold>  Timeout"],
    ["an unknown code", '{"error": {"code": "no_code"}}', "<bold>no_code</bold>"],
  ])("%s", (_, pasted, first) => {
    expect(printed(pasted).split("\n")[0]).toBe(first);
  });
});

test("a response says when to try again, where it may be tried", () => {
  const limited = JSON.stringify(exampleOf("rate_limit_exceeded"));
  const when = (pasted: string) => /^<dim>When {10}<\/dim> (.*)$/m.exec(printed(pasted))?.[1];
  expect(when(`${head(429, json, "Retry-After: 17")}${limited}`)).toBe(
    "Not before 17 s after the response (Retry-After).",
  );
  expect(when(`${head(429, json)}${limited}`)).toBe("The response does not say it, although it should.");
  expect(when(limited)).toBe("The headers of the response say it; only the body is here.");
  expect(when(JSON.stringify(exampleOf("internal_error")))).toBe(
    "After a pause of your choice; the response sets none.",
  );
  expect(when(JSON.stringify(exampleOf("key_expired")))).toBeUndefined();
  const date = "Date: Sun, 06 Nov 1994 08:49:37 GMT";
  expect(printed(`${head(429, json, "Retry-After: 30", date)}${limited}`).replace(/\s+/g, " ")).toContain(
    "Not before 30 s after the response, at 1994-11-06T08:50:07.000Z (Retry-After).",
  );
  expect(
    whenToRetry({ kind: "error", problems: [] }, { allowed: true, at: "1994", header: "X-RateLimit-Reset" }),
  ).toBe("Not before at 1994 (X-RateLimit-Reset).");
});

test("its parts are marked: facts by their names, sound in green, faults in red, notes in yellow", () => {
  const body = exampleOf("key_expired");
  const text = printed(`${head(401, json)}${JSON.stringify(body)}`);
  expect(text).toContain(`\n<dim>Status        </dim> 401 `);
  expect(text).toContain(`\n<dim>Message       </dim> `);
  expect(text).toContain(`\n<dim>Documentation </dim> https://`);
  expect(text).toContain("\n<green>The response is as the contract says.</green>\n");
  const { error, ...rest } = body;
  const noted = printed(JSON.stringify({ ...rest, error: { ...error, hint: 1 } }));
  expect(noted).toMatch(/\n {2}<yellow>note<\/yellow> {2}.* <dim>\/error\/hint field-unknown<\/dim>\n$/s);
  const faulty = printed(JSON.stringify({ ...rest, error: { ...error, message: 7 } }));
  expect(faulty).toContain(
    "\n<underline>What is wrong with the body itself</underline>\n  <red>error</red>  ",
  );
});

test("what is wrong is indented below its beginning where it takes several lines", () => {
  const { error, ...rest } = exampleOf("key_expired");
  const long = "x".repeat(60);
  const text = printed(JSON.stringify({ ...rest, error: { ...error, [long]: 1 } }));
  expect(text).toMatch(/\n {2}<yellow>note<\/yellow> {2}[^\n]+\n {9}\S/);
});

test("a status that no code is known for lists the codes that come with it, and the advice for a page stands before", () => {
  expect(printed(`${head(403, json)}{"success": false}`)).toMatch(
    /\n\nCodes with status 403: insufficient_permissions, .*\n\n<underline>What is wrong with the response itself/,
  );
  expect(printed(`${head(418, json)}{"success": false}`)).not.toContain("Codes with status");
  expect(printed(`${head(401, json)}${JSON.stringify(exampleOf("key_expired"))}`)).not.toContain(
    "Codes with",
  );
  const proxied = printed(head(504, "Server: nginx"));
  expect(proxied).toContain("\n\nIt does not come from the API, but from something in front of it");
  expect(proxied.replace(/\s+/g, " ")).toContain("whoever runs it. It says of itself: `server: nginx`. ");
  expect(printed(head(504))).not.toContain("It says of itself");
});

test("a code that is not known is named with the nearest ones, and that of the client is not", () => {
  expect(printed('{"error": {"code": "key_expird"}}')).toContain(
    "\n\nThere is no error code <bold>key_expird</bold>.\nDid you mean <bold>key_expired</bold>?\n\n",
  );
  expect(printed('{"code": "timeout", "message": "m"}')).not.toContain("There is no error code");
});

test.each<[string, options: { width?: number; indent?: number }, string]>([
  ["", {}, ""],
  ["one", { width: 3 }, "one"],
  ["one two", { width: 7 }, "one two"],
  ["one two", { width: 6 }, "one\ntwo"],
  ["one  two ", { width: 20 }, "one two"],
  ["one two three", { width: 9, indent: 2 }, "one two\n  three"],
  ["one two three", { width: 8, indent: 2 }, "one\n  two\n  three"],
  ["incomprehensibilities a", { width: 5 }, "incomprehensibilities\na"],
  [`${"a".repeat(43)} ${"b".repeat(44)} c`, {}, `${"a".repeat(43)} ${"b".repeat(44)}\nc`],
])("%j is wrapped by %j", (text, options, want) => {
  expect(wrap(text, options)).toBe(want);
});

test.each([
  ["a\r\n\tb", "a b"],
  ["a\u001b[31mb\u0007", "a\ufffd[31mb\ufffd"],
  ["a\u202eb\u2028c\ufeff", "a\ufffdb\ufffdc\ufffd"],
  ["ä💥", "ä💥"],
])("of %j a terminal shows %j", (text, want) => {
  expect(visible(text)).toBe(want);
});

test.each([
  ["a **b** `c`", "a b `c`"],
  ["[a](b) and [c](d)", "a (b) and c (d)"],
  ["[a] (b)", "[a] (b)"],
  ["[](b)", " (b)"],
  ["**a** and **b**", "a and b"],
])("%j as plain text is %j", (text, want) => {
  expect(plainProse(text)).toBe(want);
});
