import { expect, test } from "vitest";
import { changed, said } from "./support/check.ts";
import { describeRule, error, own, ref, schema } from "./support/describe-rule.ts";
import { all, change, drop, push, put, read } from "./support/edits.ts";

const type = (code: string) => `${own(code, "type")}/const`;
const copy = (from: string, to: string, fields: Record<string, unknown>) => (document: unknown) => {
  put(schema(to), read(document, schema(from)))(document);
  put(`${own(to, "code")}/const`, to)(document);
  push(`${schema("ErrorCode")}/enum`, to)(document);
  for (const [pointer, value] of Object.entries(fields)) put(schema(to) + pointer, value)(document);
};
const TYPE = "/allOf/1/properties/type/const";

/** Types that say nothing by their names: one of mistakes, one of failures. */
const foreignWords = (document: unknown) => {
  change(`${schema("ErrorType")}/enum`, () => ["usage", "outage"])(document);
  for (const code of ["key_missing", "not_found", "value_invalid", "title_taken", "too_many_requests"]) {
    put(type(code), "usage")(document);
  }
  for (const code of ["server_failure", "storage_failure"]) put(type(code), "outage")(document);
};

/** Two types of mistakes that say nothing by their names, each of several codes. */
const twoWords = (document: unknown) => {
  foreignWords(document);
  push(`${schema("ErrorType")}/enum`, "mishap")(document);
  for (const code of ["key_missing", "not_found"]) put(type(code), "mishap")(document);
};

describeRule("error-type-matches-status", {
  reports: {
    "a status for which all other codes have one other type": [
      all(
        twoWords,
        copy("title_taken", "shelf_taken", {}),
        copy("title_taken", "name_taken", { [TYPE]: "mishap" }),
      ),
      [type("name_taken")],
    ],
    "a type whose other codes are on the other side, twice with one status": [
      all(
        foreignWords,
        copy("server_failure", "gateway_failure", { "/x-http-status": 502 }),
        put(type("not_found"), "outage"),
      ),
      [type("not_found")],
    ],
    "a server's type on a client's mistake": [put(type("not_found"), "api_error"), [type("not_found")]],
    "a client's type on a failure of the server": [
      put(type("storage_failure"), "invalid_request_error"),
      [type("storage_failure")],
    ],
    "a type that is named for another status": [
      all(put(type("not_found"), "authentication_error"), put(type("title_taken"), "not_found_error")),
      [type("not_found"), type("title_taken")],
    ],
    "a rate limit on anything but 429": [
      put(type("value_invalid"), "rate_limit_error"),
      [type("value_invalid")],
    ],
    "a type that is not listed": [put(type("not_found"), "missing_error"), [type("not_found")]],
    "a type of several codes that is not listed, in the list": [
      change(`${schema("ErrorType")}/enum`, (types: string[]) => types.filter((one) => one !== "api_error")),
      [`${schema("ErrorType")}/enum`],
    ],
    "a status that belongs to another type": [
      all(
        copy("key_missing", "key_expired", {}),
        copy("key_missing", "key_revoked", { [TYPE]: "invalid_request_error" }),
      ),
      [type("key_revoked")],
    ],
    "a type whose other codes are on the other side": [
      all(foreignWords, put(type("storage_failure"), "usage")),
      [type("storage_failure")],
    ],
    "a type of failures on a mistake in the request": [
      all(foreignWords, copy("server_failure", "cache_failure", {}), put(type("not_found"), "outage")),
      [type("not_found")],
    ],
    "a status in which the other codes agree": [
      all(
        foreignWords,
        copy("title_taken", "shelf_taken", {}),
        copy("title_taken", "name_taken", { [TYPE]: "outage" }),
      ),
      [type("name_taken")],
    ],
    "a server's type on the last of the client's statuses": [
      put(`${schema("server_failure")}/x-http-status`, 499),
      [type("server_failure")],
    ],
    "a client's type on the first of the server's statuses": [
      all(
        put(type("server_failure"), "validation_error"),
        push(`${schema("ErrorType")}/enum`, "validation_error"),
      ),
      [type("server_failure")],
    ],
  },
  accepts: {
    "a status for which the other codes have two other types": all(
      twoWords,
      copy("title_taken", "shelf_taken", {}),
      copy("title_taken", "book_taken", {}),
      copy("title_taken", "name_taken", { [TYPE]: "mishap" }),
      copy("title_taken", "word_taken", { [TYPE]: "mishap" }),
      put(`${schema("server_failure")}/x-http-status`, 409),
      put(type("server_failure"), "mishap"),
      put(type("storage_failure"), "mishap"),
      put(`${schema("storage_failure")}/x-http-status`, 409),
    ),
    "a status that codes of two other types have": all(
      foreignWords,
      push(`${schema("ErrorType")}/enum`, "mishap"),
      put(type("title_taken"), "mishap"),
      put(type("not_found"), "mishap"),
      copy("value_invalid", "range_invalid", { "/x-http-status": 409 }),
      copy("server_failure", "cache_stale", { "/x-http-status": 409 }),
      copy("server_failure", "cache_cold", { "/x-http-status": 404 }),
    ),
    "a status that all codes of one type have": all(
      foreignWords,
      copy("title_taken", "shelf_taken", {}),
      copy("title_taken", "name_taken", {}),
    ),
    "several codes without a type": all(
      ...["not_found", "key_missing", "server_failure", "title_taken"].map((code) => drop(own(code, "type"))),
    ),
    "several codes without a status and a type": all(
      ...["not_found", "key_missing", "title_taken"].flatMap((code) => [
        drop(own(code, "type")),
        drop(`${schema(code)}/x-http-status`),
      ]),
    ),
    "types that no list has": all(
      drop(schema("ErrorType")),
      drop(`${schema("ErrorObject")}/properties/type`),
    ),
    "a status in which two others do not agree": all(
      copy("key_missing", "key_expired", {}),
      copy("key_missing", "key_foreign", { [TYPE]: "not_found_error", "/x-http-status": 404 }),
      copy("key_missing", "key_lost", { [TYPE]: "rate_limit_error", "/x-http-status": 429 }),
      copy("too_many_requests", "too_many_books", {}),
    ),
    "a status that one other code has": copy("key_missing", "key_revoked", {
      [TYPE]: "invalid_request_error",
    }),
    "a status that a code of the same type has": all(
      copy("key_missing", "key_expired", {}),
      copy("key_missing", "key_revoked", { [TYPE]: "invalid_request_error" }),
      copy("key_missing", "key_paused", { [TYPE]: "invalid_request_error" }),
    ),
    "a type with one other code, on the other side": all(
      foreignWords,
      drop(schema("storage_failure")),
      put(type("not_found"), "outage"),
    ),
    "one type for several statuses": copy("key_missing", "key_foreign", { "/x-http-status": 403 }),
    "a type of its own beside the usual one": all(
      push(`${schema("ErrorType")}/enum`, "quota_error"),
      copy("value_invalid", "range_invalid", {}),
      copy("value_invalid", "quota_spent", { [TYPE]: "quota_error" }),
    ),
    "a 404 that is an invalid request": put(type("not_found"), "invalid_request_error"),
    "words of another vocabulary": foreignWords,
    "codes without a type": drop(own("not_found", "type")),
    "a status that the code does not say": drop(`${schema("not_found")}/x-http-status`),
    "a code that leaves its type open": put(error("NotFound"), ref(schema("ErrorObject"))),
  },
});

const CLIENT = "a mistake in the request (4xx)";
test.each<[word: string, code: string, status: number, meaning: string, right: string]>([
  ["authentication", "not_found", 404, "401 or 403", "key_missing"],
  ["unauthenticated", "not_found", 404, "401 or 403", "key_missing"],
  ["authorization", "not_found", 404, "401 or 403", "key_missing"],
  ["permission", "not_found", 404, "401 or 403", "key_missing"],
  ["forbidden", "not_found", 404, "401 or 403", "key_missing"],
  ["not_found", "title_taken", 409, "404 or 410", "not_found"],
  ["conflict", "not_found", 404, "400, 409, 412 or 422", "title_taken"],
  ["idempotency", "not_found", 404, "400, 409, 412 or 422", "title_taken"],
  ["rate_limit", "not_found", 404, "429", "too_many_requests"],
  ["too_many_requests", "not_found", 404, "429", "too_many_requests"],
  ["invalid_request", "server_failure", 500, CLIENT, "title_taken"],
  ["bad_request", "server_failure", 500, CLIENT, "title_taken"],
  ["validation", "server_failure", 500, CLIENT, "title_taken"],
  ["client", "server_failure", 500, CLIENT, "title_taken"],
])(
  "a type that begins with the word %s means a status, alone and before other words",
  (word, code, status, meaning, right) => {
    const found = (name: string, of: string) =>
      said(
        "error-type-matches-status",
        changed(all(push(`${schema("ErrorType")}/enum`, name), put(type(of), name))),
      );
    for (const name of [word, `${word}_error`]) {
      expect(found(name, code)).toEqual([
        `The code ${code} has the type ${name} and the status ${status}, but such a type means ${meaning}. Correct one of the two.`,
      ]);
      expect(found(name, right)).toEqual([]);
    }
    for (const name of [`book_${word}`, `${word}ish`]) expect(found(name, code)).toEqual([]);
  },
);

test.each(["partner_api_error", "server_errors"])(
  "the type %s says nothing of whose mistake it is",
  (name) => {
    const edit = all(push(`${schema("ErrorType")}/enum`, name), put(type("not_found"), name));
    expect(said("error-type-matches-status", changed(edit))).toEqual([]);
  },
);
