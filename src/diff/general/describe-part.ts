import { valueAt } from "../../document/index.ts";
import { quote } from "../words.ts";
import type { DocumentPair } from "./canonical-document.ts";
import type { RedoclyChange } from "./redocly.ts";

/** What a pointer into a canonical document leads to, in words: `the field "data.status" of responses`. */
export function describePart(
  keys: readonly string[],
  change: RedoclyChange,
  documents: DocumentPair,
): string {
  const [root, path = "", method = "", section] = keys;
  if (root === "servers") return "the server";
  if (root === "security" || section === "security") return "the security requirement";
  if (root === "components") return `the security scheme ${quote(keys[2] ?? "")}`;
  const operation = `${method.toUpperCase()} ${path}`;
  if (section === "parameters") return describeParameter(keys, change, documents);
  if (section === "requestBody") return describeBody("the request body", keys);
  if (section === "responses") return describeResponse(keys, change);
  return method === "" ? `the path ${quote(path)}` : `the operation ${quote(operation)}`;
}

function describeParameter(
  keys: readonly string[],
  change: RedoclyChange,
  { base, head }: DocumentPair,
): string {
  const index = Number(keys[4]);
  const sides = change.revision ? head : base;
  const pointer = (change.revision ?? change.base)?.pointer ?? "";
  const found = /\/parameters\/(\d+)/.exec(pointer)?.[1] ?? String(index);
  const parameter = valueAt(sides, [...keys.slice(0, 4), found]) as
    | { name?: string; in?: string }
    | undefined;
  const field = fieldPath(keys.slice(5));
  const name = `the ${parameter?.in ?? ""} parameter ${quote(parameter?.name ?? "")}`;
  return field === "" ? name : `the part ${quote(field)} of ${name}`;
}

function describeBody(whole: string, keys: readonly string[]): string {
  const field = fieldPath(keys);
  return field === "" ? whole : `the field ${quote(field)} of ${whole}`;
}

function describeResponse(keys: readonly string[], { property }: RedoclyChange): string {
  const [, , , , status = "", part, name = ""] = keys;
  if (part === undefined && property === "key") return "the successful response";
  if (part === "headers") return `the header ${quote(name)} of the response ${quote(status)}`;
  return describeBody(`the response ${quote(status)}`, keys.slice(5));
}

/** The path of a field, such as `data[].status`, out of the keys of a pointer into a schema. */
function fieldPath(keys: readonly string[]): string {
  const parts: string[] = [];
  for (let index = keys.indexOf("schema") + 1; index > 0 && index < keys.length; index++) {
    const key = keys[index];
    if (key === "properties") parts.push(`.${keys[++index]}`);
    else if (key === "items") parts.push("[]");
  }
  return parts.join("").replace(/^\./, "");
}
