import type { RuleInfo } from "../report/rule-info.ts";
import { RULE_PAGES, rules } from "../rules/rules.ts";
import { isSpectralRule } from "./same-fault.ts";

/** What the readers of the files and of the facts, and the lint itself, report. */
const OWN: Readonly<Record<string, string>> = {
  catalog: "The catalog of the client says of each code what the document says.",
  "client-keys": "The client can tell what the keys of the API begin with.",
  "client-method": "Every operation is a method of the client, called as its operationId says.",
  "client-names": "The names of the client's types differ.",
  "client-query": "Every query can be written in the one way that the client has.",
  "client-types": "Every body of a request and every success is of a type that the client can have.",
  "config-not-applied": "The configuration of the linters runs no code and asks no network.",
  "contract-code": "Every code is in the enum of codes and has one schema, which a response carries.",
  "contract-envelope": "The schema that all error responses share names the fields of the envelope.",
  "contract-example":
    "An example of every error can be composed of what its schemas say, and is such a response.",
  "contract-fact": "Every fact is there and of its kind.",
  "contract-file-name": "The file of a code has its name.",
  "contract-schema": "Every schema of a response is one that responses can be checked by.",
  "contract-type": "The type of every code is in the enum of types.",
  "envelope-schema": "The envelope of errors can be written as one schema on its own.",
  "extension-registered": "Every extension is registered, fits its schema, and is used.",
  "linter-failed": "Every linter can cope with the document.",
  "openapi-3-0": "Everything has a counterpart in OpenAPI 3.0.",
  "ref-circular": "Every $ref ends at a value.",
  "ref-dangling": "Every $ref points at something.",
  "ref-external": "Every $ref leads to a file of the document.",
  "sandbox-success": "Every operation declares a success, which the sandbox can return.",
  "schema-circular": "No schema contains itself without a property or an item in between.",
  "schema-keyword":
    "Every keyword of a schema is one of JSON Schema or OpenAPI, with a value that it can have.",
  "server-message":
    "Every code has a text for the server, with its parameter and without, as it may have one.",
  "source-bundle": "All files together make one document.",
  "source-empty": "Something stands in every file of the document.",
  "source-kind": "The document is OpenAPI.",
  "source-syntax": "Every file of the document is valid YAML or JSON.",
  "source-unreadable": "Every file of the document can be read.",
  "source-unreached": "Every file belongs to the document.",
  "suppression-reason": "A comment that allows a finding names the rule and a reason.",
  "suppression-unused": "A comment that allows a finding has one to allow.",
};

/** The rules without a page of their own: those of the readers, of the lint itself and of the project. */
export const lintRules: readonly string[] = Object.keys(OWN);

/** What is known of a rule, whoever has it. */
export function describeRule(id: string): RuleInfo {
  const own = rules.find((rule) => rule.id === id);
  if (own) return { description: own.description, url: `${RULE_PAGES}/${id}.md` };
  if (Object.hasOwn(OWN, id)) return { description: OWN[id] ?? "", url: `${RULE_PAGES}/README.md` };
  if (isSpectralRule(id)) {
    const url = `https://meta.stoplight.io/docs/spectral/docs/reference/openapi-rules.md#${id.toLowerCase()}`;
    return { description: `${words(id)}.`, owner: "Spectral", url };
  }
  return {
    description: `${words(id)}.`,
    owner: "Redocly",
    url: `https://redocly.com/docs/cli/rules/oas/${id}`,
  };
}

/** The name of a rule is what there is to say of it without loading its linter. */
function words(id: string): string {
  const text = id.replaceAll("-", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
