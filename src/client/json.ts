/** What stands in a JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** Apart from arrays. */
export function isObject(value: unknown): boolean {
  return Object(value) === value && !Array.isArray(value);
}

/** The fields of anything: what is no object has none of those that are asked for. */
export function fieldsOf(value: unknown): Json {
  return Object(value);
}
