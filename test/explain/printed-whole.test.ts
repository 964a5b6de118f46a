import { expect, test } from "vitest";
import type { CodeExplanation } from "../../src/explain/explain-code.ts";
import {
  explainCode,
  explainResponse,
  findCode,
  printClientCode,
  printResponse,
  type ResponseExplanation,
  unknownCode,
} from "../../src/explain/index.ts";
import type { RetryTime } from "../../src/explain/retry-time.ts";
import { exampleOf, knowledge, table } from "./table.ts";

const tagged = (style: string, text: string) => `<${style}>${text}</>`;

function printed(pasted: string): string {
  const response = explainResponse(knowledge, pasted);
  if (response === undefined) throw new Error("It was not taken for a response.");
  return printResponse(response, tagged);
}

const head = (status: number, ...lines: string[]) =>
  `HTTP/1.1 ${status} X\n${lines.map((line) => `${line}\n`).join("")}\n`;
const json = "Content-Type: application/json";
const noEnvelope =
  "  <red>error</>  The body must be an object with success, error and meta; it is an object\n         without error.";
const proxy =
  "It does not come from the API, but from something in front of it, such as a proxy or a\nload balancer. Try again after a pause that grows; if it stays, ask whoever runs it.";
const noPage = "  <red>error</>  The body must be JSON; it is HTML or XML.";

test.each<[name: string, pasted: string, sections: string[][]]>([
  [
    "an error without a code",
    '{"success":false}',
    [
      ["<bold>No error code</>"],
      ["<underline>What is wrong with the body itself</>", `${noEnvelope} <dim>not-envelope</>`],
    ],
  ],
  [
    "an error with a status and no code",
    `${head(418, json)}{"success":false}`,
    [
      ["<bold>No error code</>", "<dim>Status        </> 418"],
      ["<underline>What is wrong with the response itself</>", `${noEnvelope} <dim>/body not-envelope</>`],
    ],
  ],
  [
    "an error with the status of a proxy",
    `${head(503, json)}{"success":false}`,
    [
      ["<bold>No error code</>", "<dim>Status        </> 503"],
      ["<underline>What is wrong with the response itself</>", `${noEnvelope} <dim>/body not-envelope</>`],
    ],
  ],
  [
    "a success",
    '{"success":true,"data":{}}',
    [
      ["<bold>A success</>"],
      [
        "<underline>What is wrong with the body itself</>",
        "  <red>error</>  `meta` is missing. <dim>/meta meta-missing</>",
      ],
    ],
  ],
  [
    "a page",
    "<html></html>",
    [
      ["<bold>Not a response of the API</>"],
      [proxy],
      ["<underline>What is wrong with the body itself</>", `${noPage} <dim>not-json</>`],
    ],
  ],
  [
    "a page with a status",
    `${head(502, json)}<html></html>`,
    [
      ["<bold>Not a response of the API</>", "<dim>Status        </> 502"],
      [proxy],
      ["<underline>What is wrong with the response itself</>", `${noPage} <dim>/body not-json</>`],
    ],
  ],
  [
    "gzip",
    "\u001f\ufffdxx",
    [
      ["<bold>A compressed body</>"],
      ["The body is compressed: call curl with `--compressed`, and paste what it prints then."],
    ],
  ],
  [
    "a code of nobody",
    '{"success":false,"error":{"code":"no_such_thing"}}',
    [
      ["<bold>no_such_thing</>"],
      ["There is no error code <bold>no_such_thing</>."],
      [expect.stringMatching(/^<underline>What is wrong/) as never],
    ],
  ],
])("of %s this is printed, and nothing else", (_, pasted, sections) => {
  const found = printed(pasted).split("\n\n");
  expect(found.map((section) => section.trimEnd()).slice(0, sections.length)).toEqual(
    sections.map((lines) => (typeof lines[0] === "string" ? lines.join("\n") : lines[0])),
  );
  expect(found).toHaveLength(sections.length);
});

test.each<[name: string, retry: RetryTime | undefined, when: string[]]>([
  ["may not be tried again", { allowed: false }, []],
  [
    "may be tried again",
    { allowed: true, seconds: 3, header: "Retry-After" },
    ["<dim>When          </> Not before 3 s after the response (Retry-After)."],
  ],
  ["is not known to be tried again", undefined, []],
])("of an error that %s this is printed, and nothing else", (_, retry, when) => {
  const explanation = {
    ...explainCode(table, "key_expired"),
    ...{
      code: "pet_gone",
      title: "Pet gone",
      description: "It is gone.",
      causes: ["Wind."],
      fixes: ["Wait."],
    },
    ...{ commonFix: "Whistle.", docUrl: "https://pets.example/#gone" },
  } as CodeExplanation;
  const facts = {
    status: 404,
    statusMeaning: "Not there.",
    message: "No.",
    param: "name",
    requestId: "req_1",
  };
  const response: ResponseExplanation = {
    kind: "error",
    code: "pet_gone",
    explanation,
    problems: [],
    ...facts,
  };
  const text = printResponse({ ...response, ...(retry && { retry }) }, tagged);
  expect(
    text.split("\n").filter((line) => !/^(?: {15}\S|<dim>(?:Who can fix it|Retry {2}))/.test(line)),
  ).toEqual([
    "<bold>pet_gone</>  Pet gone",
    "<dim>Status        </> 404 Not there.",
    "<dim>Message       </> No.",
    "<dim>Parameter     </> name",
    "<dim>Request       </> req_1",
    ...["", "It is gone.", "", "<underline>Why it happens</>", "  - Wind."],
    ...["", "<underline>How to fix it</>", "  1. Wait.", "  <dim>In general:</> Whistle.", ""],
    ...when,
    ...["<dim>Documentation </> https://pets.example/#gone", ""],
    ...["<green>The response is as the contract says.</>", ""],
  ]);
});

test("the lines of a list go on below their words", () => {
  const words = Array.from({ length: 20 }, () => "words").join(" ");
  const client = {
    code: "no_pet",
    title: "No pet",
    description: "",
    fixes: [words] as string[],
    retry: "never",
  } as const;
  expect(printClientCode(client, tagged)).toMatch(/\n {2}1\. words [words ]+\n {5}words/);
  const explanation = { ...explainCode(table, "key_expired"), commonFix: words } as CodeExplanation;
  const text = printResponse({ kind: "error", code: "key_expired", explanation, problems: [] }, tagged);
  expect(text).toMatch(/\n {2}<dim>In general:<\/> words [words ]+\n {2}words/);
});

test("an explanation says the group, the common fix and the meaning of the status, as far as there are any", () => {
  const known = explainCode(table, "key_expired");
  expect(known).toMatchObject({
    group: table.typeTitles.authentication_error,
    commonFix: table.typeFixes.authentication_error,
    statusMeaning: table.statuses[401],
  });
  const bare = { ...table, typeTitles: {}, typeFixes: {}, statuses: {} };
  expect(explainCode(bare, "key_expired")).toMatchObject({
    ...{ group: "authentication_error", commonFix: "", statusMeaning: "" },
  });
  const retired = [{ code: "old_code", retired: "2.0.0", reason: "Nobody got it." }];
  expect(unknownCode({ ...table, retired }, "older_code")).not.toHaveProperty("retired");
});

test("advice is given of pages and of what is compressed alone, and what is empty is not there", () => {
  const known = explainResponse(knowledge, JSON.stringify(exampleOf("key_expired")));
  expect(known).not.toHaveProperty("advice");
  expect(explainResponse(knowledge, "\u001f\ufffdxx")).toMatchObject({ problems: [] });
  const body = exampleOf("key_expired");
  const empty = { ...body, error: { ...body.error, request_id: "", message: "" } };
  const found = explainResponse(knowledge, JSON.stringify(empty));
  expect(found).toMatchObject({ requestId: body.meta.requestId });
  expect(found).not.toHaveProperty("message");
});

test.each<[word: string, asked: object]>([
  ["404", { status: 404 }],
  ["599", { status: 599 }],
  ["100", { status: 100 }],
  ["600", { code: "600" }],
  ["099", { code: "099" }],
  ["4040", { code: "4040" }],
  ["x404", { code: "x404" }],
  ["KeyExpired", { code: "key_expired" }],
  ["key expired", { code: "key_expired" }],
  ["connection-error", { code: "connection_error" }],
  ["https://x.example/y#KEY-EXPIRED", { code: "key_expired" }],
  ["https://x.example/y#no_such_thing", { code: "no_such_thing" }],
  ["HTTPS://x.example/#key_expired", { code: "key_expired" }],
  ["https://x.example/", { code: "https://x.example/" }],
  ["see https://x.example/#key_expired", { code: "see https://x.example/#key_expired" }],
])("%j asks for %j", (word, asked) => {
  expect(findCode(table, word)).toEqual(asked);
});
