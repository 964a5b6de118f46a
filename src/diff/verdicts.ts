/** What a change does to programs of one kind: those that are running, or those that are compiled against the types. */
export type Effect = "breaking" | "safe";

/** The step of the version that a change asks for, the largest first (https://semver.org). `none`: no user notices it. */
export const BUMPS = ["major", "minor", "patch", "none"] as const;
export type Bump = (typeof BUMPS)[number];

export interface Verdict {
  /** For programs that are running, and that ignore unknown fields and codes as the contract asks. */
  runtime: Effect;
  /** For programs that compile an exhaustive `switch`, or that name a type of the contract. */
  types: Effect;
  bump: Bump;
}

const BREAKS_BOTH: Verdict = { runtime: "breaking", types: "breaking", bump: "major" };
const BREAKS_PROGRAMS: Verdict = { runtime: "breaking", types: "safe", bump: "major" };
/** A name that programs were compiled against is gone. */
const NAME_GONE: Verdict = { runtime: "safe", types: "breaking", bump: "major" };
/** An exhaustive `switch` no longer covers the set exactly; a program that is running does not notice. */
const SET_CHANGED: Verdict = { runtime: "safe", types: "breaking", bump: "minor" };
/** Calls that a new client no longer takes, which the compiler points out one by one; requests stay the same. */
const CALLS_CHANGED: Verdict = { runtime: "safe", types: "breaking", bump: "minor" };
const SAFE: Verdict = { runtime: "safe", types: "safe", bump: "minor" };
const WORDS: Verdict = { runtime: "safe", types: "safe", bump: "patch" };
const WARNING: Verdict = { runtime: "safe", types: "safe", bump: "none" };

/**
 * Every kind of change that the error half distinguishes, with its verdict. docs/policy-of-changes.md states the same table for
 * people, and a test holds it against this one.
 */
export const VERDICTS = {
  "code-removed": NAME_GONE,
  "code-renamed": BREAKS_BOTH,
  "code-added": SET_CHANGED,
  "code-unused": SET_CHANGED,
  "code-used": SET_CHANGED,
  "code-status-changed": BREAKS_PROGRAMS,
  "code-type-changed": BREAKS_BOTH,
  "code-retired-reused": BREAKS_BOTH,
  "type-added": SET_CHANGED,
  "type-removed": NAME_GONE,
  "operation-code-added": SET_CHANGED,
  "operation-code-removed": SET_CHANGED,
  "operation-removed": BREAKS_BOTH,
  "operation-added": SAFE,
  "operation-id-changed": NAME_GONE,
  "path-parameter-renamed": NAME_GONE,
  "client-arguments-moved": CALLS_CHANGED,
  "response-added": SET_CHANGED,
  "response-removed": SET_CHANGED,
  "status-collapsed": BREAKS_BOTH,
  "status-split": SET_CHANGED,
  "media-type-changed": BREAKS_BOTH,
  "field-removed": BREAKS_BOTH,
  "field-added": SAFE,
  "field-optional": BREAKS_BOTH,
  "field-required": SAFE,
  "field-type-changed": BREAKS_BOTH,
  "field-narrowed": SAFE,
  "param-rule-changed": SAFE,
  "header-removed": BREAKS_BOTH,
  "header-added": SAFE,
  "header-optional": BREAKS_BOTH,
  "header-required": SAFE,
  "header-type-changed": BREAKS_BOTH,
  "header-narrowed": SAFE,
  "retry-changed": SAFE,
  "retry-after-dropped": BREAKS_PROGRAMS,
  "retry-after-added": SAFE,
  "doc-url-changed": BREAKS_BOTH,
  "limit-lowered": BREAKS_PROGRAMS,
  "limit-raised": SAFE,
  "key-prefix-removed": BREAKS_PROGRAMS,
  "key-prefix-added": SAFE,
  "key-kind-changed": BREAKS_PROGRAMS,
  "text-changed": WORDS,
  "since-mismatch": WARNING,
  "retired-entry-removed": WARNING,
} as const satisfies Record<string, Verdict>;

export type ChangeId = keyof typeof VERDICTS;

/** Changes whose verdict is worse under a condition, which a person reads in the table of the policy. */
export const WORSE = {
  "code-added": { when: "split from a code that programs know", ...BREAKS_BOTH },
  "param-rule-changed": { when: "the rule promises less", ...BREAKS_BOTH },
} as const satisfies Partial<Record<ChangeId, Verdict & { when: string }>>;

/** The larger of two steps. */
export function largerBump(a: Bump, b: Bump): Bump {
  return BUMPS.indexOf(a) < BUMPS.indexOf(b) ? a : b;
}
