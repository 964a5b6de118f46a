import {
  type ErrorTable,
  explainCode,
  explainResponse,
  isSound,
  printClientCode,
  printCode,
  printResponse,
  printUnknown,
  unknownCode,
} from "../../explain/index.ts";
import { type Arguments, type Command, type ExitCode, type Terminal, UsageError } from "../command.ts";
import { readText } from "../files.ts";
import { packageFile } from "../package.ts";

/** `cstar-contract explain <code|->` */
export const explain: Command = {
  name: "explain",
  summary: "Explain an error code, or an error response that was pasted",
  details:
    "With `-`, standard input is read: an error body, or a whole HTTP response as `curl -i` and `curl -v` print it. Exit\nstatus 1 means that the code is unknown or that the response is not as the contract says.",
  positionals: [{ name: "code", description: "an error code, or - to read a response" }],
  options: {
    format: { type: "string", choices: ["text", "json"], default: "text", description: "how it is printed" },
  },
  examples: ["cstar-contract explain key_expired", "curl -i https://… | cstar-contract explain -"],
  async run(args, terminal) {
    const table = JSON.parse(readText(packageFile("errors.json"))) as ErrorTable;
    const [code = ""] = args.positionals;
    return code === "-"
      ? explainInput(table, args, terminal)
      : explainOne(table, code, { json: args.text("format") === "json", terminal });
  },
};

function explainOne(
  table: ErrorTable,
  code: string,
  { json, terminal }: { json: boolean; terminal: Terminal },
): ExitCode {
  const explanation = explainCode(table, code);
  if (explanation) {
    terminal.out(json ? toJson(explanation) : printCode(explanation, terminal.style));
    return 0;
  }
  const ofClient = table.clientErrors.find((row) => row.code === code);
  if (ofClient) {
    terminal.out(json ? toJson(ofClient) : printClientCode(ofClient, terminal.style));
    return 0;
  }
  const unknown = unknownCode(table, code);
  terminal.out(json ? toJson(unknown) : printUnknown(unknown, terminal.style));
  return 1;
}

async function explainInput(
  table: ErrorTable,
  args: Arguments,
  { out, style, readStdin }: Terminal,
): Promise<ExitCode> {
  // Only a response needs them, and they would delay the explanation of a code.
  const { conformanceFacts: facts } = await import("../../../generated/conformance.ts");
  const response = explainResponse({ table, facts }, await readStdin());
  if (response === undefined) {
    throw new UsageError(
      "Standard input is neither an error body nor an HTTP response: paste JSON, or what `curl -i` prints.",
    );
  }
  out(args.text("format") === "json" ? toJson(response) : printResponse(response, style));
  return isSound(response) ? 0 : 1;
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
