import { toPointer } from "../document/index.ts";
import { parseRetryAfter } from "../http/retry-after.ts";
import { type ErrorRow, type ErrorTable, findRow } from "./error-table.ts";
import type { PastedAnswer } from "./read-answer.ts";

/** Something about an answer that the contract does not allow. */
export interface Problem {
  /** The rule's name, as `verify` has it. */
  rule: string;
  /** RFC 6901, into the body; for headers and status into the answer (`/headers/retry-after`, `/status`). */
  pointer: string;
  message: string;
  /** A `note` is no fault: the contract lets answers grow. */
  severity: "error" | "note";
}

type Json = Record<string, unknown>;

/** Everything that is wrong with an answer, by the rules of the contract, in the order of the body. */
export function checkAnswer(table: ErrorTable, answer: PastedAnswer): Problem[] {
  if (answer.body === undefined) {
    return [problem("not-json", [], `The body is not JSON${answer.text === "" ? ", it is empty" : ""}.`)];
  }
  const { body } = answer;
  if (!isObject(body) || !isObject(body.error)) return [notEnvelope(body)];
  const { code } = body.error;
  const row = typeof code === "string" ? findRow(table, code) : undefined;
  return [
    ...(body.success === false
      ? []
      : [problem("success-flag", ["success"], `\`success\` must be false; it is ${show(body.success)}.`)]),
    ...checkError(table, body.error, row),
    ...checkMeta(table, body),
    ...(row ? checkTransport(row, answer) : []),
  ];
}

/** The object that says what went wrong, wherever it stands in a body; undefined when there is none. */
export function errorObjectOf(body: unknown): Json | undefined {
  if (!isObject(body)) return undefined;
  if (isObject(body.error)) return body.error;
  return typeof body.code === "string" ? body : undefined;
}

function notEnvelope(body: unknown): Problem {
  const found = !isObject(body)
    ? `it is ${show(body)}`
    : "error" in body
      ? `\`error\` is ${show(body.error)}`
      : errorObjectOf(body)
        ? "it is the error object alone"
        : "it has no `error`";
  return problem(
    "not-envelope",
    [],
    `The body must be an object with \`success\`, \`error\` and \`meta\`; ${found}.`,
  );
}

function checkError(table: ErrorTable, error: Json, row: ErrorRow | undefined): Problem[] {
  const known = Object.keys(table.fields);
  const required = known.filter((name) => name !== "param");
  return [
    ...required.flatMap((name) => {
      if (!Object.hasOwn(error, name))
        return [problem("field-missing", ["error", name], `\`error.${name}\` is missing.`)];
      return typeof error[name] === "string" && error[name] !== ""
        ? []
        : [
            problem(
              "field-type",
              ["error", name],
              `\`error.${name}\` must be a text; it is ${show(error[name])}.`,
            ),
          ];
    }),
    ...Object.keys(error)
      .filter((name) => !known.includes(name))
      .map((name) =>
        problem("field-unknown", ["error", name], `The contract does not know \`error.${name}\`.`, "note"),
      ),
    ...(row ? checkAgainst(row, error) : checkUnknown(table, error)),
  ];
}

function checkUnknown({ types }: ErrorTable, { type, code }: Json): Problem[] {
  return [
    ...(typeof code === "string"
      ? [problem("unknown-code", ["error", "code"], `There is no code ${show(code)}.`)]
      : []),
    ...(typeof type === "string" && !Object.hasOwn(types, type)
      ? [problem("unknown-type", ["error", "type"], `There is no type ${show(type)}.`)]
      : []),
  ];
}

function checkAgainst(row: ErrorRow, error: Json): Problem[] {
  const differs = (name: string, rule: string, wanted: string) =>
    typeof error[name] === "string" && error[name] !== wanted
      ? [
          problem(
            rule,
            ["error", name],
            `\`error.${name}\` of ${row.code} is ${show(wanted)}; here it is ${show(error[name])}.`,
          ),
        ]
      : [];
  return [
    ...differs("type", "type-mismatch", row.type),
    ...differs("doc_url", "doc-url", row.docUrl),
    ...checkParam(row, error),
  ];
}

function checkParam({ code, param: rule }: ErrorRow, error: Json): Problem[] {
  const at = ["error", "param"];
  if (!Object.hasOwn(error, "param")) {
    return rule === "required"
      ? [problem("param-missing", at, `${code} must name the parameter in \`param\`.`)]
      : [];
  }
  if (rule === "never") return [problem("param-unexpected", at, `${code} never has a \`param\`.`)];
  return typeof error.param === "string" && error.param !== ""
    ? []
    : [problem("field-type", at, `\`error.param\` must be a text; it is ${show(error.param)}.`)];
}

function checkMeta({ errors }: ErrorTable, body: Json): Problem[] {
  const { meta } = body;
  if (!isObject(meta)) return [problem("meta-missing", ["meta"], "`meta` is missing.")];
  const names = Object.keys(errors[0]?.example.meta ?? {});
  const missing = names.filter((name) => typeof meta[name] !== "string" || meta[name] === "");
  const id = isObject(body.error) ? body.error.request_id : undefined;
  return [
    ...missing.map((name) =>
      problem("field-missing", ["meta", name], `\`meta.${name}\` is missing or no text.`),
    ),
    ...(typeof id === "string" && typeof meta.requestId === "string" && id !== meta.requestId
      ? [
          problem(
            "request-id-mismatch",
            ["meta", "requestId"],
            `\`meta.requestId\` and \`error.request_id\` must be the same; they are ${show(meta.requestId)} and ${show(id)}.`,
          ),
        ]
      : []),
  ];
}

function checkTransport(row: ErrorRow, { status, headers }: PastedAnswer): Problem[] {
  if (status === undefined) return [];
  return [
    ...(status === row.status
      ? []
      : [
          problem(
            "status-mismatch",
            ["status"],
            `${row.code} comes with status ${row.status}; here it is ${status}.`,
          ),
        ]),
    ...(row.retry !== "after" || parseRetryAfter(headers.get("retry-after"))
      ? []
      : [
          problem(
            "retry-after-missing",
            ["headers", "retry-after"],
            `${row.code} needs a \`Retry-After\` header that says how long to wait.`,
          ),
        ]),
  ];
}

function problem(
  rule: string,
  path: string[],
  message: string,
  severity: Problem["severity"] = "error",
): Problem {
  return { rule, pointer: toPointer(path), message, severity };
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  if (value === undefined) return "missing";
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
