import type { StandardIssue } from "./standard-schema.ts";

/** An error object of Ajv, as far as it is read here. */
export interface AjvIssue {
  readonly instancePath: string;
  readonly params?: object;
}

/** One thing that a validator found wrong. */
export type Issue = StandardIssue | AjvIssue;

/**
 * The keys that lead from the input to what is wrong. They end at a value that cannot have the key that follows, such as
 * a list where an object belongs: some validators look for the fields of the object in the list all the same.
 */
export function issuePath(issue: Issue, input: unknown): PropertyKey[] {
  const path = "instancePath" in issue ? ajvPath(issue) : standardPath(issue);
  let at = input;
  const end = path.findIndex((key) => {
    const wrong = at !== undefined && !canHave(at, key);
    at = member(at, key);
    return wrong;
  });
  return end < 0 ? path : path.slice(0, end);
}

function canHave(value: unknown, key: PropertyKey): boolean {
  if (Array.isArray(value)) return /^\d+$/.test(String(key));
  return typeof value === "object" && value !== null;
}

// `Array.from`, because the path of arktype is a subclass of Array whose own `map` is wrong when it is empty.
function standardPath({ path = [] }: StandardIssue): PropertyKey[] {
  return Array.from(path, (segment) => (typeof segment === "object" ? segment.key : segment));
}

// Ajv reports these keywords at the object and puts the property that they are about into `params`.
const NAMED = ["missingProperty", "additionalProperty", "unevaluatedProperty", "propertyName"];

function ajvPath({ instancePath, params = {} }: AjvIssue): PropertyKey[] {
  const keys = instancePath.split("/").slice(1).map(decodeSegment);
  const name = NAMED.map((key) => Reflect.get(params, key)).find((value) => typeof value === "string");
  return name === undefined ? keys : [...keys, name];
}

/** A reference token of a JSON pointer (RFC 6901, 4). */
function decodeSegment(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** Longer names can only come from the input itself, and are of no use to anybody. */
const LONGEST = 200;

/** The path as `param` has it: `customer.email`, `tags[1]`; `whole` for the input itself. */
export function paramName(path: readonly PropertyKey[], input: unknown, whole: string): string {
  let name = "";
  let at = input;
  for (const key of path) {
    const inList = typeof key === "number" || Array.isArray(at);
    name += inList ? `[${String(key)}]` : `${name && "."}${String(key)}`;
    at = member(at, key);
  }
  if (name === "") return whole;
  return name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
}

/** Whether the input has nothing at the path: no such key, or `undefined`. A `null` is a value. */
export function isAbsent(path: readonly PropertyKey[], input: unknown): boolean {
  return path.length > 0 && path.reduce(member, input) === undefined;
}

/** The own member of a value, since a body has no other. */
function member(value: unknown, key: PropertyKey): unknown {
  const own = typeof value === "object" && value !== null && Object.hasOwn(value, key);
  return own ? Reflect.get(value, key) : undefined;
}
