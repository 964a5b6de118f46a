import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { readContract } from "../../contract/index.ts";
import { loadTree } from "../../document/index.ts";
import { type Command, type ExitCode, UsageError } from "../command.ts";
import { readText } from "../files.ts";
import { packageFile } from "../package.ts";
import { acceptsConnections, claimPort } from "../port.ts";
import { recipes } from "./recipes.ts";

const HOST = "127.0.0.1";

/** `cstar-contract mock` */
export const mock: Command = {
  name: "mock",
  summary: "Serve the whole API on this machine, with a recipe for every error",
  details:
    "Prism answers from the examples of the contract. The header `Prefer: code=…, example=…` chooses an error.\nThe recipes are printed when it listens; Ctrl-C ends it.",
  options: {
    port: {
      type: "number",
      value: "port",
      min: 1,
      default: 4010,
      description: `where it listens, on ${HOST}`,
    },
  },
  examples: ["cstar-contract mock", "cstar-contract mock --port 8080"],
  async run(args, { out }): Promise<ExitCode> {
    const port = args.number("port");
    const program = prismProgram();
    const spec = packageFile("openapi.json");
    const contract = readContract(loadTree(spec, readText));
    await claimPort(port, HOST); // Prism would print its whole usage before it says that the port is taken
    const prism = startPrism([program, "mock", "--host", HOST, "--port", String(port), spec]);
    const announced = acceptsConnections(port, HOST, prism.over).then((listening) => {
      if (listening) out(`${recipes(contract, `http://${HOST}:${port}`).join("\n")}\n`);
    });
    const [exitCode] = await Promise.all([prism.ended, announced]);
    return exitCode;
  },
};

interface Running {
  /** Aborted when Prism has ended, for whatever reason. */
  over: AbortSignal;
  /** 0 when it ended because somebody ended it, 2 when it failed. */
  ended: Promise<ExitCode>;
}

// Prism reads no input. Its input is a pipe from here, which the system closes however this process ends.
const END_WITH_PARENT = "data:text/javascript,process.stdin.once('end',()=>process.exit()).resume().unref()";

/** Runs Prism for as long as this process lives, and not longer. */
function startPrism(args: readonly string[]): Running {
  const over = new AbortController();
  const prism = spawn(process.execPath, ["--import", END_WITH_PARENT, ...args], {
    stdio: ["pipe", process.stderr, "inherit"], // the recipes are the result, Prism's log is talk
  });
  let stopped = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      stopped = true;
      prism.kill(signal);
    });
  }
  const exited = once(prism, "exit").finally(() => over.abort());
  return { over: over.signal, ended: exited.then(([code]): ExitCode => (stopped || code === 0 ? 0 : 2)) };
}

function prismProgram(): string {
  try {
    return createRequire(import.meta.url).resolve("@stoplight/prism-cli");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND")) throw error;
    throw new UsageError(
      "The mock needs Prism, which is not installed. Run: npm install --save-dev @stoplight/prism-cli@5.14.2",
    );
  }
}
