import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { contract, readJson } from "../contract/project.ts";
import { type BodyPlace, badSamples, goodSamples, list } from "../contract/samples.ts";

/** A TypeScript program, and the errors that a compiler has to find in it. */
export interface Program {
  /** File name without `.ts`. */
  name: string;
  text: string;
  /** Such as `["TS2322"]`, in their order; empty when it has to compile. */
  expected: string[];
}

/** What programs import the contract as. */
export const packageName = "@cstar.help/api-contract";

/** The folder of the hand-written programs. */
export const folder = fileURLToPath(new URL("./programs/", import.meta.url));

/** The hand-written programs. Their first line says what is expected: `// expect: nothing` or `// expect: TS2322`. */
export function writtenPrograms(): Program[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  return files.sort().map((file) => {
    const text = readFileSync(folder + file, "utf8");
    const expected = /^\/\/ expect: (nothing|TS\d+(?:, TS\d+)*)\n/.exec(text)?.[1];
    if (expected === undefined) throw new Error(`The first line of ${file} does not say what to expect.`);
    return { name: file.slice(0, -3), text, expected: expected === "nothing" ? [] : expected.split(", ") };
  });
}

/** Programs that claim of the types exactly what the contract says. All have to compile. */
export function derivedPrograms(): Program[] {
  return [
    claims(
      "contract-codes",
      ["ApiError", "ErrorCode", "ErrorEnvelope", "ErrorType"],
      [
        same("ErrorCode", union(contract.errors.map(({ code }) => code))),
        same("ErrorType", union(contract.types.map(({ type }) => type))),
        ...contract.errors.flatMap(({ code, type, docUrl }) => [
          same(`ApiError<"${code}">["code"]`, union([code])),
          same(`ApiError<"${code}">["type"]`, union([type])),
          same(`ApiError<"${code}">["doc_url"]`, union([docUrl])),
          same(`ErrorEnvelope<"${code}">["error"]`, `ApiError<"${code}">`),
        ]),
      ],
    ),
    claims(
      "contract-params",
      ["ApiError", "CStarError"],
      contract.errors.flatMap(({ code, param }) => paramClaims(code, param)),
    ),
    claims(
      "contract-operations",
      ["OperationErrorCode", "operations"],
      [
        same("keyof operations", union(contract.operations.map(({ id }) => id))),
        ...contract.operations.flatMap(({ id, codes, responses }) => [
          same(`OperationErrorCode<"${id}">`, union(codes)),
          ...responses
            .filter((response) => response.codes.length > 0)
            .map((response) =>
              same(
                `${body({ operation: id, status: response.status })}["error"]["code"]`,
                union(response.codes),
              ),
            ),
        ]),
      ],
    ),
  ];
}

/** `param` of a code on the wire, and on the error object of the client, where it is a property of every error. */
function paramClaims(code: string, rule: "required" | "optional" | "never"): string[] {
  const wire = `ApiError<"${code}">`;
  const object = `CStarError<"${code}">["param"]`;
  const claims = {
    required: () => [same(`Pick<${wire}, "param">`, "{ param: string }"), same(object, "string")],
    optional: () => [
      same(`Pick<${wire}, "param">`, "{ param?: string }"),
      same(object, "string | undefined"),
    ],
    never: () => [same(`"param" extends keyof ${wire} ? true : false`, "false"), same(object, "undefined")],
  } satisfies Record<typeof rule, () => string[]>;
  return claims[rule]();
}

/**
 * The samples as literals. A good one satisfies its types; a bad one that types can catch has a line above it that demands
 * an error. Each literal is one line, because that line speaks of the next one only.
 */
export function samplePrograms(): Program[] {
  const good = goodSamples().map(({ path, value, bodyOf, code }) =>
    literals(path, value, {
      types: [...bodyOf.map(body), ...(code ? [`ErrorEnvelope<"${code}">`] : [])],
      fails: false,
    }),
  );
  const bad = badSamples().map(({ path, value, bodyOf, code, caughtBy }) => {
    const types = [body(bodyOf), ...(code ? [`ErrorEnvelope<"${code}">`] : [])];
    return literals(path, value, { types, fails: caughtBy.includes("types") });
  });
  return [...good, ...bad, ...pagePrograms()];
}

/** The payloads of the source page: a whole envelope, and three that show some fields of the error object. */
function pagePrograms(): Program[] {
  return list("source-page").map((path) => {
    const value = readJson(`test/samples/${path}`) as { code?: string };
    const type = value.code
      ? `Pick<ApiError<"${value.code}">, "code" | "param" | "message">`
      : 'ErrorEnvelope<"parameter_missing">';
    return literals(path, value, { types: [type], fails: false });
  });
}

function literals(
  path: string,
  value: unknown,
  { types, fails }: { types: string[]; fails: boolean },
): Program {
  const lines = types.flatMap((type, index) => [
    // On a line of its own, so that a type that does not exist is not taken for the error that is demanded.
    `type T${index} = ${type};`,
    ...(fails ? ["// @ts-expect-error"] : []),
    `(${JSON.stringify(value)}) satisfies T${index};`,
  ]);
  const head = `import type { ApiError, ErrorEnvelope, operations } from "${packageName}";`;
  return { name: programName(path), text: [head, ...lines, ""].join("\n"), expected: [] };
}

/** `bad/errors/param-null.json` is checked in `sample-bad-errors-param-null.ts`. */
export function programName(path: string): string {
  return `sample-${path.replace(/\.json$/, "").replaceAll(/[/.]/g, "-")}`;
}

function body({ operation, status }: BodyPlace): string {
  return `operations["${operation}"]["responses"][${status}]["content"]["application/json"]`;
}

function union(words: readonly string[]): string {
  return words.length === 0 ? "never" : words.map((word) => JSON.stringify(word)).join(" | ");
}

function same(actual: string, wanted: string): string {
  return `same<${actual}, ${wanted}>(true);`;
}

/** Two types are the same when no conditional type can tell them apart. `any` is the same as nothing but itself. */
const SAME = `type Mutual<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Flat<T> = T extends object ? { [K in keyof T]: T[K] } : T;
declare function same<A, B>(is: Mutual<Flat<A>, Flat<B>>): void;`;

function claims(name: string, imports: string[], lines: string[]): Program {
  if (lines.length === 0) throw new Error(`The contract gives nothing to claim for ${name}.`);
  const head = `import type { ${imports.join(", ")} } from "${packageName}";`;
  return { name, text: [head, SAME, ...lines, ""].join("\n"), expected: [] };
}
