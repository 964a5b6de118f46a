import { checkBody } from "./check-body.ts";
import { checkMediaType, checkRequiredHeaders, checkRetryAfter } from "./check-headers.ts";
import { describeValue, describeWord } from "./describe.ts";
import type { CodeFacts, ConformanceFacts, OperationFacts, ResponseFacts } from "./facts.ts";
import { type HeadersLike, headerLookup } from "./headers.ts";
import { createMatcher, type MatchOperation } from "./match-operation.ts";
import { type Found, mismatch, type Problem } from "./problem.ts";
import { isObject, memberOf } from "./schema.ts";
import type { Shape, ShapeOf } from "./shape.ts";

/** A response, as far as it is known. What is absent was not recorded, and is not judged. */
export interface CheckedResponse {
  /** operationId; else method and path tell the operation. */
  operation?: string | undefined;
  method?: string | undefined;
  /** A path or a whole URL. */
  path?: string | undefined;
  status?: number | undefined;
  headers?: HeadersLike | undefined;
  /** The body as JSON. */
  body?: unknown;
  /** The body as text, where it is not known to be JSON. */
  text?: string | undefined;
}

export interface CheckOptions {
  /** What stands in place of values that were taken out of a recording; they are not judged. */
  redacted?: string | undefined;
  /** What paths begin with; by default the path of the contract's server. */
  basePath?: string | undefined;
}

/** The facts, made ready to be asked. */
export interface Context {
  facts: ConformanceFacts;
  shapeOf: ShapeOf;
  match: MatchOperation;
  operations: ReadonlyMap<string, OperationFacts>;
  /** What the body of an error of a known code must be. */
  errorShape(code: string): Shape;
}

export function judge(
  response: CheckedResponse,
  { redacted, basePath }: CheckOptions,
  context: Context,
): Problem[] {
  const { operation, isUnknown } = findOperation(response, basePath, context);
  const body = readBody(response);
  const error = errorOf(body, context.facts);
  const view: View = {
    ...context,
    response,
    operation,
    redacted,
    body,
    error,
    code: codeOf(error, context.facts),
  };
  const found: Found[] = isUnknown ? [unknownOperation(response)] : [];
  // Whatever answers an unknown path answers outside the contract, unless it speaks its language.
  if (!isUnknown || isObject(error))
    found.push(...checkStatus(view), ...checkHeaders(view), ...checkContent(view));
  return found.map((one) => ({
    ...one,
    ...(view.code && { code: view.code.name }),
    ...(operation && { operation: operation.id }),
  }));
}

/** All that is known of one response. */
interface View extends Context {
  response: CheckedResponse;
  operation: OperationFacts | undefined;
  redacted: string | undefined;
  body: Body;
  /** The member of the body that says what went wrong, if there is one. */
  error: unknown;
  code: { name: string; facts: CodeFacts } | undefined;
}

type Body = { is: "absent" | "empty" } | { is: "json"; value: unknown } | { is: "text"; text: string };

function findOperation(
  { operation: id, method, path }: CheckedResponse,
  basePath: string | undefined,
  { facts, operations, match }: Context,
): { operation?: OperationFacts; isUnknown: boolean } {
  if (id !== undefined) {
    const operation = operations.get(id);
    return operation ? { operation, isUnknown: false } : { isUnknown: true };
  }
  if (method === undefined || path === undefined) return { isUnknown: false };
  const found = (basePath === undefined ? match : createMatcher(facts, basePath))(method, path);
  return found.kind === "operation" ? { operation: found.operation, isUnknown: false } : { isUnknown: true };
}

function unknownOperation({ operation, method = "" }: CheckedResponse): Found {
  const actual = operation ?? `${describeWord(method.toUpperCase(), [])} of another path`;
  const problem = mismatch("unknown-operation", ["path"], {
    expected: "an operation of the contract",
    actual,
  });
  return { ...problem, message: "The contract has no operation of this method and path.", severity: "note" };
}

/** The body, if one is to be expected and it was recorded. */
function readBody({ method, status = 200, body, text }: CheckedResponse): Body {
  if (method?.toUpperCase() === "HEAD" || status === 304 || status === 204 || status < 200)
    return { is: "absent" };
  if (body !== undefined) return { is: "json", value: body };
  if (text === undefined) return { is: "absent" };
  if (text.trim() === "") return { is: "empty" };
  try {
    return { is: "json", value: JSON.parse(text) };
  } catch {
    return { is: "text", text };
  }
}

function errorOf(body: Body, { envelope }: ConformanceFacts): unknown {
  return body.is === "json" && isObject(body.value) ? memberOf(body.value, envelope.error) : undefined;
}

function codeOf(error: unknown, { envelope, errors }: ConformanceFacts): View["code"] {
  const name = isObject(error) ? memberOf(error, envelope.fields.code) : undefined;
  const facts = typeof name === "string" && Object.hasOwn(errors, name) ? errors[name] : undefined;
  return facts && { name: name as string, facts };
}

/** What an operation declares for a status (OpenAPI 3.1.1 4.8.16). */
export function declaredResponse(
  { responses: byStatus }: OperationFacts,
  status: number,
  { responses }: Pick<ConformanceFacts, "responses">,
): ResponseFacts | undefined {
  const name = byStatus[status] ?? byStatus[`${Math.floor(status / 100)}XX`] ?? byStatus.default;
  return name === undefined ? undefined : responses[name];
}

function checkStatus({ facts, response: { status }, operation, code, error }: View): Found[] {
  if (code && operation && !operation.codes.includes(code.name))
    return [undeclaredCode(code.name, operation, facts)];
  if (status === undefined || status === 304) return [];
  if (code) {
    const { status: expected } = code.facts;
    if (status === expected) return [];
    const subject = `The status of ${code.name}`;
    return [
      mismatch("status-mismatch", ["status"], {
        expected: String(expected),
        actual: String(status),
        subject,
      }),
    ];
  }
  if (isObject(error) && status < 400) {
    return [
      mismatch("status-mismatch", ["status"], {
        expected: "4xx or 5xx with an error",
        actual: String(status),
      }),
    ];
  }
  if (operation === undefined || declaredResponse(operation, status, facts)) return [];
  const expected = Object.keys(operation.responses).join(", ");
  const message = `${operation.id} declares no status ${status}.`;
  return [{ ...mismatch("undeclared-status", ["status"], { expected, actual: String(status) }), message }];
}

function undeclaredCode(code: string, { id, codes }: OperationFacts, { envelope }: ConformanceFacts): Found {
  const keys = ["body", envelope.error, envelope.fields.code];
  const problem = mismatch("undeclared-code", keys, { expected: `one of ${codes.join(", ")}`, actual: code });
  return { ...problem, message: `${id} does not declare ${code}.` };
}

function checkHeaders({ facts, shapeOf, response, operation, body, code }: View): Found[] {
  const { headers, status } = response;
  if (headers === undefined) return [];
  const lookup = headerLookup(headers);
  const declared = operation && status !== undefined ? declaredResponse(operation, status, facts) : undefined;
  const promisesWait = code?.facts.retry === "after" || declared?.headers?.["retry-after"] !== undefined;
  const mediaType = declared?.mediaType ?? (code || declared === undefined ? facts.mediaType : undefined);
  return [
    ...(body.is === "json" && mediaType !== undefined ? checkMediaType(lookup, mediaType) : []),
    ...(promisesWait ? checkRetryAfter(lookup) : []),
    ...(declared ? checkRequiredHeaders(declared, lookup, shapeOf) : []),
  ];
}

function checkContent(view: View): Found[] {
  const { body, response, operation, facts } = view;
  const { status } = response;
  const isRedirect = status !== undefined && status >= 300 && status < 400;
  if (body.is === "absent" || isRedirect) return [];
  if (body.is === "json")
    return isError(view) ? checkError(view, body.value) : checkSuccess(view, body.value);
  const declared = operation && status !== undefined ? declaredResponse(operation, status, facts) : undefined;
  if (declared && declared.mediaType === undefined) return [];
  return [mismatch("not-json", ["body"], { expected: "JSON", actual: kindOfText(body) })];
}

function kindOfText(body: Body): string {
  if (body.is !== "text") return "empty";
  return /^\s*<(?:!doctype|html|\?xml|[a-z])/i.test(body.text) ? "HTML or XML" : "text that is not JSON";
}

/** Whether a response claims to be an error: its status says so, or it has an error, or without a status it has no data. */
function isError({ response: { status }, error, body, facts: { envelope }, operation }: View): boolean {
  if (isObject(error)) return true;
  if (status !== undefined) return status >= 400;
  if (body.is !== "json" || !isObject(body.value)) return operation === undefined;
  const { value } = body;
  return memberOf(value, envelope.data) === undefined && memberOf(value, envelope.success) !== true;
}

function checkError(
  { facts, errorShape, shapeOf, error, code, redacted, response }: View,
  body: unknown,
): Found[] {
  const { envelope } = facts;
  if (!isObject(error)) {
    if (isObject(body) && memberOf(body, envelope.success) === true) {
      const expected = `false with status ${response.status}`;
      return [mismatch("success-flag", ["body", envelope.success], { expected, actual: "true" })];
    }
    return [notEnvelope(body, { parts: [envelope.success, envelope.error, envelope.meta], facts })];
  }
  const shape = code ? errorShape(code.name) : shapeOf(facts.errorEnvelope);
  return checkBody(body, { facts, shape, redacted, ...(code && { code }) });
}

function checkSuccess(view: View, body: unknown): Found[] {
  const { facts, shapeOf, redacted, response, operation } = view;
  const { envelope } = facts;
  const parts = [envelope.success, envelope.data, envelope.meta];
  if (!isObject(body) || parts.every((name) => memberOf(body, name) === undefined)) {
    return [notEnvelope(body, { parts, facts })];
  }
  const schema = operation && successSchema(operation, response.status, facts);
  if (schema) return checkBody(body, { facts, shape: shapeOf(schema), redacted });
  if (operation) return [];
  // Some operation's success; which one is not known.
  const found = Object.values(facts.responses)
    .flatMap(({ schema: any }) => (any ? [checkBody(body, { facts, shape: shapeOf(any), redacted })] : []))
    .sort((a, b) => a.length - b.length)[0];
  if (found === undefined || found.every(({ severity }) => severity === "note")) return found ?? [];
  const common = [envelope.success, envelope.meta].map((name) => `/body/${name}`);
  return found.filter(({ pointer }) =>
    common.some((start) => pointer === start || pointer.startsWith(`${start}/`)),
  );
}

function successSchema({ responses }: OperationFacts, status: number | undefined, facts: ConformanceFacts) {
  const own = status === undefined ? undefined : facts.responses[responses[status] ?? ""]?.schema;
  if (own) return own;
  const others = Object.values(responses).flatMap((name) => facts.responses[name]?.schema ?? []);
  return others.length === 1 ? others[0] : undefined;
}

function notEnvelope(
  body: unknown,
  { parts, facts }: { parts: readonly string[]; facts: ConformanceFacts },
): Found {
  const [success, content = "", meta] = parts;
  const expected = `an object with ${success}, ${content} and ${meta}`;
  const { fields } = facts.envelope;
  const isBare =
    isObject(body) &&
    memberOf(body, fields.code) !== undefined &&
    memberOf(body, fields.message) !== undefined;
  const actual = !isObject(body)
    ? describeValue(body)
    : Object.hasOwn(body, content)
      ? `one whose ${content} is ${describeValue(body[content])}`
      : isBare
        ? `the ${content} object alone`
        : `an object without ${content}`;
  return mismatch("not-envelope", ["body"], { expected, actual });
}
