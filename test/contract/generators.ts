import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OperationFact } from "../../src/contract/index.ts";
import { binOf, peers } from "./peers.ts";
import { contract, root } from "./project.ts";
import { type Ended, runNode } from "./run.ts";

/** Somebody else's generator of TypeScript, and where its types have the body of an error response. */
export interface Generator {
  name: string;
  script(): string;
  args: string[];
  /** The file with the types, below the generator's own folder. */
  types: string;
  /** The body that an operation has for a status. */
  body(operation: OperationFact, status: string): string;
}

const input = join(root, "generated/openapi.yaml");

export const generators: readonly Generator[] = [
  {
    name: "hey-api",
    script: () => binOf("@hey-api/openapi-ts"),
    args: ["-i", input, "-o", ".", "--silent"],
    types: "types.gen.ts",
    body: ({ id }, status) => `their.${capital(id)}Errors[${status}]`,
  },
  {
    name: "orval",
    script: () => binOf("orval"),
    args: ["--config", join(peers, "orval.config.cjs")],
    types: "api.ts",
    body: ({ id }, status) => `their.${id}Response${status}["data"]`,
  },
  {
    name: "kubb",
    script: () => binOf("@kubb/cli"),
    args: ["generate", "--config", join(peers, "kubb.config.cjs"), "--silent"],
    types: "types.ts",
    body: ({ id }, status) => `their.${capital(id)}${status}`,
  },
];

/** Runs a generator on the published document; its files are in `folder` then. */
export async function generate(generator: Generator, folder: string): Promise<Ended> {
  mkdirSync(folder, { recursive: true });
  const env = { ...process.env, GENERATOR_INPUT: input, GENERATOR_OUTPUT: folder, DO_NOT_TRACK: "1" };
  return await runNode([generator.script(), ...generator.args], { cwd: folder, env });
}

/**
 * A program that compiles only if a generator's types keep all codes of all responses apart: each response has exactly the
 * codes of the contract, and a code leads to its type and to `param` where the contract demands it.
 */
export function writeClaims({ types, body }: Generator, folder: string): number {
  const lines = contract.operations.flatMap((operation) =>
    operation.responses.flatMap(({ status, codes }) => {
      if (codes.length === 0) return [];
      const error = `${body(operation, status)}["error"]`;
      return [
        `same<${error}["code"], ${union(codes)}>(true);`,
        ...codes.flatMap((code) => factsOf(error, code)),
      ];
    }),
  );
  const head = `import type * as their from "./${types.replace(/\.ts$/, "")}";
declare function same<A, B>(is: [A] extends [B] ? ([B] extends [A] ? true : false) : false): void;`;
  writeFileSync(join(folder, "claims.ts"), [head, ...lines, ""].join("\n"));
  return lines.length;
}

function factsOf(error: string, code: string): string[] {
  const fact = contract.errors.find((one) => one.code === code);
  const chosen = `Extract<${error}, { code: "${code}" }>`;
  return [
    `same<${chosen}["type"], "${fact?.type}">(true);`,
    `same<${chosen} extends { param: string } ? true : false, ${fact?.param === "required"}>(true);`,
  ];
}

/** Compiles everything in `folder` strictly. */
export async function compileFolder(folder: string): Promise<string> {
  const compilerOptions = {
    ...{ target: "ES2022", lib: ["ES2022", "DOM", "DOM.Iterable"], types: [], strict: true },
    ...{ module: "ESNext", moduleResolution: "Bundler", noEmit: true, skipLibCheck: true },
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
  const { stdout } = await runNode([
    join(root, "node_modules/typescript/bin/tsc"),
    "-p",
    folder,
    "--pretty",
    "false",
  ]);
  return stdout;
}

function union(codes: readonly string[]): string {
  return codes.map((code) => JSON.stringify(code)).join(" | ");
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
