import type { ErrorCode } from "../../generated/catalog.ts";
import type { ServerTable } from "./table.ts";

const PARAM = "{param}";

/** The contract's own text for a code: the first of its templates whose placeholders are known. */
export function defaultMessage({ messages }: ServerTable, code: ErrorCode, param?: string): string {
  const template = messages[code].find((text) => param !== undefined || !text.includes(PARAM)) ?? code;
  // A function, because `$&` in a replacement text has a meaning.
  return param === undefined ? template : template.replaceAll(PARAM, () => param);
}
