import type { Contract, ErrorFact, ResponseFact } from "../../src/contract/index.ts";
import { propertySchemas } from "../../src/document/index.ts";
import { type Report, refuse } from "../names/problem.ts";
import { banner } from "../render/banner.ts";
import { tsComment, tsLiteral, tsProperty, tsString } from "../render/escape.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";
import { readBundle } from "./bundle.ts";

/**
 * The error codes as a value, and the types that go with each.
 * @throws Error when `checkCatalog` reports something.
 */
export function emitCatalog(input: EmitInput): OutputFile[] {
  checkCatalog(input, refuse);
  return [{ path: "catalog.ts", content: catalog(input.contract, envelopeTypes(input)) }];
}

/** Reports each code that the catalog cannot have. */
export function checkCatalog({ contract, bundle }: EmitInput, report: Report): void {
  const { errors } = contract;
  const bundled = new Map(readBundle(bundle).contract.errors.map((error) => [error.code, error.location]));
  for (const { code, docUrl, location } of errors) {
    const problem = (message: string) => report({ rule: "catalog", severity: "error", location, message });
    if (docUrl !== docPage(errors) + code) {
      problem(
        `doc_url must be ${docPage(errors)}${code}, like that of ${errors[0]?.code}: one page describes all errors.`,
      );
    }
    if (bundled.get(code)?.pointer !== `/components/schemas/${code}`) {
      problem(
        `The schema of ${code} stands in the middle of another one: give it a file of its own, and refer to it.`,
      );
    }
  }
}

/** What the addresses of all codes begin with; the code follows. */
function docPage([first]: readonly ErrorFact[]): string {
  return first?.docUrl.slice(0, first.docUrl.length - first.code.length) ?? "";
}

/** The types of `meta` and `pagination`, as expressions. */
function envelopeTypes({ contract: { envelope }, bundle }: EmitInput): { meta: string; pagination: string } {
  const { tree, contract } = readBundle(bundle);
  const typeOf = (field: string, statuses: RegExp): string => {
    for (const { id, responses } of contract.operations) {
      for (const response of responses.filter(({ status }) => statuses.test(status))) {
        const [schema] = propertySchemas(tree.reader, response.schema, field);
        if (schema) return typeExpression(schema.location.pointer, bodyField(id, response, field));
      }
    }
    return "never";
  };
  return { meta: typeOf(envelope.meta, /^[45]/), pagination: typeOf(envelope.pagination, /^2/) };
}

/** The type of a schema: a component has a name. */
function typeExpression(pointer: string, otherwise: string): string {
  const name = /^\/components\/schemas\/([^/]+)$/.exec(pointer)?.[1];
  return name === undefined ? otherwise : `Schemas[${tsString(name)}]`;
}

function bodyField(id: string, { status, mediaType = "" }: ResponseFact, field: string): string {
  const key = /^\d+$/.test(status) ? status : tsString(status);
  return `operations[${tsString(id)}]["responses"][${key}]["content"][${tsString(mediaType)}][${tsString(field)}]`;
}

function catalog(
  { errors, types, operations, keys, baseUrl, version, envelope }: Contract,
  { meta, pagination }: { meta: string; pagination: string },
): string {
  const needsOperations = [meta, pagination].some((type) => type.startsWith("operations["));
  return `${banner("//")}
import {
  type AnyErrorCode,
  type CStarErrorConstructor,
  type CStarErrorFor,
  defineCStarError,
  type EnvelopeNames,
  withDocUrls,
  withFromJSON,
} from "../src/errors/index.ts";
import type { components${needsOperations ? ", operations" : ""} } from "./types.ts";

type Schemas = components["schemas"];

/** Version of the contract that this was made from. */
export const contractVersion = ${tsString(version)};

/** Where the API lives, unless the client is told otherwise. */
export const defaultBaseUrl = ${tsString(baseUrl)};

/** What an API key begins with. */
export const keyPrefixes = [${keys.map(({ prefix }) => tsString(prefix)).join(", ")}] as const;

/** What the parts of every body are called in JSON, by their role. */
export const envelope = ${tsLiteral(envelope)} as const satisfies EnvelopeNames;

/** What the contract says about each error code. */
export const errorCatalog = /* @__PURE__ */ withDocUrls(${tsString(docPage(errors))}, {
${errors.map(entry).join("")}});

export type ErrorCatalog = typeof errorCatalog;

/** The codes of the API's errors. */
export type ErrorCode = keyof ErrorCatalog;

/** The broad categories of the API's errors. */
export type ErrorType = ${types.map(({ type }) => tsString(type)).join(" | ") || "never"};

/** What every body says about its request. */
export type Meta = ${meta};

/** Where a page lies in its list. */
export type Pagination = ${pagination};

/** The error object that the API sends for each code. */
export interface ApiErrors {
${errors.map(({ code }) => `  ${tsProperty(code)}: Schemas[${tsString(code)}];\n`).join("")}}

/** The codes that each operation can return. */
export interface OperationErrorCodes {
${operations.map(({ id, codes }) => `  ${tsProperty(id)}: ${codes.map(tsString).join(" | ") || "never"};\n`).join("")}}

/** The codes that an operation can return, such as \`OperationErrorCode<${tsComment(tsString(operations[0]?.id ?? ""))}>\`. */
export type OperationErrorCode<O extends keyof OperationErrorCodes> = OperationErrorCodes[O];

/** Not public: the class of \`CStarError\` without its \`fromJSON\`, for the client. */
export const errorClass = /* @__PURE__ */ defineCStarError(errorCatalog);

/** The error of every failure. As a type it is one of its codes' errors: a \`switch\` on \`code\` narrows it. */
export const CStarError: CStarErrorConstructor = /* @__PURE__ */ withFromJSON(errorClass, errorCatalog);
export type CStarError<C extends AnyErrorCode = AnyErrorCode> = CStarErrorFor<C>;
`;
}

function entry({ code, type, status, title, param, retry }: ErrorFact): string {
  return `  /** ${tsComment(title)} */
  ${tsProperty(code)}: {
    type: ${tsString(type)},
    status: ${status},
    title: ${tsString(title)},
    param: ${tsString(param)},
    retry: ${tsString(retry)},
  },
`;
}
