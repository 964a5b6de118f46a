import type { Command } from "../command.ts";
import { LOCAL_HOST } from "../port.ts";

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
      default: LOCAL_HOST,
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
  async run(args, terminal) {
    // The sandbox is a program of its own: the other commands need not wait until it is loaded.
    const { runSandbox } = await import("../sandbox/run.ts");
    return runSandbox(args, terminal);
  },
};
