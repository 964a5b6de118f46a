import { checkResponse } from "../conformance/check-response.ts";
import type { ConformanceFacts, EnvelopeNames } from "../conformance/facts.ts";
import { isConforming, type Problem } from "../conformance/problem.ts";
import type { ClientCodeRow } from "./client-codes.ts";
import type { ErrorTable } from "./error-table.ts";
import { type CodeExplanation, explainCode, type UnknownCode, unknownCode } from "./explain-code.ts";
import { isOfProxy, OF_A_PROXY } from "./explain-status.ts";
import { isGzip, isPage, type RawHttpResponse, readResponses } from "./read-response.ts";
import { type RetryTime, retryTime } from "./retry-time.ts";

/** All that explaining draws on: texts for people, and what the check of responses needs. */
export interface Knowledge {
  table: ErrorTable;
  facts: ConformanceFacts;
}

/** What a pasted response was, and what to do about it. */
export interface ResponseExplanation {
  /** `empty`: without a body, as it should be. `client-error`: an error that the client made itself. */
  kind: "error" | "success" | "empty" | "client-error" | "not-the-api" | "compressed" | "unknown";
  status?: number;
  statusMeaning?: string;
  code?: string;
  message?: string;
  param?: string;
  requestId?: string;
  /** All about the code, when it is a known one. */
  explanation?: CodeExplanation;
  /** All about the code, when it is one of the client's. */
  clientCode?: ClientCodeRow;
  /** When the code is not known: which ones may have been meant. */
  unknown?: UnknownCode;
  /** When there is no known code: those that come with this status, if any. */
  codesOfStatus?: string[];
  /** What to do about a response that cannot be explained. */
  advice?: string;
  retry?: RetryTime;
  /** Pointers are into the body when there was nothing else, into the response (`/headers/…`, `/body/…`) otherwise. */
  problems: Problem[];
}

/** Explains the first response in what was pasted; undefined when there is none. */
export function explainResponse(knowledge: Knowledge, pasted: string): ResponseExplanation | undefined {
  return explainResponses(knowledge, pasted)[0];
}

/** Explains every response in what was pasted. */
export function explainResponses(knowledge: Knowledge, pasted: string): ResponseExplanation[] {
  return readResponses(pasted).map((response) => explain(knowledge, response));
}

/** Whether the response is one that the contract allows. */
export function isSound({ problems, kind }: ResponseExplanation): boolean {
  return isConforming(problems) && kind !== "not-the-api" && kind !== "compressed";
}

function explain({ table, facts }: Knowledge, response: RawHttpResponse): ResponseExplanation {
  const { status, body, headers } = response;
  const { fields, meta, metaFields } = facts.envelope;
  const error = errorObjectOf(body, facts.envelope);
  const code = textOf(error?.[fields.code]);
  const explanation = code === undefined ? undefined : explainCode(table, code);
  const clientCode = table.clientErrors.find((row) => row.code === code);
  const kind = kindOf(response, { error, isClient: clientCode !== undefined, envelope: facts.envelope });
  const ofMeta = isObject(body) && isObject(body[meta]) ? body[meta][metaFields.requestId] : undefined;
  const isKnown = explanation !== undefined || clientCode !== undefined;
  return {
    kind,
    ...present({
      status,
      statusMeaning: status === undefined ? undefined : table.statuses[status],
      code,
      message: textOf(error?.[fields.message]),
      param: textOf(error?.[fields.param]),
      requestId: textOf(error?.[fields.requestId]) ?? textOf(ofMeta) ?? headers?.get("x-request-id"),
      explanation,
      clientCode,
      unknown: code === undefined || isKnown ? undefined : unknownCode(table, code),
      codesOfStatus: isKnown ? undefined : codesOf(table, status),
      advice: adviceOf(kind, response),
      retry: explanation && retryTime(explanation.retry, { headers: headers ?? new Map() }),
    }),
    problems: kind === "client-error" || kind === "compressed" ? [] : problemsOf(facts, response),
  };
}

type Json = Record<string, unknown>;

function kindOf(
  { status, text, body, headers }: RawHttpResponse,
  { error, isClient, envelope }: { error: Json | undefined; isClient: boolean; envelope: EnvelopeNames },
): ResponseExplanation["kind"] {
  // The client's error as `toJSON` has it, or its code and message in a log.
  if (isClient) return "client-error";
  if (error) return "error";
  if (isObject(body) && body[envelope.success] === true) return "success";
  if (body !== undefined) return "unknown";
  if (text !== undefined && isGzip(text)) return "compressed";
  if (headers?.has("content-encoding") && text?.includes("\ufffd")) return "compressed";
  if (!text && (status === 204 || status === 304)) return "empty";
  return isPage(text ?? "") || (status !== undefined && isOfProxy(status)) ? "not-the-api" : "unknown";
}

function adviceOf(kind: ResponseExplanation["kind"], { headers }: RawHttpResponse): string | undefined {
  if (kind === "compressed")
    return "The body is compressed: call curl with `--compressed`, and paste what it prints then.";
  if (kind !== "not-the-api") return undefined;
  const server = headers?.get("server");
  const ray = headers?.get("cf-ray");
  const who = [server && `\`server: ${server}\``, ray && `\`cf-ray: ${ray}\``].filter(Boolean).join(", ");
  return who === "" ? OF_A_PROXY : `${OF_A_PROXY} It says of itself: ${who}.`;
}

function problemsOf(
  facts: ConformanceFacts,
  { method, url, status, headers, text, body }: RawHttpResponse,
): Problem[] {
  const content = body === undefined ? { text } : { body };
  if (status !== undefined) return checkResponse(facts, { method, path: url, status, headers, ...content });
  return checkResponse(facts, content).map((problem) => ({
    ...problem,
    pointer: problem.pointer.replace(/^\/body/, ""),
  }));
}

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
