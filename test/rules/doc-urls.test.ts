import { expect, test } from "vitest";
import { changed, said } from "./support/check.ts";
import { own } from "./support/describe-rule.ts";
import { all, drop, put } from "./support/edits.ts";

const CODES = [
  "key_missing",
  "not_found",
  "value_invalid",
  "title_taken",
  "too_many_requests",
  "server_failure",
  "storage_failure",
];
const A = "https://a.example/errors#";
const B = "https://b.example/errors/";
const [NONE, WORD] = ["", "word"];

/** What the rule advises for each code that it has something to say of; `pages` are those of the codes, in order. */
function advice(pages: readonly string[]): Record<string, string> {
  const edits = CODES.map((code, index) => {
    const page = pages[index];
    const at = own(code, "doc_url");
    if (page === NONE) return drop(at);
    return put(`${at}/const`, page === WORD ? code : `${page}${code}`);
  });
  const messages = said("error-doc-url-matches-code", changed(all(...edits)));
  return Object.fromEntries(
    messages.map((message) => [
      CODES.find((code) => message.includes(` ${code} `)),
      /Set it to "?(.+?)"?\.$/.exec(message)?.[1],
    ]),
  );
}

test.each<[what: string, pages: string[], want: Record<string, string>]>([
  ["the page of the others", [A, A, A, A, A, A, B], { storage_failure: `${A}storage_failure` }],
  ["the page of the others, for the first", [B, A, A, A, A, A, A], { key_missing: `${A}key_missing` }],
  [
    "the page that more than half have",
    [B, B, B, A, A, A, A],
    { key_missing: `${A}key_missing`, not_found: `${A}not_found`, value_invalid: `${A}value_invalid` },
  ],
  [
    "any page where no more than half have one",
    [A, A, A, B, B, B, NONE],
    { storage_failure: "an address that ends in #storage_failure" },
  ],
  [
    "any page where one code alone has an address",
    [A, NONE, A, B, B, "https://c.example/", "https://d.example/"],
    { not_found: "an address that ends in #not_found" },
  ],
  [
    "the page of two, beside words that are no addresses",
    [WORD, WORD, WORD, A, A, NONE, NONE],
    {
      key_missing: `${A}key_missing`,
      not_found: `${A}not_found`,
      value_invalid: `${A}value_invalid`,
      server_failure: `${A}server_failure`,
      storage_failure: `${A}storage_failure`,
    },
  ],
])("the address of a code is %s", (_, pages, want) => {
  expect(advice(pages)).toEqual(want);
});

test("one address alone is no page of all", () => {
  expect(advice([A, ...Array(6).fill(NONE)])).toEqual(
    Object.fromEntries(CODES.slice(1).map((code) => [code, `an address that ends in #${code}`])),
  );
});
