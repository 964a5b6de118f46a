import { valueAt } from "../../document/index.ts";
import { quote } from "../words.ts";
import type { DocumentPair } from "./canonical-document.ts";
import { keysOf, type RedoclyChange } from "./redocly.ts";

/** What a change of a canonical document is about, in words: ``the field `data.status` of the response `200` ``. */
export function describePart(change: RedoclyChange, documents: DocumentPair): string {
  const [root, path = "", method = "", section = "", ...rest] = keysOf(change.path);
  if (root === "servers") return describeServer([path, method, section]);
  if (root === "components") return `the security scheme ${quote(method)}`;
  const operation = `the operation ${quote(`${method.toUpperCase()} ${path}`)}`;
  const [first = "", ...inner] = rest;
  switch (section) {
    case "servers":
      return `${describeServer(rest)} of ${operation}`;
    case "security":
      return "the security requirement";
    case "parameters":
      return describeSchema(inner, { name: parameterOf(change, documents), part: "part" });
    case "requestBody":
      return describeMessage(rest, "the request body");
    case "responses":
      return change.property === "key"
        ? "the successful response"
        : describeMessage(inner, `the response ${quote(first)}`);
    default:
      return operation;
  }
}

function describeServer([index, , variable]: readonly string[]): string {
  if (index === undefined) return "the list of servers";
  return variable ? `the variable ${quote(variable)} of the server` : "the server";
}

/** Where the list of parameters has it: its number may be another one on the other side. */
function parameterOf({ base, revision }: RedoclyChange, documents: DocumentPair): string {
  const [document, side] = revision ? [documents.head, revision] : [documents.base, base];
  const found = valueAt(document, keysOf(side?.pointer ?? "").slice(0, 5)) as { name: string; in: string };
  return `the ${found.in} parameter ${quote(found.name)}`;
}

/** A part of what is sent: a header, a media type, or what is in one. */
function describeMessage([part, key = "", ...inner]: readonly string[], message: string): string {
  if (part === "headers") {
    return describeSchema(inner, { name: `the header ${quote(key)} of ${message}`, part: "part" });
  }
  if (part !== "content") return message;
  const [section, field = ""] = inner;
  if (section === undefined) return `the media type ${quote(key)} of ${message}`;
  if (section === "encoding") return `the encoding of the field ${quote(field)} of ${message}`;
  return describeSchema(inner, { name: message, part: "field" });
}

/** A part of what a schema describes, by its path such as `data[].status`, out of the keys that lead to its schema. */
function describeSchema(keys: readonly string[], whole: { name: string; part: string }): string {
  let path = "";
  let isAlternative = false;
  for (let index = 0; index < keys.length; index++) {
    const step = { properties: `.${keys[index + 1]}`, items: "[]", additionalProperties: ".*" }[
      keys[index] ?? ""
    ];
    if (step !== undefined) {
      path += step;
      isAlternative = false;
    } else if (keys[index] === "oneOf" || keys[index] === "anyOf") isAlternative = true;
    if (keys[index] === "properties") index++; // the name of a property is no keyword
  }
  const name =
    path === "" ? whole.name : `the ${whole.part} ${quote(path.replace(/^\./, ""))} of ${whole.name}`;
  return isAlternative ? `an alternative of ${name}` : name;
}
