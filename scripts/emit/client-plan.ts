import type { OperationFact, PaginationFact } from "../../src/contract/index.ts";
import { propertySchemas } from "../../src/document/index.ts";
import {
  type ClientMethod,
  type Namespace,
  type OwnParameter,
  shapeClient,
} from "../names/client-methods.ts";
import { createIdentifiers, type Identifiers, pascalCase } from "../names/identifier.ts";
import { type Report, refuse } from "../names/problem.ts";
import type { EmitInput } from "../render/output.ts";
import { readBundle } from "./bundle.ts";
import { type Model, planModels, USED_TYPES } from "./client-models.ts";
import {
  bodyType,
  checkHeaders,
  type DataType,
  dataType,
  type TypeContext,
  type TypeRef,
} from "./client-types.ts";
import { contractWords } from "./client-words.ts";
import { explodesLists } from "./query-lists.ts";

/** Everything that the generated client is printed from. */
export interface ClientPlan {
  own: OwnParameter[];
  root: PlannedNamespace;
  models: Model[];
  queries: QueryType[];
  /** Whether each item of a list in a query is a parameter of its own. */
  explodeLists: boolean;
  /** Words of the contract, which are no secrets. */
  words: string[];
}

export interface PlannedNamespace {
  name: string;
  /** Its interface. */
  type: string;
  methods: PlannedMethod[];
  children: PlannedNamespace[];
}

export interface PlannedMethod extends ClientMethod {
  /** Of a success: the type of `data`, as TypeScript writes it. */
  data: string;
  /** Of a list: the type of one entry. */
  item: string;
  list: boolean;
  /** Whether the list is read page by page. */
  paged: boolean;
  /** Paginating asks for the largest pages that the contract allows, so that it takes the fewest requests. */
  largestPage?: number;
  body?: string;
  query?: string;
}

/** The type of the query of an operation. */
export interface QueryType {
  type: string;
  operation: string;
}

const RULE = "client-names";

/** Plans the client. What it cannot have is reported, at the location that `contract` has for it. */
export function planClient({ contract, bundle }: EmitInput, report: Report = refuse): ClientPlan {
  if (contract.keys.length === 0) {
    const { location } = contract.root;
    const message =
      "No security scheme has `x-key-prefixes`, and the client takes no key without them: say there what keys begin with.";
    report({ rule: "client-keys", severity: "error", location, message });
  }
  const shape = shapeClient(contract, report);
  const { tree, contract: bundled } = readBundle(bundle);
  const context: TypeContext = { reader: tree.reader, contract, report };
  const inBundle = new Map(bundled.operations.map((operation) => [operation.id, operation]));
  const typed = methodsOf(shape.root).map((method): TypedMethod => {
    const { operation } = method;
    // Schemas as the bundle names them, locations as the hand-written files have them.
    const { responses, body } = inBundle.get(operation.id) ?? operation;
    const read = { ...operation, responses, ...(body && { body }) };
    checkHeaders(operation, context);
    const paged = isPaged(read, context);
    const largestPage = largestPageOf(operation, contract.pagination);
    return { method, ...dataType(read, context), paged, largestPage, body: bodyType(read, context) };
  });

  const names = createIdentifiers(USED_TYPES);
  const roots = typed.flatMap(({ data, item, body }) => [...data, ...item, ...(body ? [body] : [])]);
  const models = planModels(
    roots.flatMap((ref) => ("schema" in ref ? [ref.schema] : [])),
    { bundle, tree, names },
  );
  const queries = planQueries(typed, names, report);
  const print = createPrinter(models, queries);
  const byMethod = new Map(typed.map((one) => [one.method, one]));
  const plan = (space: Namespace, type: string): PlannedNamespace => ({
    name: space.name,
    type,
    methods: space.methods.flatMap((method) => {
      const found = byMethod.get(method);
      return found ? [print(found)] : [];
    }),
    children: space.children.map((child) => {
      return plan(child, names.claim(`${type === "Client" ? "" : type}${pascalCase(child.name)}`));
    }),
  });
  const root = plan(shape.root, "Client");
  checkIterate(root, report);
  return {
    ...{ own: shape.own, root, models, queries },
    explodeLists: explodesLists(contract, report),
    words: contractWords(contract, bundle),
  };
}

/** A method with the types of its operation. */
interface TypedMethod extends DataType {
  method: ClientMethod;
  paged: boolean;
  largestPage: number | undefined;
  body: TypeRef | undefined;
}

function methodsOf({ methods, children }: Namespace): ClientMethod[] {
  return [...methods, ...children.flatMap(methodsOf)];
}

/** A list is read page by page if its query takes the number of a page, unless the document says otherwise. */
function isPaged(
  { parameters, paged, responses }: OperationFact,
  { contract, reader }: TypeContext,
): boolean {
  const { pagination, envelope } = contract;
  const takesPage = parameters.some((one) => one.in === "query" && one.name === pagination.parameter);
  const saysMore = responses.some(({ status, schema }) => {
    const pages = status.startsWith("2") ? propertySchemas(reader, schema, envelope.pagination) : [];
    return pages.some((page) => propertySchemas(reader, page, pagination.more).length > 0);
  });
  return takesPage && saysMore && paged !== false;
}

/** The most items that a page may have: the maximum of the query parameter that takes their number. */
function largestPageOf({ parameters }: OperationFact, { size }: PaginationFact): number | undefined {
  const parameter = parameters.find((one) => one.in === "query" && one.name === size);
  const { maximum } = Object(parameter?.schema.value);
  return typeof maximum === "number" ? maximum : undefined;
}

function planQueries(typed: readonly TypedMethod[], names: Identifiers, report: Report): QueryType[] {
  const owners = new Map<string, string>();
  return typed.flatMap(({ method: { operation } }) => {
    const { id, parameters, location } = operation;
    if (!parameters.some((parameter) => parameter.in === "query")) return [];
    const wanted = `${pascalCase(id)}Query`;
    const other = owners.get(wanted);
    if (other !== undefined) {
      const message = `The operationIds \`${other}\` and \`${id}\` both make the type \`${wanted}\`: rename one of them.`;
      report({ rule: RULE, severity: "error", location, message });
    }
    owners.set(wanted, id);
    return [{ type: names.claim(wanted), operation: id }];
  });
}

function createPrinter(models: readonly Model[], queries: readonly QueryType[]) {
  const types = new Map(models.map(({ schema, type }) => [schema, type]));
  const queryTypes = new Map(queries.map(({ operation, type }) => [operation, type]));
  const one = (ref: TypeRef): string => {
    return "schema" in ref ? `${types.get(ref.schema)}${ref.list ? "[]" : ""}` : ref.expression;
  };
  return ({ method, data, item, body, list, paged, largestPage }: TypedMethod): PlannedMethod => {
    const query = queryTypes.get(method.operation.id);
    return {
      ...method,
      ...{ data: data.map(one).join(" | "), item: item.map(one).join(" | "), list, paged: list && paged },
      ...(largestPage !== undefined && { largestPage }),
      ...(body && { body: one(body) }),
      ...(query !== undefined && { query }),
    };
  };
}

/** The name of the method that reads a list page by page. */
export const ITERATE = "iterate";

function checkIterate({ name, methods, children }: PlannedNamespace, report: Report): void {
  const paged = methods.filter((method) => method.paged);
  const others = [...methods, ...children].filter((member) => member.name === ITERATE);
  const [first, second] = paged;
  if (first && (second || others.length > 0)) {
    const { id, location } = (second ?? first).operation;
    const taken = second ? `that of ${first.operation.id}` : `another member of the client`;
    const message = `The list ${id} gets the method \`${name}.${ITERATE}\`, and ${taken} has that name: name one of them with \`x-client-method\`, or set \`x-pagination: false\` at the list.`;
    report({ rule: RULE, severity: "error", location, message });
  }
  for (const child of children) checkIterate(child, report);
}
