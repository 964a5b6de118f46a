import { expect, test } from "vitest";
import { loadTree } from "../../src/document/index.ts";
import { checkDocument } from "../../src/rules/check.ts";
import { check } from "./support/check.ts";
import { CODES, describeRule, GET, own, ref, response, schema } from "./support/describe-rule.ts";
import { all, drop, push, put, read } from "./support/edits.ts";
import { library } from "./support/library.ts";

const RETIRED = `${schema("ErrorCode")}/x-retired-codes`;
const SPLIT = `${schema("storage_failure")}/x-split-from`;
const page = "https://library.example/errors#";
const wrong = `See ${page}not_fond.`;

describeRule("error-code-reference", {
  reports: {
    "a replacement that is no code": [
      put(`${RETIRED}/0/replacedBy`, "not_fuond"),
      [`${RETIRED}/0/replacedBy`],
    ],
    "a replacement that is no text": [put(`${RETIRED}/0/replacedBy`, null), [`${RETIRED}/0/replacedBy`]],
    "a code that replaces itself": [put(`${RETIRED}/0/replacedBy`, "book_lost"), [`${RETIRED}/0/replacedBy`]],
    "a code that is split from none": [put(SPLIT, "server_faliure"), [SPLIT]],
    "a code that is split from itself": [put(SPLIT, "storage_failure"), [SPLIT]],
    "a code that is split from a misspelling of itself": [put(SPLIT, "storage_failur"), [SPLIT]],
    "a link in a title": [put("/info/title", wrong), ["/info/title"]],
    "a link in a summary": [put(`${GET}/summary`, wrong), [`${GET}/summary`]],
    "a link beside a reference": [
      put(`${GET}/responses/404`, { ...ref(response("NotFound")), description: wrong }),
      [`${GET}/responses/404/description`],
    ],
    "a link that an alias repeats, once": [
      (document) => {
        const tips = [wrong];
        Object.assign(document as object, { "x-tips": tips, "x-more-tips": tips });
      },
      ["/x-tips/0"],
    ],
    "a link that lacks two letters": [put("/info/description", `${page}title_tkn`), ["/info/description"]],
    "a link that is close to two codes, with the closer one": [
      all(push(`${schema("ErrorCode")}/enum`, "title_token"), put("/info/description", `${page}title_tokn`)),
      ["/info/description"],
    ],
    "the wrong one of several links": [
      put("/info/description", `See ${page}not_found, ${page}not_fond and ${page}tips.`),
      ["/info/description"],
    ],
    "a link in a tip": [put("/x-debugging-tips", ["Read.", `See ${page}not_fond.`]), ["/x-debugging-tips/1"]],
    "a link in the description of a code": [
      put(`${schema("not_found")}/description`, `Unlike [this](${page}value_invlid).`),
      [`${schema("not_found")}/description`],
    ],
  },
  accepts: {
    "a retired entry without a code": all(
      push(RETIRED, { retired: "1.0.0", reason: "Gone." }),
      put("/info/description", `${page}not_found and ${page}tips`),
    ),
    "a replacement in use": put(`${RETIRED}/0/replacedBy`, "not_found"),
    "a replacement that was retired later": all(
      put(`${RETIRED}/0/replacedBy`, "page_torn"),
      push(RETIRED, { code: "page_torn", retired: "1.0.0", reason: "Pages last." }),
    ),
    "a code that is split from one in use": put(SPLIT, "server_failure"),
    "a code that is split from a retired one": put(SPLIT, "book_lost"),
    "links to codes, in use and retired": put("/info/description", `${page}not_found and ${page}book_lost`),
    "a link to the page itself": put("/info/description", `See ${page}, not_fond is no code.`),
    "a link to another place on the page": put(
      "/info/description",
      `See ${page}rate-limits and ${page}tips.`,
    ),
    "a link to another page": put("/info/description", "See https://library.example/faq#not_fond."),
    "a link that lacks three letters": put("/info/description", `${page}title_tk`),
    "what is no text for people": all(
      put("/info/contact/url", wrong),
      ...["titles", "subtitle", "no-x-tips"].map((key) => put(`${GET}/${key}`, wrong)),
    ),
    "links to pages that are no anchors": all(
      ...CODES.map((code) => put(`${own(code, "doc_url")}/const`, `https://library.example/errors/${code}`)),
      put("/info/description", "See https://library.example/errors/not_fond."),
    ),
    "links of a document whose codes have no page": all(
      ...CODES.map((code) => drop(own(code, "doc_url"))),
      put("/info/description", wrong),
    ),
    "a document without a registry": all(
      drop(schema("ErrorCode")),
      drop(`${schema("ErrorObject")}/properties/code/$ref`),
    ),
  },
});

test("what was meant is told", () => {
  const document = library();
  put(`${RETIRED}/0/replacedBy`, "not_fuond")(document);
  put(SPLIT, "nothing_of_the_kind")(document);
  put("/info/description", `See ${page}title_takn.`)(document);
  expect(
    check(document)
      .map(({ message }) => message)
      .sort(),
  ).toEqual(
    [
      'This text links to "https://library.example/errors#title_takn", which is no code. Did you mean title_taken?',
      '`replacedBy` is "not_fuond", which is no code. Did you mean not_found?',
      '`x-split-from` of storage_failure is "nothing_of_the_kind", which is no code. Name a code of the registry, or a retired one.',
    ].sort(),
  );
});

test.each([
  ["the list of codes", schema("ErrorCode")],
  ["the list of types", schema("ErrorType")],
  ["a code", schema("not_found")],
  ["a path", "/paths/~1shelves~1{shelf}~1books~1{book}"],
  ["a parameter", "/components/parameters/book"],
  ["a response", response("NotFound")],
])("a link in the file of %s is found there", (_, place) => {
  const document = library();
  const part = { ...(read(document, place) as object), "x-tips": [wrong] };
  put(place, { $ref: "part.json" })(document);
  const files: Record<string, string> = {
    "openapi.json": JSON.stringify(document),
    "part.json": JSON.stringify(part).replaceAll('"#/', '"openapi.json#/'),
  };
  const { findings } = checkDocument(loadTree("openapi.json", (file) => files[file] ?? ""));
  expect(findings.filter(({ rule }) => rule === "error-code-reference").map(({ at }) => at.location)).toEqual(
    [{ file: "part.json", pointer: "/x-tips/0" }],
  );
});
