import type { Contract } from "../../src/contract/index.ts";
import { banner } from "../render/banner.ts";
import { tsComment, tsLiteral, tsProperty, tsString } from "../render/escape.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";
import {
  type ClientPlan,
  ITERATE,
  type PlannedMethod,
  type PlannedNamespace,
  planClient,
} from "./client-plan.ts";
import { allRoutes, printRoutes } from "./client-routes.ts";

/**
 * The client: a method per operation, and openapi-fetch's client with the same resilience.
 * @throws Error when the client cannot have an operation; whoever wants findings plans the client first.
 */
export function emitClient(input: EmitInput): OutputFile[] {
  return [{ path: "client.ts", content: client(input.contract, planClient(input)) }];
}

function client(
  { operations, pagination }: Contract,
  { own, root, models, queries, explodeLists, words }: ClientPlan,
): string {
  const omitted = own.map(({ option }) => tsString(option)).join(" | ") || "never";
  const ids = own.map(({ name, option }) => `${tsProperty(name)}: ${member("options", option)}`).join(", ");
  return `${banner("//")}
import type { Client as OpenapiFetchClient } from "openapi-fetch";
import {
  type Api,
  bindMethods,
  createCaller,
  createResilientFetch,
  type RequestOptions,
  type Result,
  resolveOptions,
  type Route,
  type TransportOptions,
} from "../src/client/index.ts";
import {
  contractVersion,
  defaultBaseUrl,
  envelope,
  errorCatalog,
  errorClass,
  keyPrefixes,
  type ErrorCode,
  type OperationErrorCode,
} from "./catalog.ts";
import type { components, operations, paths } from "./types.ts";

type Schemas = components["schemas"];
type Schema<Name extends keyof Schemas> = Schemas[Name];

${models.map(model).join("")}
${queries.map(({ type, operation }) => `export type ${type} = NonNullable<operations[${tsString(operation)}]["parameters"]["query"]>;\n`).join("")}
export interface ClientOptions extends TransportOptions {
${own.map(({ option }) => `  /** Sent in the path of every request; a function is asked for it whenever a call is made. */\n  ${tsProperty(option)}: string | (() => string);\n`).join("")}}

${printInterfaces(root)}/** openapi-fetch's client of the paths of the contract. */
export interface FetchClient extends OpenapiFetchClient<paths> {}

const api: Api = {
  catalog: errorCatalog,
  keyPrefixes,
  CStarError: errorClass,
  baseUrl: defaultBaseUrl,
  envelope,
  pagination: ${tsLiteral(pagination)},
  explodeLists: ${explodeLists},
  userAgent: \`cstar-api-contract/\${contractVersion}\`,
  words: () => [
    ...Object.entries(errorCatalog).flatMap(([code, { type }]) => [code, type]),
    ...${tsString(words.join(" "))}.split(" "),
  ],
};

${printRoutes(operations, root)}
/**
 * A client with a method per operation. Its methods return a \`Result\` and never throw.
 * @throws TypeError when an option is wrong; it never quotes a value.
 */
export function createClient(options: ClientOptions): Client {
  const context = resolveOptions(api, options);
  return bindMethods<Client>(context, createCaller(context, { ${ids} }), routes);
}

/**
 * openapi-fetch's own client with the same resilience: declared errors of the API come back as its \`error\`, everything
 * else is thrown as \`CStarError\`, and bodies arrive buffered.
 * @throws TypeError when an option is wrong; it never quotes a value.
 */
export function createFetchClient(options: Omit<ClientOptions, ${omitted}>): FetchClient {
  return createResilientFetch<paths>(resolveOptions(api, options), ${allRoutes(operations)});
}
`;
}

function model({ type, schema, description, kind }: ClientPlan["models"][number]): string {
  const text = description === "" ? "" : comment(description, "");
  const schemaType = `Schema<${tsString(schema)}>`;
  return kind === "interface"
    ? `${text}export interface ${type} extends ${schemaType} {}\n`
    : `${text}export type ${type} = ${schemaType};\n`;
}

/** One interface per namespace, the inner ones first. */
function printInterfaces({ type, methods, children }: PlannedNamespace): string {
  return [
    ...children.map(printInterfaces),
    `export interface ${type} {\n`,
    ...methods.map(signature),
    ...children.map((child) => `  readonly ${tsProperty(child.name)}: ${child.type};\n`),
    "}\n\n",
  ].join("");
}

function signature(method: PlannedMethod): string {
  const { operation, name, data, item, paged } = method;
  const result = `Promise<Result<${data}, OperationErrorCode<${tsString(operation.id)}>>>`;
  const fails = operation.codes.join(", ") || "no code of the API";
  const parts = [
    operation.summary,
    operation.description,
    `Fails with ${fails}; or with a code of the client.`,
  ];
  const text = `${comment(parts.filter((part) => part !== "").join("\n\n"))}  ${tsProperty(name)}(${parameters(method)}): ${result};\n`;
  if (!paged) return text;
  const walk = `${operation.summary.replace(/\.$/, "")}: all of them, page by page, as they are asked for.\n\n@throws CStarError, as in \`${name}\``;
  return `${text}${comment(walk)}  ${ITERATE}(${parameters(method)}): AsyncGenerator<${item}, void, undefined>;\n`;
}

function parameters({ operation, ids, body, query }: PlannedMethod): string {
  const needsQuery = operation.parameters.some((one) => one.in === "query" && one.required);
  const given = [
    ...ids.map((id) => ({ name: id, type: "string", needed: true })),
    ...(body === undefined ? [] : [{ name: "body", type: body, needed: operation.body?.required !== false }]),
    ...(query === undefined ? [] : [{ name: "query", type: query, needed: needsQuery }]),
    { name: "options", type: "RequestOptions", needed: false },
  ];
  // A parameter that may be left out cannot come before one that must be given.
  const lastNeeded = given.findLastIndex(({ needed }) => needed);
  const texts = given.map(({ name, type, needed }, index) => {
    if (needed) return `${name}: ${type}`;
    return index < lastNeeded ? `${name}: ${type} | undefined` : `${name}?: ${type}`;
  });
  return texts.join(", ");
}

function comment(text: string, indent = "  "): string {
  const lines = tsComment(text).trim().split("\n");
  const [only] = lines;
  if (lines.length === 1) return `${indent}/** ${only} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}

/** Access to a member of an object. */
function member(object: string, name: string): string {
  return tsProperty(name) === name ? `${object}.${name}` : `${object}[${tsString(name)}]`;
}
