import type { Contract } from "../../src/contract/index.ts";
import { type ClientMethod, type Namespace, shapeClient } from "../names/client-methods.ts";
import { banner } from "../render/banner.ts";
import { tsComment, tsProperty, tsString } from "../render/escape.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";
import { operationTypes, schemasWithin } from "./client-types.ts";
import { explodesLists } from "./query-lists.ts";

/** The client: a method per operation, and openapi-fetch's client with the same resilience. */
export function emitClient({ contract, bundle }: EmitInput): OutputFile[] {
  return [{ path: "client.ts", content: client(contract, bundle) }];
}

function client(contract: Contract, bundle: unknown): string {
  const { own, root } = shapeClient(contract);
  const types = contract.operations.map((operation) => ({ operation, types: operationTypes(operation) }));
  const names = schemasWithin(
    types.flatMap(({ types: { schemas } }) => schemas),
    bundle,
  );
  const queries = types.flatMap(({ operation: { id }, types: { query } }) =>
    query
      ? [`export type ${query} = NonNullable<operations[${tsString(id)}]["parameters"]["query"]>;\n`]
      : [],
  );
  const omitted = own.map(tsString).join(" | ") || "never";
  return `${banner("//")}
import type { Client as FetchClient } from "openapi-fetch";
import {
  type Api,
  assertId,
  bindMethods,
  createCaller,
  createResilientFetch,
  type RequestOptions,
  type Result,
  resolveOptions,
  type Route,
  type Runtime,
  runtime,
  type TransportOptions,
} from "../src/client/index.ts";
import {
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

${names.map((name) => `export type ${name} = Schemas[${tsString(name)}];\n`).join("")}
${queries.join("")}
export interface ClientOptions extends TransportOptions {
${own.map((name) => `  /** Sent in the path of every request. */\n  ${name}: string;\n`).join("")}}

${interfaces(root, "Client")}
const api: Api = {
  catalog: errorCatalog,
  keyPrefixes,
  CStarError: errorClass,
  baseUrl: defaultBaseUrl,
  envelope,
  explodeLists: ${explodesLists(contract)},
};

${routes(contract, root)}
/**
 * A client with a method per operation. Its methods return a \`Result\` and never throw.
 * @throws TypeError when an option is wrong; it never quotes a value.
 */
export function createClient(options: ClientOptions): Client {
  return createClientOn(runtime, options);
}

/**
 * openapi-fetch's own client with the same resilience: declared errors of the API come back as its \`error\`, everything
 * else is thrown as \`CStarError\`, and bodies arrive buffered.
 * @throws TypeError when an option is wrong; it never quotes a value.
 */
export function createFetchClient(options: Omit<ClientOptions, ${omitted}>): FetchClient<paths> {
  return createFetchClientOn(runtime, options);
}

/** Not public: \`createClient\` with time and chance handed in. */
export function createClientOn(runtime: Runtime, options: ClientOptions): Client {
  const client = resolveOptions(api, options, runtime);
${own.length > 0 ? `  const { ${own.join(", ")} } = options;\n` : ""}${own.map((name) => `  assertId(${tsString(name)}, ${name});\n`).join("")}  return bindMethods<Client>(createCaller(client, { ${own.join(", ")} }), routes);
}

/** Not public: \`createFetchClient\` with time and chance handed in. */
export function createFetchClientOn(runtime: Runtime, options: TransportOptions): FetchClient<paths> {
  return createResilientFetch<paths>(resolveOptions(api, options, runtime), Object.values(routes));
}
`;
}

/** One interface per namespace, the inner ones first. */
function interfaces({ methods, children }: Namespace, name: string): string {
  const inner = (child: Namespace) => `${name === "Client" ? "" : name}${capital(child.name)}`;
  return [
    ...children.map((child) => interfaces(child, inner(child))),
    `export interface ${name} {\n`,
    ...methods.map(signature),
    ...children.map((child) => `  readonly ${tsProperty(child.name)}: ${inner(child)};\n`),
    "}\n\n",
  ].join("");
}

function signature(method: ClientMethod): string {
  const { operation, name } = method;
  const { data, item, list } = operationTypes(operation);
  const result = `Promise<Result<${data}, OperationErrorCode<${tsString(operation.id)}>>>`;
  const fails = operation.codes.join(", ") || "nothing of the API's own";
  const lines = [
    operation.summary,
    "",
    operation.description,
    "",
    `Fails with ${fails}; or with a code of the client.`,
  ];
  const text = `${comment(lines.join("\n"))}  ${tsProperty(name)}(${parameters(method)}): ${result};\n`;
  if (!list || !hasPages(method)) return text;
  const walk = `${operation.summary}: all of them, page by page, as they are asked for.\n\n@throws CStarError, as in \`list\``;
  return `${text}${comment(walk)}  iterate(${parameters(method)}): AsyncGenerator<${item}, void, undefined>;\n`;
}

function parameters({ operation, ids }: ClientMethod): string {
  const { body, query } = operationTypes(operation);
  const bodyMark = operation.body?.required === false ? "?" : "";
  return [
    ...ids.map((id) => `${id}: string`),
    ...(body ? [`body${bodyMark}: ${body}`] : []),
    ...(query ? [`query?: ${query}`] : []),
    "options?: RequestOptions",
  ].join(", ");
}

function hasPages({ operation }: ClientMethod): boolean {
  return operation.parameters.some((parameter) => parameter.in === "query" && parameter.name === "page");
}

/** The table that the run time works by. What all operations declare is written once: every byte is shipped. */
function routes({ operations }: Contract, root: Namespace): string {
  const [first, ...others] = operations.map(({ codes }) => codes);
  const common = (first ?? []).filter((code) => others.every((codes) => codes.includes(code)));
  return `/** What every operation can return. */
const common = [${common.map(tsString).join(", ")}] as const;

/** By the name of the method. */
const routes = {
${rows(root, "", common).join("")}} as const satisfies Record<string, Route<ErrorCode>>;

`;
}

function rows({ methods, children }: Namespace, space: string, common: readonly string[]): string[] {
  const own = methods.map((method) => {
    const { name, operation, ids } = method;
    const { body, query, list } = operationTypes(operation);
    const codes = operation.codes
      .filter((code) => !common.includes(code))
      .map((code) => `, ${tsString(code)}`);
    const fields = [
      `method: ${tsString(operation.method.toUpperCase())}`,
      `path: ${tsString(operation.path)}`,
      ...(body ? ["body: true"] : []),
      ...(query ? ["query: true"] : []),
      ...(list ? ["list: true"] : []),
      ...(list && hasPages(method) ? [`pages: ${ids.length + (body ? 1 : 0)}`] : []),
      `codes: [...common${codes.join("")}]`,
    ];
    return `  ${tsString(`${space}${name}`)}: { ${fields.join(", ")} },\n`;
  });
  return [...own, ...children.flatMap((child) => rows(child, `${space}${child.name}.`, common))];
}

function comment(text: string): string {
  const lines = tsComment(text).trim().split("\n");
  return `  /**\n${lines.map((line) => `   * ${line}`.trimEnd()).join("\n")}\n   */\n`;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
