import { describeRule, own, schema } from "./support/describe-rule.ts";
import { all, push, put } from "./support/edits.ts";

const type = (code: string) => `${own(code, "type")}/const`;
const listed = (name: string) => push(`${schema("ErrorType")}/enum`, name);

// RFC 9110, 15.5.10: 409 is the conflict; 412 and 422 are its relatives.
describeRule("error-type-matches-status", {
  reports: {
    "a conflict on what is not found": [
      all(listed("conflict_error"), put(type("not_found"), "conflict_error")),
      [type("not_found")],
    ],
    "a conflict on too many requests": [
      all(listed("conflict"), put(type("too_many_requests"), "conflict")),
      [type("too_many_requests")],
    ],
    "an error of idempotency on a failure of the server": [
      all(listed("idempotency_error"), put(type("storage_failure"), "idempotency_error")),
      [type("storage_failure")],
    ],
  },
  accepts: {
    "a conflict with 409": all(listed("conflict_error"), put(type("title_taken"), "conflict_error")),
    "an error of idempotency with 409": all(
      listed("idempotency_error"),
      put(type("title_taken"), "idempotency_error"),
    ),
    "a conflict with 400": all(listed("conflict_error"), put(type("value_invalid"), "conflict_error")),
    "a type that only begins with the same letters": all(
      listed("conflicting_error"),
      put(type("not_found"), "conflicting_error"),
    ),
  },
});
