import { createSandbox, sandboxFacts } from "../../../generated/sandbox.ts";
import type { SandboxOptions, Seed } from "../../sandbox/index.ts";
import { type Arguments, type ExitCode, type Terminal, UsageError } from "../command.ts";
import { readInput } from "../files.ts";
import { claimPort, LOCAL_HOST } from "../port.ts";
import { checkCommand, printCheck } from "./check.ts";
import { listen, type Served } from "./server.ts";
import { welcome } from "./welcome.ts";

/** Serves the sandbox until somebody ends it, or runs a client's command against it. */
export async function runSandbox(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const options = optionsOf(args);
  tryCreate(options); // a seed that is wrong is told before anything listens
  if (args.flag("check")) return check(args, terminal, options);
  const [unexpected] = args.positionals;
  if (unexpected !== undefined) {
    throw new UsageError(`Unexpected argument ${JSON.stringify(unexpected)}. A command goes with --check.`);
  }
  const [port, host] = [args.number("port"), args.text("host")];
  await claimPort(port, host);
  if (host !== LOCAL_HOST) {
    terminal.err(`Everybody who reaches ${host} can use the sandbox; it has no secrets.\n`);
  }
  const { sandbox, listening } = await serve(options, { port, host, terminal });
  terminal.out(welcome(sandbox.world(), sandboxFacts.operations));
  await stopped();
  listening.close();
  for (const name of sandbox.worlds()) {
    for (const fault of sandbox.world(name).report().unfired) {
      terminal.err(`This fault of the world ${name} never hit anything: ${fault}.\n`);
    }
  }
  return 0;
}

async function check(args: Arguments, terminal: Terminal, options: SandboxOptions): Promise<ExitCode> {
  const { positionals: command } = args;
  if (command.length === 0) {
    throw new UsageError(
      "--check needs a command that creates one ticket: sandbox --check -- node my-client.mjs",
    );
  }
  const { sandbox, listening } = await serve(options, { port: 0, host: LOCAL_HOST, terminal });
  try {
    const rows = await checkCommand({ sandbox, command, patience: args.number("patience") });
    terminal.out(args.text("format") === "json" ? `${JSON.stringify(rows, null, 2)}\n` : printCheck(rows));
    return rows.some(({ result }) => result === "failed") ? 1 : 0;
  } finally {
    listening.close();
  }
}

interface Place {
  port: number;
  host: string;
  terminal: Terminal;
}

function serve(options: SandboxOptions, { port, host, terminal }: Place): Promise<Served> {
  return listen((origin) => createSandbox({ origin, ...options }), {
    ...{ port, host },
    onError: (error) => terminal.err(`${String(error)}\n`),
  });
}

function tryCreate(options: SandboxOptions): void {
  try {
    createSandbox(options);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}

function optionsOf(args: Arguments): SandboxOptions {
  const file = args.text("seed");
  return { strict: args.flag("strict"), ...(file !== "" && { seed: readSeed(file) }) };
}

function readSeed(file: string): Seed {
  try {
    return JSON.parse(readInput(file));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${file} is not valid JSON: ${error.message}.`);
    throw error;
  }
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}
