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
    long: "The same request gets the same answer until something is changed.",
  },
  after: {
    short: "Retry after the wait",
    long: "Wait as many seconds as the `Retry-After` header says, never less, then send the same request again.",
  },
  backoff: {
    short: "Retry with backoff",
    long: "Try a few more times, with pauses that grow and vary. The request may have been carried out already: repeat a POST or a PATCH only with the `Idempotency-Key` of its first attempt.",
  },
};

/** Who can make the error go away. */
export const ACTOR_LABELS: Readonly<Record<Actor, Label>> = {
  developer: {
    short: "The developer",
    long: "The developer of the calling program: the request has to change.",
  },
  administrator: {
    short: "An administrator",
    long: "An administrator of the team: a key, a permission or a member has to change, not the program.",
  },
  cstar: {
    short: "cStar",
    long: "cStar: the fault is on the side of the server.",
  },
  nobody: {
    short: "Nobody",
    long: "Nobody: waiting is enough.",
  },
};

/** Whether the error object names a parameter. */
export const PARAM_LABELS: Readonly<Record<ParamRule, Label>> = {
  required: { short: "Always present", long: "`param` is always present and names the parameter." },
  optional: { short: "May be present", long: "`param` may be present; it then names the parameter." },
  never: { short: "Never present", long: "`param` is never present." },
};

/** Which operations declare the code. */
export const APPLIES_TO_LABELS: Readonly<Record<AppliesTo, string>> = {
  always: "every operation",
  query: "operations with query parameters",
  body: "operations with a body",
  "required-body": "operations whose body has a required field",
  write: "operations that create, change or delete",
  "path-id": "operations on one resource, named in the path",
  explicit: "the operations that list it",
};
