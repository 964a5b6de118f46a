import {
  type CheckedResponse,
  type ConformanceFacts,
  checkerOf,
  createByteMatcher,
  createMatcher,
  describeWord,
  headerLookup,
  type Problem,
} from "../conformance/index.ts";
import { type DecodedBody, decodeBody, type NotJudged } from "./body.ts";
import { type CleanRecord, createRecordReader, type RecordReader } from "./clean-record.ts";
import type { Exchange } from "./exchange.ts";
import type { Hints } from "./hints.ts";
import type { VerifierOptions } from "./options.ts";
import type { Skipped } from "./report.ts";
import type { RecordPlace, Tally } from "./tally.ts";

/** Judges what was read, and counts what comes of it. */
export interface Judge {
  /** @param left why the body is not to be judged, whatever it is. */
  exchange(exchange: Exchange, place: RecordPlace, left?: NotJudged): void;
  /** A body without a response around it. */
  body(body: unknown, place: RecordPlace): void;
  /** Finds records that conform by their bytes. */
  records: RecordReader;
  clean(record: CleanRecord, place: RecordPlace): void;
  /** Whether a URL belongs to the API. */
  covers(url: string): boolean;
  tally: Tally;
}

/** The id with which the checker knows that there is no such operation. */
const NO_OPERATION = "";

export function createJudge(
  facts: ConformanceFacts,
  { options, tally, hints }: { options: VerifierOptions; tally: Tally; hints: Hints },
): Judge {
  const { host, errorsOnly = false, redacted } = options;
  const checker = checkerOf(facts);
  const match = createMatcher(facts, options.base);
  const { envelope, keyPrefixes } = facts;
  const isSafe = (text: string) =>
    /^\w{1,80}$/.test(text) && !keyPrefixes.some((prefix) => text.includes(prefix));

  const judge = (
    response: CheckedResponse,
    place: RecordPlace,
    { isError, isBare = false }: { isError: boolean; isBare?: boolean },
  ) => {
    const code = textAt(response.body, envelope.error, envelope.fields.code);
    const problems = checker.check(response, { redacted });
    // No spread: it would take longer than all the rest.
    tally.add({
      record: place.record,
      source: place.source,
      problems: isBare ? problems.map(withBodyPointer) : problems,
      isError,
      operation: response.operation || undefined,
      code: code === undefined ? undefined : describeWord(code, keyPrefixes),
      requestId: problems.length === 0 ? undefined : requestIdOf(response),
    });
  };

  const requestIdOf = ({ body, headers }: CheckedResponse): string | undefined => {
    const { error, meta, fields, metaFields } = envelope;
    const id =
      textAt(body, error, fields.requestId) ??
      textAt(body, meta, metaFields.requestId) ??
      (headers && headerLookup(headers)("x-request-id"));
    return id !== undefined && isSafe(id) ? id : undefined;
  };

  const skipReason = (exchange: Exchange): Skipped | undefined => {
    const { method = "", url, status } = exchange;
    if (method.toUpperCase() === "OPTIONS") return "preflight";
    if (exchange.isStream || status === 101) return "stream";
    if (url !== undefined && !covers(url)) {
      hints.foreign(method, url);
      return "foreign";
    }
    if (status < 200) return "no-response";
    return status === 304 ? "not-modified" : undefined;
  };

  const isOfOther = (url: string) => host !== undefined && /^[a-z]+:\/\//i.test(url) && !isHost(url, host);

  const covers = (url: string): boolean => !isOfOther(url) && match("GET", url).kind !== "foreign";

  const operationOf = ({ method, url }: Exchange): string | undefined => {
    if (method === undefined || url === undefined) return undefined;
    const found = match(method, url);
    return found.kind === "operation" ? found.operation.id : NO_OPERATION;
  };

  return {
    tally,
    covers,
    records: createRecordReader(checker, createByteMatcher(facts, options)),
    clean({ operation, status, code }, { record, source }) {
      const isError = status >= 400;
      if (errorsOnly && !isError) return tally.skip("success");
      tally.add({ record, source, problems: [], isError, operation, code });
    },
    exchange(exchange, place, left) {
      const reason = skipReason(exchange);
      if (reason) return tally.skip(reason);
      const { method, status, headers } = exchange;
      const body = left ? { reason: left } : decodeBody(exchange.body, options);
      const isError =
        status >= 400 || textAt(jsonOf(body), envelope.error, envelope.fields.code) !== undefined;
      if (errorsOnly && !isError) return tally.skip("success");
      if (headers === undefined) tally.leaveUnjudged("headers-absent");
      const hasBody = method?.toUpperCase() !== "HEAD" && status !== 204 && !(status >= 300 && status < 400);
      if (hasBody && "reason" in body) tally.leaveUnjudged(body.reason);
      const json = "json" in body ? body.json : undefined;
      const text = "text" in body ? body.text : undefined;
      judge({ operation: operationOf(exchange), method, status, headers, body: json, text }, place, {
        isError,
      });
    },
    body(body, place) {
      const isError = textAt(body, envelope.error, envelope.fields.code) !== undefined;
      const isSuccess = isObject(body) && body[envelope.success] === true && !isError;
      if (errorsOnly && isSuccess) return tally.skip("success");
      judge({ body }, place, { isError: !isSuccess, isBare: true });
    },
  };
}

/** Of a body that came alone the pointers are into the body. */
function withBodyPointer(problem: Problem): Problem {
  return { ...problem, pointer: problem.pointer.replace(/^\/body/, "") };
}

function jsonOf(body: DecodedBody): unknown {
  return "json" in body ? body.json : undefined;
}

function isHost(url: string, host: string): boolean {
  const [, authority = ""] = /^[a-z]+:\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(url) ?? [];
  const name = authority.toLowerCase();
  return name === host.toLowerCase() || name.replace(/:\d+$/, "") === host.toLowerCase();
}

function textAt(body: unknown, part: string, name: string): string | undefined {
  const inner = isObject(body) ? body[part] : undefined;
  const value = isObject(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined;
  return typeof value === "string" ? value : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
