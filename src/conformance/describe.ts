import { isObject, type Schema } from "./schema.ts";

/**
 * Says what a value is without repeating it: a report goes to places where no body may go. Literals that can hold
 * nothing of anyone are repeated.
 */
export function describeValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "boolean" || value === null) return String(value);
  if (typeof value === "number") return "a number";
  if (typeof value === "string") return describeText(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  return isObject(value) && Object.keys(value).length === 0 ? "an empty object" : "an object";
}

function describeText(text: string): string {
  if (text === "") return "an empty string";
  if (text.trim() === "") return "a blank string";
  return `a string of ${text.length} character${text.length === 1 ? "" : "s"}`;
}

/**
 * A word that stands where the contract has a closed list of words, such as a code, or the address of a page. It is
 * repeated if it looks like one, and not like an API key.
 */
export function describeWord(value: unknown, keyPrefixes: readonly string[]): string {
  const isWord = typeof value === "string" && (WORD.test(value) || ADDRESS.test(value));
  return isWord && !keyPrefixes.some((prefix) => value.includes(prefix)) ? value : describeValue(value);
}

const WORD = /^[A-Za-z_][\w.-]{0,63}$/;
const ADDRESS = /^(?:https?:\/\/[\w.-]{1,64})?\/[\w./-]{0,64}(?:#[\w-]{0,64})?$/;

/** What a schema expects, in a few words. */
export function describeSchema(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return `one of ${schema.enum.map((one) => String(one)).join(", ")}`;
  const types = [schema.type ?? []].flat();
  return types.length > 0 ? types.map(describeType).join(" or ") : "another value";
}

const ARTICLES: Readonly<Record<string, string>> = {
  array: "a list",
  integer: "a whole number",
  null: "null",
  object: "an object",
};

function describeType(type: string): string {
  return ARTICLES[type] ?? `a ${type}`;
}
