import type { ErrorFact } from "../../src/contract/index.ts";
import { contract } from "../contract/project.ts";
import { type Program, packageName } from "./programs.ts";

/** How each code may be handled, by whether its error has a `param`: as narrow as the contract makes it, and no narrower. */
const handling = {
  required: "error.param.toUpperCase()",
  optional: 'error.param?.toUpperCase() ?? ""',
  never: "error.message",
} as const satisfies Record<ErrorFact["param"], string>;

/** What has to be handled in full: `type` is narrowed by a `switch` over its `code`, which is one of `errors`. */
interface Closed {
  name: string;
  type: string;
  errors: readonly ErrorFact[];
}

/**
 * Programs with a case for every code, which have to compile, and the same programs without one of their cases, which
 * must not: TS2366 says that a function does not always return, TS2741 that a record lacks a key.
 */
export function exhaustivePrograms(): Program[] {
  const { errors, operations } = contract;
  const wire: Closed = { name: "switch", type: "ApiError", errors };
  const objects = operations.map(
    ({ id, codes }): Closed => ({
      name: `switch-${id}`,
      type: `CStarError<OperationErrorCode<"${id}">>`,
      errors: errors.filter(({ code }) => codes.includes(code)),
    }),
  );
  return [
    ...withAndWithout(wire, switchOver, "TS2366"),
    ...withAndWithout({ ...wire, name: "record" }, recordOf, "TS2741"),
    // That each code counts is shown above; here the sets differ.
    ...objects.flatMap((one) => withAndWithout(one, switchOver, "TS2366", one.errors.slice(-1))),
  ];
}

/** A `switch` over the code of an error of a type, with a case for each of some codes and no `default`. */
export function switchOver({ type, errors }: Pick<Closed, "type" | "errors">): string {
  return [
    `import type { ApiError, CStarError, OperationErrorCode } from "${packageName}";`,
    `export function handle(error: ${type}): string {`,
    "  switch (error.code) {",
    ...errors.map(({ code, param }) => `    case "${code}": return ${handling[param]};`),
    "  }",
    "}",
    "",
  ].join("\n");
}

function recordOf({ errors }: Closed): string {
  return [
    `import type { ErrorCode } from "${packageName}";`,
    "export const seen: Record<ErrorCode, number> = {",
    ...errors.map(({ code }) => `  ${code}: 0,`),
    "};",
    "",
  ].join("\n");
}

function withAndWithout(
  closed: Closed,
  print: (closed: Closed) => string,
  missing: string,
  leftOut = closed.errors,
): Program[] {
  return [
    { name: closed.name, text: print(closed), expected: [] },
    ...leftOut.map(({ code }) => ({
      name: `${closed.name}-without-${code}`,
      text: print({ ...closed, errors: closed.errors.filter((error) => error.code !== code) }),
      expected: [missing],
    })),
  ];
}
