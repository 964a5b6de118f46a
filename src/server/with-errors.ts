import type { ErrorCode, OperationErrorCode } from "../../generated/catalog.ts";
import type { RateLimit } from "../errors/index.ts";
import { type Context, createContext } from "./context.ts";
import { buildResponse, codeOf } from "./error-response.ts";
import { failureFacts } from "./failure.ts";
import { rateLimitHeaders } from "./rate-limit-headers.ts";
import { isInterruption } from "./read-json.ts";
import { createRequestId, isRequestId } from "./request-id.ts";
import type { OperationId, ServerTable } from "./table.ts";

/** Handles a request; `Rest` is whatever else the framework passes. */
export type Handler<Codes extends ErrorCode, Rest extends unknown[]> = (
  request: Request,
  context: Context<Codes>,
  ...rest: Rest
) => Response | Promise<Response>;

/** What `onError` is told besides the error. */
export interface ErrorInfo {
  request: Request;
  requestId: string;
  operation?: OperationId | undefined;
}

export interface WithErrorsOptions<Rest extends unknown[]> {
  /**
   * Gets everything that became `internal_error`, whole, for your logs; the response tells nothing of it. Without it,
   * `console.error` does.
   */
  onError?: ((error: unknown, info: ErrorInfo) => unknown) | undefined;
  /** The id of a request that your platform has given it already; one that the contract does not allow is replaced. */
  requestId?: ((request: Request, ...rest: Rest) => string | null | undefined) | undefined;
  /** The time that errors tell; by default that of this machine. */
  now?: (() => Date) | undefined;
  /** What the caller may still send; asked after the handler, and told in the headers of every response. */
  rateLimit?:
    | ((request: Request, ...rest: Rest) => RateLimit | undefined | Promise<RateLimit | undefined>)
    | undefined;
}

type Wrapped<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>;

export interface WithErrorsFunction {
  /** Wraps the handler of one operation, which can fail with the codes that the operation declares. */
  <const O extends OperationId, Rest extends unknown[]>(
    operation: O,
    handler: Handler<OperationErrorCode<O>, Rest>,
    options?: WithErrorsOptions<Rest>,
  ): Wrapped<Rest>;
  /** Wraps a handler that can fail with every code. */
  <Rest extends unknown[]>(
    handler: Handler<ErrorCode, Rest>,
    options?: WithErrorsOptions<Rest>,
  ): Wrapped<Rest>;
}

/**
 * Wraps a handler, so that what it throws becomes an error of the contract. A failure made by `fail` and a response
 * made by `errorResponse` go out as they are if the operation declares their code, and a `Response` that is thrown
 * goes out too; everything else becomes `internal_error`. When the request was aborted or broke off while its body was
 * read, the error is rethrown: nobody is left to respond to, and the server closes the connection.
 * @throws TypeError for an operation that the contract does not have.
 */
export function bindWithErrors(table: ServerTable): WithErrorsFunction {
  const every = Object.keys(table.catalog) as ErrorCode[];
  const wrap = (operation: OperationId | undefined, handler: AnyHandler, options: Options = {}) => {
    const declared = operation === undefined ? every : table.operations[operation];
    if (declared === undefined) {
      const known = Object.keys(table.operations).join(", ");
      throw new TypeError(`${String(operation)} is not an operation of the contract: use one of ${known}.`);
    }
    return (request: Request, ...rest: unknown[]) =>
      serve({ table, operation, declared, handler, options, request, rest });
  };
  return ((...[first, second, third]: [never, never, never]) =>
    typeof first === "function" ? wrap(undefined, first, second) : wrap(first, second, third)) as never;
}

type AnyHandler = Handler<ErrorCode, unknown[]>;
type Options = WithErrorsOptions<unknown[]>;

interface Call {
  table: ServerTable;
  operation: OperationId | undefined;
  declared: readonly ErrorCode[];
  handler: AnyHandler;
  options: Options;
  request: Request;
  rest: unknown[];
}

async function serve(call: Call): Promise<Response> {
  const { request, rest, handler, declared, options } = call;
  const report = (error: unknown) => tell(options, error, { request, requestId, operation: call.operation });
  const requestId = chooseId(call, (error) => queueMicrotask(() => report(error)));
  const internal = (error: unknown) => {
    report(error);
    return buildResponse(call.table, "internal_error", { requestId, timestamp: options.now?.() });
  };
  let response: Response;
  try {
    const params = call.operation && call.table.params[call.operation];
    const context = createContext({ request, requestId, declared, params });
    response = accept(await handler(request, context, ...rest), call);
  } catch (thrown) {
    if (request.signal?.aborted || isInterruption(thrown)) throw thrown;
    response = respond(thrown, { call, requestId, internal });
  }
  return finish(response, await rateLimitOf(call, report), request.method === "HEAD");
}

interface Thrown {
  call: Call;
  requestId: string;
  internal(error: unknown): Response;
}

function respond(thrown: unknown, { call, requestId, internal }: Thrown): Response {
  try {
    const failure = failureFacts(thrown);
    if (failure) {
      demandDeclared(failure.code, call, thrown);
      return buildResponse(call.table, failure.code, {
        ...failure.details,
        requestId,
        timestamp: call.options.now?.(),
      });
    }
    return isResponse(thrown) ? accept(thrown, call) : internal(thrown);
  } catch (error) {
    return internal(error);
  }
}

/** @throws TypeError for what may not go out. */
function accept(response: unknown, call: Call): Response {
  if (!isResponse(response) || response.status === 0) {
    throw new TypeError("The handler gave no Response: return one, or throw what `fail` makes.");
  }
  const code = codeOf(response);
  if (code !== undefined) demandDeclared(code, call);
  return response;
}

function demandDeclared(code: ErrorCode, { operation, declared }: Call, cause?: unknown): void {
  if (declared.includes(code)) return;
  throw new TypeError(
    `${operation ?? "The contract"} does not declare ${code}: fail with one of ${declared.join(", ")}.`,
    { cause },
  );
}

// By its tag too, because frameworks bring a Response of their own.
function isResponse(value: unknown): value is Response {
  try {
    return value instanceof Response || Object.prototype.toString.call(value) === "[object Response]";
  } catch {
    return false; // a proxy that throws
  }
}

function chooseId({ options, request, rest }: Call, report: (error: unknown) => void): string {
  try {
    const given = options.requestId?.(request, ...rest);
    return isRequestId(given) ? given : createRequestId();
  } catch (error) {
    report(error);
    return createRequestId();
  }
}

async function rateLimitOf(call: Call, report: (error: unknown) => void): Promise<[string, string][]> {
  try {
    const limit = await call.options.rateLimit?.(call.request, ...call.rest);
    return limit ? rateLimitHeaders(limit) : [];
  } catch (error) {
    report(error);
    return [];
  }
}

/** Adds headers, and takes the body from what replies to a HEAD request (RFC 9110, 9.3.2). */
function finish(response: Response, added: [string, string][], bodiless: boolean): Response {
  if (added.length === 0 && !(bodiless && response.body)) return response;
  // A new response, because the headers of one that came from a fetch cannot be changed.
  const headers = new Headers(response.headers);
  for (const [name, value] of added) headers.set(name, value);
  const { status, statusText } = response;
  return new Response(bodiless ? null : response.body, { status, statusText, headers });
}

/** Hands an error to the hook; what the hook itself does wrong changes no response and is not lost. */
function tell({ onError = print }: Options, error: unknown, info: ErrorInfo): void {
  try {
    Promise.resolve(onError(error, info)).catch(print);
  } catch (hookError) {
    print(hookError);
  }
}

function print(error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: the last place that an error can go to when nobody asked for it
  console.error(error);
}
