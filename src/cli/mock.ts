import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Contract, loadTree, readContract, sampleRequest } from "../contract/index.ts";
import { type Command, type ExitCode, UsageError } from "./command.ts";
import { packageFile } from "./package.ts";

/** `cstar-contract mock` */
export const mock: Command = {
  name: "mock",
  summary: "Serve the whole API on this machine, with a recipe for every error",
  details:
    "Prism answers from the examples of the contract. The header `Prefer: code=…, example=…` chooses an error.",
  options: {
    port: {
      type: "number",
      value: "port",
      min: 1,
      default: 4010,
      description: "where it listens, on 127.0.0.1",
    },
  },
  examples: ["cstar-contract mock", "cstar-contract mock --port 8080"],
  async run(args, { out }): Promise<ExitCode> {
    const spec = packageFile("openapi.json");
    const contract = readContract(loadTree(spec, (file) => readFileSync(file, "utf8")));
    const origin = `http://127.0.0.1:${args.number("port")}`;
    const prism = spawn(
      process.execPath,
      [prismProgram(), "mock", "--host", "127.0.0.1", "--port", String(args.number("port")), spec],
      {
        stdio: ["ignore", process.stderr, "inherit"], // the recipes are the result, Prism's log is talk
      },
    );
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => prism.kill(signal));
    out(`${recipes(contract, origin).join("\n")}\n`);
    const [code, signal] = await ended(prism);
    return code === 0 || signal !== null ? 0 : 2;
  },
};

/** For each code its name, its status, and a command that makes the mock answer with it. */
export function recipes({ errors, operations, keys }: Contract, origin: string): string[] {
  const kind = keys.find(({ environment, kind }) => environment === "test" && kind === "secret") ?? keys[0];
  const key = `${kind?.prefix ?? ""}${"x".repeat(32)}`;
  return errors.map(({ code, status, operations: [first] }) => {
    const operation = operations.find(({ id }) => id === first);
    if (operation === undefined) throw new Error(`No operation declares ${code}.`);
    const { method, path, body } = sampleRequest(operation);
    const lines = [
      `# ${code} (${status})`,
      `curl -X ${method} ${origin}${path}`,
      `-H 'Authorization: Bearer ${key}'`,
      `-H 'Prefer: code=${status}, example=${code}'`,
      ...(body === undefined
        ? []
        : [`-H 'Content-Type: application/json' -d ${quote(JSON.stringify(body))}`]),
    ];
    return `${lines[0]}\n${lines.slice(1).join(" \\\n  ")}\n`;
  });
}

// Inside single quotes a shell reads nothing but the closing quote.
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function prismProgram(): string {
  try {
    return createRequire(import.meta.url).resolve("@stoplight/prism-cli");
  } catch {
    throw new UsageError(
      "The mock needs Prism, which is not installed. Run: npm install --save-dev @stoplight/prism-cli@5.14.2",
    );
  }
}

function ended(child: ReturnType<typeof spawn>): Promise<[number | null, NodeJS.Signals | null]> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve([code, signal]));
  });
}
