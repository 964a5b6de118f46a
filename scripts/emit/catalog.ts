import type { Contract, ErrorFact } from "../../src/contract/index.ts";
import { banner } from "../render/banner.ts";
import { tsComment, tsLiteral, tsProperty, tsString } from "../render/escape.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";

/** The error codes as a value, and the types that go with each. */
export function emitCatalog({ contract }: Pick<EmitInput, "contract">): OutputFile[] {
  return [{ path: "catalog.ts", content: catalog(contract) }];
}

function catalog({ errors, operations, keys, baseUrl, version, envelope }: Contract): string {
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
import type { components } from "./types.ts";

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
export type ErrorType = Schemas["ErrorType"];

export type Meta = Schemas["Meta"];

export type Pagination = Schemas["Pagination"];

/** The error object that the API sends for each code. */
export interface ApiErrors {
${errors.map(({ code }) => `  ${tsProperty(code)}: Schemas[${tsString(code)}];\n`).join("")}}

/** The codes that each operation can return. */
export interface OperationErrorCodes {
${operations.map(({ id, codes }) => `  ${tsProperty(id)}: ${codes.map(tsString).join(" | ") || "never"};\n`).join("")}}

/** The codes that an operation can return, such as \`OperationErrorCode<${tsString(operations[0]?.id ?? "")}>\`. */
export type OperationErrorCode<O extends keyof OperationErrorCodes> = OperationErrorCodes[O];

/** Not public: the class of \`CStarError\` without its \`fromJSON\`, for the client. */
export const errorClass = /* @__PURE__ */ defineCStarError(errorCatalog);

/** The error of every failure. As a type it is one of its codes' errors: a \`switch\` on \`code\` narrows it. */
export const CStarError: CStarErrorConstructor = /* @__PURE__ */ withFromJSON(errorClass, errorCatalog);
export type CStarError<C extends AnyErrorCode = AnyErrorCode> = CStarErrorFor<C>;
`;
}

/**
 * What the addresses of all codes begin with; the code follows.
 * @throws Error naming the first code whose address is another.
 */
function docPage(errors: readonly ErrorFact[]): string {
  const { code: first = "", docUrl: url = "" } = errors[0] ?? {};
  const page = url.slice(0, url.length - first.length);
  const other = errors.find(({ code, docUrl }) => docUrl !== page + code);
  if (other)
    throw new Error(`${other.location.file}: doc_url must be ${page}${other.code}, like that of ${first}.`);
  return page;
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
