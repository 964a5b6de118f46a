import { UsageError } from "../../src/cli/command.ts";
import { readText } from "../../src/cli/files.ts";
import { type Command, main, type Program, runProgram } from "../../src/cli/index.ts";
import { ContractError } from "../../src/document/index.ts";

/** A command that takes every kind of argument, and says on stdout what it got. */
export const order: Command = {
  name: "order",
  summary: "Order tea",
  details: "It is hot.",
  positionals: [
    { name: "tea", description: "which one" },
    { name: "extra", description: "what goes in", many: true },
  ],
  options: {
    size: { type: "string", choices: ["small", "large"], default: "small", description: "how much" },
    cups: { type: "number", value: "n", min: 2, default: 2, description: "how many" },
    spoons: { type: "number", description: "to stir" },
    to: { type: "string", description: "for whom" },
    quick: { type: "boolean", description: "do not wait" },
  },
  examples: ["shop order green milk"],
  async run(args, { out }) {
    const { positionals } = args;
    const options = [
      args.text("size"),
      args.number("cups"),
      args.number("spoons"),
      args.text("to"),
      args.flag("quick"),
    ];
    out(`${JSON.stringify([positionals, ...options])}\n`);
    return 0;
  },
};

const plain = (name: string, run: Command["run"]): Command => ({ name, summary: `Does ${name}`, run });

export const program: Program = {
  name: "shop",
  summary: "a shop",
  version: "9.8.7",
  commands: [
    order,
    plain("findings", async () => 1),
    plain("usage", async () => {
      throw new UsageError("The kettle is off.");
    }),
    plain("contract", async () => {
      const place = { file: "a.yaml", line: 2, column: 3, pointer: "" };
      throw new ContractError([
        { ...place, rule: "broken", severity: "error", message: "Is broken. Mend it." },
      ]);
    }),
    plain("missing", async (_, { out }) => {
      out(readText("no/such/tea"));
      return 0;
    }),
    plain("fault", async () => {
      throw new Error("a fault of the program");
    }),
    plain("word", async () => {
      throw "only a word";
    }),
    plain("flood", async (_, { out }) => {
      for (let line = 0; line < 200_000; line++) out(`line ${line}\n`);
      return 1;
    }),
    plain("chatter", async (_, { err, out }) => {
      for (let line = 0; line < 200_000; line++) err(`line ${line}\n`);
      out("done\n");
      return 0;
    }),
    plain("echo", async (_, { out, readStdin }) => {
      out(await readStdin());
      return 0;
    }),
    plain("style", async (_, { out, err, style, styleErr, interactive }) => {
      out(`${style("red", "out")} ${interactive}\n`);
      err(`${styleErr("red", "err")}\n`);
      return 0;
    }),
  ],
};

if (process.argv[1]?.endsWith("program.ts"))
  await main((argv, terminal) => runProgram(program, argv, terminal));
