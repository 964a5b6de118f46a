import type { ErrorCode } from "../../generated/catalog.ts";
import type { AnyDetails, CodeArgument, FailDetails } from "./details.ts";
import { createFailure, type Failure } from "./failure.ts";
import { readJson } from "./read-json.ts";
import type { StandardSchema } from "./standard-schema.ts";
import { toFailure, type Where } from "./validation-error.ts";

/** What a handler within `withErrors` is given. `Codes` are those that its operation declares. */
export interface Context<Codes extends ErrorCode = ErrorCode> {
  /** The id of this request, for `meta.requestId` and for your logs; the errors carry the same. */
  readonly requestId: string;
  /** Makes an error to throw: `throw fail("resource_not_found")`. */
  fail<const C extends string>(
    code: CodeArgument<C, Codes>,
    ...details: FailDetails<C, Codes>
  ): Failure<C & ErrorCode>;
  /** The body as JSON, read once. Fails with `invalid_json` when it is none. */
  json(): Promise<unknown>;
  /**
   * Validates a value and gives what the schema made of it; fails with the code that the contract has for the place.
   * @param where what the value is; `URLSearchParams` become an object, a name that is repeated a list
   */
  parse<Output>(schema: StandardSchema<Output>, value: unknown, where?: Where): Promise<Output>;
}

export interface ContextFacts {
  request: Request;
  requestId: string;
  declared: readonly ErrorCode[];
  params?: readonly string[] | undefined;
}

export function createContext({ request, requestId, declared, params }: ContextFacts): Context {
  let body: Promise<unknown> | undefined;
  const fail = (code: unknown, details?: AnyDetails) => createFailure(code as ErrorCode, details);
  return {
    requestId,
    fail: fail as Context["fail"],
    json() {
      body ??= readJson(request);
      return body;
    },
    async parse(schema, value, where) {
      const input = value instanceof URLSearchParams ? fromQuery(value) : value;
      const result = await schema["~standard"].validate(input);
      if (result.issues) throw toFailure(result.issues, { input, where, declared, params });
      return result.value;
    },
  };
}

function fromQuery(query: URLSearchParams): Record<string, string | string[] | undefined> {
  const entries = [...new Set(query.keys())].map((name) => {
    const values = query.getAll(name);
    return [name, values.length > 1 ? values : values[0]] as const;
  });
  return Object.fromEntries(entries);
}
