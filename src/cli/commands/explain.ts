import {
  type ErrorTable,
  explainCode,
  explainResponses,
  explainStatus,
  findCode,
  isSound,
  printClientCode,
  printCode,
  printResponse,
  printStatus,
  printUnknown,
  unknownCode,
} from "../../explain/index.ts";
import { type Arguments, type Command, type ExitCode, type Terminal, UsageError } from "../command.ts";
import { readText } from "../files.ts";
import { packageFile } from "../package.ts";

/** `cstar-contract explain <code|->` */
export const explain: Command = {
  name: "explain",
  summary: "Explain an error code, a status, or a response that was pasted",
  details: `Takes a code in any spelling, a status, the address of a code's documentation, or a response. With -, standard input
is read: an error body, a whole HTTP response as \`curl -i\` and \`curl -v\` print it, a HAR entry, a line of a log, or a
value as console.log and Python print it; several of them, too.
Exit status 1 means that the code is unknown or that the response is not as the contract says.`,
  positionals: [{ name: "code", description: "a code, a status, an address, a response, or - to read one" }],
  options: {
    format: { type: "string", choices: ["text", "json"], default: "text", description: "how it is printed" },
  },
  examples: [
    "cstar-contract explain key_expired",
    "cstar-contract explain 403",
    "curl -i https://… | cstar-contract explain -",
  ],
  async run(args, terminal) {
    const table = JSON.parse(readText(packageFile("errors.json"))) as ErrorTable;
    const [asked = ""] = args.positionals;
    if (asked === "-") return explainPasted(await terminal.readStdin(), { table, args, terminal });
    const isResponse = /^\s*(?:[[{"']|HTTP\/)/.test(asked);
    return isResponse
      ? explainPasted(asked, { table, args, terminal })
      : explainWord(asked, { table, args, terminal });
  },
};

interface Call {
  table: ErrorTable;
  args: Arguments;
  terminal: Terminal;
}

function explainWord(word: string, { table, args, terminal: { out, style } }: Call): ExitCode {
  const isJson = args.text("format") === "json";
  const print = <T>(value: T, printText: (value: T) => string) =>
    out(isJson ? toJson(value) : printText(value));
  const asked = findCode(table, word);
  if ("status" in asked) {
    const status = explainStatus(table, asked.status);
    print(status, (value) => printStatus(value, style));
    return status.meaning === undefined ? 1 : 0;
  }
  const explanation = explainCode(table, asked.code);
  const ofClient = table.clientErrors.find(({ code }) => code === asked.code);
  if (explanation) print(explanation, (value) => printCode(value, style));
  else if (ofClient) print(ofClient, (value) => printClientCode(value, style));
  else print(unknownCode(table, asked.code), (value) => printUnknown(value, style));
  return explanation || ofClient ? 0 : 1;
}

async function explainPasted(pasted: string, { table, args, terminal }: Call): Promise<ExitCode> {
  // Only a response needs them, and they would delay the explanation of a code.
  const { conformanceFacts: facts } = await import("../../../generated/conformance.ts");
  const responses = explainResponses({ table, facts }, pasted);
  const [first] = responses;
  if (first === undefined) {
    const what = "This is neither an error body nor an HTTP response";
    throw new UsageError(`${what}: paste JSON, or what \`curl -i\` prints.`);
  }
  const { out, style } = terminal;
  if (args.text("format") === "json") out(toJson(responses.length === 1 ? first : responses));
  else {
    const texts = responses.map((response) => printResponse(response, style));
    const line = (index: number) => `${style("dim", `── ${index + 1} of ${texts.length} ──`)}\n\n`;
    out(texts.length === 1 ? (texts[0] ?? "") : texts.map((text, index) => line(index) + text).join("\n"));
  }
  return responses.every(isSound) ? 0 : 1;
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
