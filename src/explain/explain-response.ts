import {
  type ConformanceFacts,
  checkResponse,
  type EnvelopeNames,
  isConforming,
  type Problem,
} from "../conformance/index.ts";
import type { ErrorTable } from "./error-table.ts";
import { type CodeExplanation, explainCode, type UnknownCode, unknownCode } from "./explain-code.ts";
import { type RawHttpResponse, readResponse } from "./read-response.ts";
import { type RetryTime, retryTime } from "./retry-time.ts";

/** All that explaining draws on: texts for people, and what the check of responses needs. */
export interface Knowledge {
  table: ErrorTable;
  facts: ConformanceFacts;
}

/** What a pasted response was, and what to do about it. */
export interface ResponseExplanation {
  status?: number;
  statusMeaning?: string;
  code?: string;
  message?: string;
  param?: string;
  requestId?: string;
  /** All about the code, when it is a known one. */
  explanation?: CodeExplanation;
  /** When the code is not known: which ones may have been meant. */
  unknown?: UnknownCode;
  /** When there is no known code: those that come with this status, if any. */
  codesOfStatus?: string[];
  retry?: RetryTime;
  /** Pointers are into the body when there was nothing else, into the response (`/headers/…`, `/body/…`) otherwise. */
  problems: Problem[];
}

/** Explains a pasted error body or HTTP response; undefined when it is neither. */
export function explainResponse(
  { table, facts }: Knowledge,
  pasted: string,
): ResponseExplanation | undefined {
  const response = readResponse(pasted);
  if (response === undefined) return undefined;
  const { status, body, headers } = response;
  const { fields, meta, metaFields } = facts.envelope;
  const error = errorObjectOf(body, facts.envelope);
  const code = textOf(error?.[fields.code]);
  const explanation = code === undefined ? undefined : explainCode(table, code);
  const ofMeta = isObject(body) && isObject(body[meta]) ? body[meta][metaFields.requestId] : undefined;
  return {
    ...present({
      status,
      statusMeaning: status === undefined ? undefined : table.statuses[status],
      code,
      message: textOf(error?.[fields.message]),
      param: textOf(error?.[fields.param]),
      requestId: textOf(error?.[fields.requestId]) ?? textOf(ofMeta) ?? headers.get("x-request-id"),
      explanation,
      unknown: code === undefined || explanation ? undefined : unknownCode(table, code),
      codesOfStatus: explanation ? undefined : codesOf(table, status),
      retry: explanation && retryTime(explanation.retry, response),
    }),
    problems: problemsOf(facts, response),
  };
}

/** Whether the response is one that the contract allows. */
export function isSound({ problems }: ResponseExplanation): boolean {
  return isConforming(problems);
}

function problemsOf(facts: ConformanceFacts, { status, headers, text, body }: RawHttpResponse): Problem[] {
  if (status !== undefined)
    return checkResponse(facts, { status, headers, ...(body === undefined ? { text } : { body }) });
  return checkResponse(facts, { body }).map((problem) => ({
    ...problem,
    pointer: problem.pointer.replace(/^\/body/, ""),
  }));
}

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object that says what went wrong, wherever it stands in a body; undefined when there is none. */
function errorObjectOf(body: unknown, { error, fields }: EnvelopeNames): Json | undefined {
  if (!isObject(body)) return undefined;
  const inside = body[error];
  if (isObject(inside)) return inside;
  return typeof body[fields.code] === "string" ? body : undefined;
}

function codesOf({ errors }: ErrorTable, status: number | undefined): string[] | undefined {
  const codes = errors.filter((row) => row.status === status).map(({ code }) => code);
  return codes.length > 0 ? codes : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function present<T extends Record<string, unknown>>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Present<T>;
}
