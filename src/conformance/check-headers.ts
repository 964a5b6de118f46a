import { parseHttpDate } from "../http/http-date.ts";
import type { ResponseFacts } from "./facts.ts";
import type { HeaderLookup } from "./headers.ts";
import { type Found, mismatch } from "./problem.ts";
import type { ShapeOf } from "./shape.ts";

/** A header of a success or an error that is required besides `Retry-After` is missed by programs, but breaks none. */
export function checkRequiredHeaders(
  { headers = {} }: ResponseFacts,
  lookup: HeaderLookup,
  shapeOf: ShapeOf,
): Found[] {
  const missing: string[] = [];
  const found: Found[] = [];
  for (const [name, schema] of Object.entries(headers)) {
    if (name === "retry-after") continue;
    const value = lookup(name);
    if (value === undefined) missing.push(name);
    else if (!shapeOf(schema).fits(headerValue(value))) {
      const expected = shapeOf(schema).assertions[0]?.expected ?? "another value";
      const problem = mismatch("header-missing", ["headers", name], { expected, actual: "something else" });
      found.push({ ...problem, severity: "note" });
    }
  }
  if (missing.length === 0) return found;
  const keys = missing.length === 1 ? ["headers", ...missing] : ["headers"];
  const names = missing.map((name) => `\`${name}\``).join(", ");
  const expected = `the header${missing.length > 1 ? "s" : ""} ${missing.join(", ")}`;
  const message = `The contract promises ${missing.length > 1 ? "headers" : "a header"} that the response does not have: ${names}.`;
  return [
    ...found,
    { ...mismatch("header-missing", keys, { expected, actual: "nothing" }), message, severity: "note" },
  ];
}

/** The value of a header as its schema means it. */
function headerValue(text: string): unknown {
  return /^\d+$/.test(text.trim()) ? Number(text) : text;
}

/** Whether the media type is the declared one; parameters such as `charset` do not matter (RFC 9110 8.3.1). */
export function checkMediaType(lookup: HeaderLookup, declared: string): Found[] {
  const value = lookup("content-type");
  if (value === undefined) {
    const problem = mismatch("header-missing", ["headers", "content-type"], {
      expected: declared,
      actual: "missing",
    });
    return [{ ...problem, severity: "note" }];
  }
  const essence = (value.split(";")[0] ?? "").trim().toLowerCase();
  if (essence === declared.toLowerCase()) return [];
  const actual = /^[\w.+-]{1,64}\/[\w.+-]{1,64}$/.test(essence) ? essence : "no media type";
  return [mismatch("media-type", ["headers", "content-type"], { expected: declared, actual })];
}

/**
 * Whether `Retry-After` says how long to wait, as the contract has it: whole seconds. RFC 9110 10.2.3 allows a date too,
 * which is noted.
 */
export function checkRetryAfter(lookup: HeaderLookup): Found[] {
  const keys = ["headers", "retry-after"];
  const expected = "a whole number of seconds";
  const value = lookup("retry-after");
  // A comma before ` 06 Nov` or ` 06-Nov` belongs to a date.
  const values = [...new Set((value ?? "").split(/,(?! \d\d[ -][A-Z])/).map((item) => item.trim()))];
  const [only = ""] = values;
  const wrong = (actual: string) => [mismatch("retry-after-missing", keys, { expected, actual })];
  if (value === undefined) return wrong("missing");
  if (values.length > 1) return wrong("two different values");
  if (/^\d+$/.test(only)) return [];
  if (parseHttpDate(only) !== undefined) {
    return [{ ...mismatch("retry-after-date", keys, { expected, actual: "a date" }), severity: "note" }];
  }
  if (only === "") return wrong("empty");
  return wrong(/^[\w.:+ -]{1,32}$/.test(only) ? JSON.stringify(only) : "something else");
}
