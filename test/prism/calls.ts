import { valueAt } from "../../src/document/index.ts";
import type {
  AnyErrorCode,
  Attempt,
  CStarError,
  Meta,
  RateLimit,
  RequestOptions,
} from "../../src/entries/main.ts";
import { createClient } from "../../src/entries/main.ts";
import { contract, operationOf } from "../contract/project.ts";
import { published, resolve } from "../contract/schemas.ts";

/** What every method of the client answers, its data left open. */
export type AnyResult =
  | {
      ok: true;
      data: unknown;
      meta: Meta;
      status: number;
      rateLimit?: RateLimit;
      attempts: Attempt[];
      response: Response;
    }
  | { ok: false; error: CStarError<AnyErrorCode> };

type Method = (...args: unknown[]) => Promise<AnyResult>;

const TEAM = "550e8400-e29b-41d4-a716-446655440000";
const KEY = `sk_test_${"x".repeat(32)}`;

/** A client of the mock, and one function that calls any operation of it with arguments that are fine. */
export function createCaller(baseUrl: string) {
  const client = createClient({ apiKey: KEY, teamId: TEAM, baseUrl, maxRetries: 0 });
  return (operationId: string, options: RequestOptions): Promise<AnyResult> => {
    const { method, args } = routeOf(operationId);
    const target = method.slice(0, -1).reduce<unknown>((group, name) => valueAt(group, [name]), client);
    const call = valueAt(target, method.slice(-1));
    if (typeof call !== "function")
      throw new Error(`The client has no ${method.join(".")} for ${operationId}.`);
    return (call as Method).call(target, ...args, options);
  };
}

/** Asks the mock for one error. */
export function prefer(status: number | string, example?: string): RequestOptions {
  return { headers: { Prefer: `code=${status}${example === undefined ? "" : `, example=${example}`}` } };
}

/**
 * The method of an operation and the arguments in front of its options, by the rule of the client: the fixed parts of the
 * path after the team's are nested, and path and verb tell the name, unless the last part or the operation itself does.
 */
export function routeOf(operationId: string): { method: string[]; args: unknown[] } {
  const operation = operationOf(operationId);
  const parts = operation.path.split("/").slice(3);
  const fixed = parts.filter((part) => !part.startsWith("{"));
  const isItem = parts.at(-1)?.startsWith("{") ?? false;
  const names: Record<string, string> = isItem
    ? { get: "get", patch: "update", delete: "delete" }
    : { get: "list", post: "create" };
  const word = fixed.at(-1) ?? "";
  const own = operation.clientMethod || (!isItem && operationId.startsWith(word) && fixed.join("."));
  const name = names[operation.method];
  const method = own ? own.split(".") : [...fixed, ...(name === undefined ? [] : [name])];
  const ids = parts
    .filter((part) => part.startsWith("{"))
    .map((part) => exampleId(operationId, part.slice(1, -1)));
  const takesQuery = operation.parameters.some((one) => one.in === "query");
  const rest = operation.body ? [exampleBody(operationId)] : takesQuery ? [{}] : [];
  return { method, args: [...ids, ...rest] };
}

function exampleId(operationId: string, name: string): unknown {
  const parameter = operationOf(operationId).parameters.find((one) => one.in === "path" && one.name === name);
  const [example] = (valueAt(parameter?.schema.value, ["examples"]) as unknown[] | undefined) ?? [];
  if (example === undefined) throw new Error(`The path parameter ${name} of ${operationId} has no example.`);
  return example;
}

/** The first example that the document has for the body of an operation. */
function exampleBody(operationId: string): unknown {
  const { path, method } = operationOf(operationId);
  const pointer = `/paths/${path.replaceAll("/", "~1")}/${method}/requestBody`;
  const examples = valueAt(resolve(pointer).value, ["content", "application/json", "examples"]) as
    | Record<string, { value: unknown }>
    | undefined;
  const [first] = Object.values(examples ?? {});
  if (!first) throw new Error(`The body of ${operationId} has no example in ${String(published.openapi)}.`);
  return first.value;
}

/** Every operation with every code that it declares. */
export function pairs(): [operationId: string, code: string][] {
  return contract.operations.flatMap(({ id, codes }) => codes.map((code): [string, string] => [id, code]));
}
