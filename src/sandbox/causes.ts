import type { OperationRequest } from "./facts.ts";
import type { Fault } from "./fault.ts";
import type { SeededKeys } from "./keys.ts";
import { resources } from "./resources/index.ts";
import { spareIds } from "./seed-data.ts";

/** A request that leads to an error for the reason that the contract gives. */
export interface CausingRequest {
  method: string;
  /** Below the base URL, with the query. */
  path: string;
  /** Name of the key to send, else a key that no world has; none is sent when it is empty. */
  key: keyof SeededKeys | (string & {});
  body?: string;
  /** Scenario of the address. */
  scenario?: string;
  /** What has to go wrong in the world first. */
  fault?: Fault;
  /** How often it is sent until the error comes; 1 when absent. */
  times?: number;
}

const NO_KEY = "";

type Cause = (operation: OperationRequest) => Partial<CausingRequest>;

/** What leads to each code, on whichever operation. The contract may add codes: one that is not here comes as a fault. */
const causes: Readonly<Record<string, Cause>> = {
  authentication_required: () => ({ key: NO_KEY }),
  invalid_api_key: () => ({ key: "revoked" }),
  invalid_key_format: () => ({ key: "Bearer-of-something-else" }),
  key_expired: () => ({ key: "expired" }),
  insufficient_permissions: () => ({ key: "powerless" }),
  publishable_key_write: () => ({ key: "publishable" }),
  team_access_denied: () => ({ key: "otherTeam" }),
  parameter_missing: () => ({ body: "{}" }),
  parameter_invalid: (operation) =>
    operation.body ? { body: spoilt(operation) } : { path: `${pathOf(operation)}?${spoiltQuery(operation)}` },
  invalid_json: () => ({ body: '{"title": ' }),
  invalid_id_format: (operation) => ({ path: pathOf(operation, () => "42") }),
  resource_conflict: (operation) => ({
    path: operation.method === "POST" ? pathOf(operation) : pathOf(operation, spareId),
    body: withUnique(operation, taken),
  }),
  resource_not_found: (operation) => ({ path: pathOf(operation, (prefix) => `${prefix}_doesNotExist`) }),
  rate_limit_exceeded: () => ({ key: "limited", times: 3 }),
  internal_error: () => ({ scenario: "internal-error" }),
  database_error: () => ({ scenario: "database-down" }),
};

/**
 * The request that makes an operation fail with a code: by its cause, or by a fault where the sandbox knows of none.
 * @throws RangeError when the operation does not declare the code
 */
export function causeOf(code: string, operation: OperationRequest): CausingRequest {
  if (!operation.codes.includes(code))
    throw new RangeError(`${operation.id} does not declare ${code}, so nothing leads to it there.`);
  const own = Object.hasOwn(causes, code) ? causes[code] : undefined;
  const cause: Cause = own ?? (({ id }) => ({ fault: { operation: id, code } }));
  const { method, body } = operation;
  return {
    ...{ method, path: pathOf(operation), key: "unlimited" },
    ...(body && { body: withUnique(operation, fresh) }),
    ...cause(operation),
  };
}

/** The path with the ids of the contract's examples; the last one may be another, made for the prefix of its kind. */
function pathOf(
  { path, parameters }: OperationRequest,
  last?: (prefix: string, segment: string) => string,
): string {
  const names = [...path.matchAll(/([^/{}]+)\/\{([^/{}]+)\}/g)];
  return names.reduce((filled, [, segment = "", name = ""], index) => {
    const example = String(parameters.find((one) => one.in === "path" && one.name === name)?.example ?? "");
    const isLast = index === names.length - 1;
    const id = last && isLast ? last(resources[segment]?.prefix ?? "", segment) : example;
    return filled.replace(`{${name}}`, encodeURIComponent(id));
  }, path);
}

function spareId(_prefix: string, segment: string): string {
  return spareIds[segment as keyof typeof spareIds] ?? "";
}

/** A valid body but for its first field. */
function spoilt({ body }: OperationRequest): string {
  const [field = ""] = Object.keys(body?.example ?? {});
  return JSON.stringify({ ...(body?.example as object), [field]: 7 });
}

/** A word in place of a number or a truth value; any text is fine for the parameters of other types. */
function spoiltQuery({ parameters }: OperationRequest): string {
  const found = parameters.find((one) => one.in === "query" && !["string", "list"].includes(one.type));
  return found ? `${found.name}=word` : "";
}

/** Values for the unique fields: those of the first resource of each kind, and some that nobody has. */
const taken: Record<string, string> = { email: "jane@example.com", slug: "how-to-change-your-password" };
const fresh: Record<string, string> = { email: "new@example.com", slug: "a-new-article" };

/** A valid body with one of these values in its unique fields. */
function withUnique({ body }: OperationRequest, values: Record<string, string>): string {
  const fields = body?.unique.map(({ field }) => [field, values[field]]) ?? [];
  return JSON.stringify({ ...(body?.example as object), ...Object.fromEntries(fields) });
}
