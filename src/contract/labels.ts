import type { Actor, AppliesTo, ParamRule, RetryRule } from "./index.ts";

/** A closed word of the contract as people read it. */
export interface Label {
  /** For a badge or a table. */
  short: string;
  /** A whole sentence, or two, as CommonMark. */
  long: string;
}

/** Whether, and how, the request may be sent again. */
export const RETRY_LABELS: Readonly<Record<RetryRule, Label>> = {
  never: {
    short: "Do not retry",
    long: "The same request returns the same error until something changes.",
  },
  after: {
    short: "Retry after the wait",
    long: "Wait for at least the number of seconds in the `Retry-After` header, then send the same request again.",
  },
  backoff: {
    short: "Retry with backoff",
    long: "Try again a few times, with increasing, randomized pauses. The request may already have been carried out: repeat a POST or a PATCH only with the `Idempotency-Key` of its first attempt.",
  },
};

/** Who can make the error go away. */
export const ACTOR_LABELS: Readonly<Record<Actor, Label>> = {
  developer: {
    short: "The developer",
    long: "The developer of the calling program, by changing the request.",
  },
  administrator: {
    short: "An administrator",
    long: "An administrator of the team, by changing a key or its permissions.",
  },
  cstar: {
    short: "cStar",
    long: "cStar: the cause is on the server.",
  },
  nobody: {
    short: "Nobody",
    long: "Nobody has to: waiting is enough.",
  },
};

/** Whether the error object names a parameter. */
export const PARAM_LABELS: Readonly<Record<ParamRule, Label>> = {
  required: { short: "Always present", long: "`param` is always present and names the parameter." },
  optional: { short: "May be present", long: "`param` may be present; if so, it names the parameter." },
  never: { short: "Never present", long: "`param` is never present." },
};

/** Which operations declare the code. */
export const APPLIES_TO_LABELS: Readonly<Record<AppliesTo, string>> = {
  always: "every operation",
  query: "operations with query parameters",
  body: "operations with a request body",
  "required-body": "operations whose body has required fields",
  write: "operations that create, update or delete",
  "path-id": "operations on a single resource",
  explicit: "operations that list it explicitly",
};
