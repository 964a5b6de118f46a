import { expect, test } from "vitest";
import { check } from "./support/check.ts";
import { describeRule, schema } from "./support/describe-rule.ts";
import { all, drop, push, put } from "./support/edits.ts";
import { library } from "./support/library.ts";

const RETIRED = `${schema("ErrorCode")}/x-retired-codes`;
const SPLIT = `${schema("storage_failure")}/x-split-from`;
const page = "https://library.example/errors#";

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
    "a link in a tip": [put("/x-debugging-tips", ["Read.", `See ${page}not_fond.`]), ["/x-debugging-tips/1"]],
    "a link in the description of a code": [
      put(`${schema("not_found")}/description`, `Unlike [this](${page}value_invlid).`),
      [`${schema("not_found")}/description`],
    ],
  },
  accepts: {
    "a retired entry without a code": all(
      push(RETIRED, { retired: "1.0.0", reason: "Gone." }),
      put("/info/description", `${page}not_found`),
    ),
    "a replacement in use": put(`${RETIRED}/0/replacedBy`, "not_found"),
    "a replacement that was retired later": all(
      put(`${RETIRED}/0/replacedBy`, "page_torn"),
      push(RETIRED, { code: "page_torn", retired: "1.0.0", reason: "Pages last." }),
    ),
    "a code that is split from one in use": put(SPLIT, "server_failure"),
    "a code that is split from a retired one": put(SPLIT, "book_lost"),
    "links to codes, in use and retired": put("/info/description", `${page}not_found and ${page}book_lost`),
    "a link to another place on the page": put(
      "/info/description",
      `See ${page}rate-limits and ${page}tips.`,
    ),
    "a link to another page": put("/info/description", "See https://library.example/faq#not_fond."),
    "what is no text for people": put("/info/title", { not_fond: `${page}not_found` }),
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
