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

describeRule("error-type-matches-status", {
  reports: {
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
  },
  accepts: {
    "one type for several statuses": copy("key_missing", "key_foreign", { "/x-http-status": 403 }),
    "a type of its own beside the usual one": all(
      push(`${schema("ErrorType")}/enum`, "quota_error"),
      copy("value_invalid", "range_invalid", {}),
      copy("value_invalid", "quota_spent", { [TYPE]: "quota_error" }),
    ),
    "a 404 that is an invalid request": put(type("not_found"), "invalid_request_error"),
    "words of another vocabulary": (document) => {
      change(`${schema("ErrorType")}/enum`, () => ["usage", "outage"])(document);
      for (const code of ["key_missing", "not_found", "value_invalid", "title_taken", "too_many_requests"]) {
        put(type(code), "usage")(document);
      }
      for (const code of ["server_failure", "storage_failure"]) put(type(code), "outage")(document);
    },
    "codes without a type": drop(own("not_found", "type")),
    "a status that the code does not say": drop(`${schema("not_found")}/x-http-status`),
    "a code that leaves its type open": put(error("NotFound"), ref(schema("ErrorObject"))),
  },
});
