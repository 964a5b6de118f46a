import type { Sandbox, SandboxOptions, Seed } from "../../sandbox/index.ts";
import { type Arguments, type Command, type ExitCode, type Terminal, UsageError } from "../command.ts";
import { readInput } from "../files.ts";
import { claimPort } from "../port.ts";
import { checkCommand, printCheck } from "../sandbox/check.ts";
import { listen } from "../sandbox/server.ts";
import { welcome } from "../sandbox/welcome.ts";

const LOCAL = "127.0.0.1";

/** `cstar-contract sandbox` */
export const sandbox: Command = {
  name: "sandbox",
  summary: "Serve an API that behaves like the real one, with every error by its cause",
  details:
    "State is kept in memory, and apart for each world: http://127.0.0.1:4010/~my-test/api/v1 is one of its own.\n" +
    "With --check, a command that creates one ticket is run against each case, with CSTAR_BASE_URL, CSTAR_API_KEY and\n" +
    "CSTAR_TEAM_ID in its environment. Exit status 1 means that the client does something that it should not.",
  positionals: [
    { name: "command", description: "what --check runs, after two dashes", many: true, optional: true },
  ],
  options: {
    port: {
      type: "number",
      value: "port",
      min: 0,
      default: 4010,
      description: "where it listens; 0 takes a free one",
    },
    host: {
      type: "string",
      value: "address",
      default: LOCAL,
      description: "on which address; others reach it unless it is local",
    },
    seed: { type: "string", value: "file", description: "JSON with the data that each world begins with" },
    strict: { type: "boolean", description: "hold every response against the contract before it goes out" },
    check: { type: "boolean", description: "run a client's command, and report how it behaves" },
    patience: {
      type: "number",
      value: "seconds",
      min: 1,
      default: 150,
      description: "how long a run of --check may take",
    },
    format: {
      type: "string",
      choices: ["text", "json"],
      default: "text",
      description: "how the report of --check is printed",
    },
  },
  examples: [
    "cstar-contract sandbox",
    "cstar-contract sandbox --port 8080 --seed seed.json",
    "cstar-contract sandbox --check -- node my-client.mjs",
  ],
  async run(args, terminal): Promise<ExitCode> {
    const { createSandbox, sandboxFacts } = await import("../../../generated/sandbox.ts");
    const open = (origin: string) => tryOpen(createSandbox, { origin, ...optionsOf(args) });
    open(`http://${LOCAL}`); // a seed that is wrong is told before anything listens
    if (args.flag("check")) return check(args, terminal, open);
    if (args.positionals.length > 0) {
      throw new UsageError(
        `Unexpected argument ${JSON.stringify(args.positionals[0])}. A command goes with --check.`,
      );
    }
    const [port, host] = [args.number("port"), args.text("host")];
    await claimPort(port, host);
    if (host !== LOCAL)
      terminal.err(`Everybody who reaches ${host} can use the sandbox; it has no secrets.\n`);
    let opened: Sandbox | undefined;
    const keep = (origin: string) => {
      opened = open(origin);
      return opened;
    };
    const listening = await listen(keep, {
      port,
      host,
      onError: (error) => terminal.err(`${String(error)}\n`),
    });
    if (opened) terminal.out(welcome(opened.world(), sandboxFacts.operations));
    await stopped();
    listening.close();
    const unfired = opened?.world().report().unfired ?? [];
    for (const fault of unfired) terminal.err(`This fault never hit anything: ${fault}.\n`);
    return 0;
  },
};

async function check(
  args: Arguments,
  terminal: Terminal,
  open: (origin: string) => Sandbox,
): Promise<ExitCode> {
  if (args.positionals.length === 0) {
    throw new UsageError(
      "--check needs a command that creates one ticket: sandbox --check -- node my-client.mjs",
    );
  }
  let opened: Sandbox | undefined;
  const keep = (origin: string) => {
    opened = open(origin);
    return opened;
  };
  const listening = await listen(keep, {
    port: 0,
    host: LOCAL,
    onError: (error) => terminal.err(`${String(error)}\n`),
  });
  try {
    if (opened === undefined) return 2;
    const rows = await checkCommand({
      sandbox: opened,
      command: args.positionals,
      patience: args.number("patience"),
    });
    terminal.out(args.text("format") === "json" ? `${JSON.stringify(rows, null, 2)}\n` : printCheck(rows));
    return rows.some(({ result }) => result === "failed") ? 1 : 0;
  } finally {
    listening.close();
  }
}

type Create = (options: SandboxOptions) => Sandbox;

function tryOpen(create: Create, options: SandboxOptions): Sandbox {
  try {
    return create(options);
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
