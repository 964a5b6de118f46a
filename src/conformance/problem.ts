/** What can be wrong with a response. Names are part of the tools' interface: add to them, never change them. */
export type RuleId =
  | "not-json"
  | "not-envelope"
  | "success-flag"
  | "meta-missing"
  | "field-missing"
  | "field-type"
  | "field-unknown"
  | "unknown-type"
  | "unknown-code"
  | "type-mismatch"
  | "status-mismatch"
  | "doc-url"
  | "request-id-format"
  | "request-id-mismatch"
  | "param-missing"
  | "param-unexpected"
  | "retry-after-missing"
  | "retry-after-date"
  | "header-missing"
  | "media-type"
  | "undeclared-code"
  | "undeclared-status"
  | "unknown-operation";

/** Something about a response that the contract does not allow, or does not know. */
export interface Problem {
  rule: RuleId;
  /** RFC 6901, into the response: `/body/error/param`, `/headers/retry-after`, `/status`. */
  pointer: string;
  expected: string;
  /** What is there, described; of a body nothing is repeated but words that stand where the contract has words. */
  actual: string;
  /** For people: what was found and what was expected. */
  message: string;
  /** A `note` is no fault: the contract lets responses grow. */
  severity: "error" | "note";
  code?: string;
  operation?: string;
}

/** What a rule finds; code and operation are added to it at the end. */
export type Found = Omit<Problem, "code" | "operation">;

/** The response conforms: nothing is wrong with it, though there may be notes. */
export function isConforming(problems: readonly Problem[]): boolean {
  return problems.every(({ severity }) => severity === "note");
}

/** Writes keys as an RFC 6901 pointer. */
export function toPointer(keys: readonly string[]): string {
  return keys.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** A problem with a value: it must be something, and is something else. */
export function mismatch(
  rule: RuleId,
  keys: readonly string[],
  { expected, actual, subject = nameOf(keys) }: { expected: string; actual: string; subject?: string },
): Found {
  const message = `${subject} must be ${expected}; it is ${actual}.`;
  return { rule, pointer: toPointer(keys), expected, actual, message, severity: "error" };
}

/** `error.message` for a member of the body, `Retry-After` for a header. */
export function nameOf([part, ...keys]: readonly string[]): string {
  if (part === "headers") return `\`${keys.join().replace(/(^|-)[a-z]/g, (first) => first.toUpperCase())}\``;
  if (part !== "body") return `The ${part}`;
  return keys.length === 0 ? "The body" : `\`${keys.join(".")}\``;
}
