// The order in which people read an error. Codes with a `param` add it in a part of their own, so that no schema alone has
// all the fields in this order.
const FIRST = ["type", "code", "message", "param"];

/** Sorts the names of an error's fields; those that are not known here keep their order and follow. */
export function inReadingOrder(names: string[]): string[] {
  return [...FIRST.filter((name) => names.includes(name)), ...names.filter((name) => !FIRST.includes(name))];
}
