import { describeRule, error, own, ref, schema } from "./support/describe-rule.ts";
import { all, drop, push, put, read } from "./support/edits.ts";

const REGISTRY = `${schema("ErrorCode")}/enum`;
const RETIRED = `${schema("ErrorCode")}/x-retired-codes`;

describeRule("error-retired-not-reused", {
  reports: {
    "a retired code that is listed again": [push(REGISTRY, "book_lost"), [`${REGISTRY}/7`]],
    "a twin by case": [push(REGISTRY, "Book_Lost"), [`${REGISTRY}/7`]],
    "a twin by underscore": [push(REGISTRY, "booklost"), [`${REGISTRY}/7`]],
    "a code in use that is retired": [
      push(RETIRED, { code: "not_found", retired: "1.1.0", reason: "Never." }),
      [`${REGISTRY}/1`],
    ],
    "a retired code that is described but not listed": [
      all(
        (document) => put(schema("book_lost"), read(document, schema("not_found")))(document),
        put(`${own("book_lost", "code")}/const`, "book_lost"),
        put(error("NotFound"), ref(schema("book_lost"))),
      ),
      [`${own("book_lost", "code")}/const`],
    ],
    "an entry without a reason": [drop(`${RETIRED}/0/reason`), [`${RETIRED}/0`]],
    "an entry that is a word": [push(RETIRED, "page_torn"), [`${RETIRED}/1`]],
    "a code retired twice": [
      push(RETIRED, { code: "book_lost", retired: "1.0.0", reason: "Again." }),
      [`${RETIRED}/1`],
    ],
  },
  accepts: {
    "a code that begins like a retired one": push(REGISTRY, "book_lost_forever"),
    "another retired code": push(RETIRED, { code: "page_torn", retired: "1.0.0", reason: "Pages last." }),
    "a code that is described, and neither listed nor retired": put(
      `${own("not_found", "code")}/const`,
      "not_there",
    ),
    "a document without a registry": all(
      drop(schema("ErrorCode")),
      put(`${schema("ErrorObject")}/properties/code`, { type: "string" }),
    ),
    "an empty list": put(RETIRED, []),
    "no list": drop(RETIRED),
  },
});
