import { type ParseArgsConfig, parseArgs } from "node:util";
import { type Arguments, type Command, type OptionSpec, UsageError } from "./command.ts";

/**
 * Reads the arguments of `command`.
 * @throws UsageError naming the argument that is wrong, and what it may be.
 */
export function readArguments(command: Command, argv: readonly string[]): Arguments {
  const options = command.options ?? {};
  const { values, positionals } = parse(argv, options);
  checkPositionals(command, positionals);
  for (const [name, value] of Object.entries(values)) {
    const spec = options[name];
    if (spec) checkValue(name, value, spec);
  }
  const given = (name: string) => values[name] ?? options[name]?.default;
  return {
    positionals,
    text: (name) => String(given(name) ?? ""),
    number: (name) => Number(given(name)),
    flag: (name) => given(name) === true,
  };
}

type Values = Record<string, string | boolean | undefined>;

function parse(argv: readonly string[], options: Readonly<Record<string, OptionSpec>>) {
  const config: ParseArgsConfig["options"] = { help: { type: "boolean", short: "h" } };
  for (const [name, { type }] of Object.entries(options)) {
    config[name] = { type: type === "boolean" ? "boolean" : "string" };
  }
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: config, allowPositionals: true });
    return { values: values as Values, positionals };
  } catch (error) {
    // parseArgs says which argument it could not take; the rest of its advice is about its own API.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split(". ")[0]?.replace(/\.$/, "")}.`);
  }
}

function checkPositionals({ positionals: specs = [] }: Command, given: readonly string[]): void {
  const missing = specs[given.length];
  if (missing) throw new UsageError(`Missing argument <${missing.name}>: ${missing.description}.`);
  const extra = specs.at(-1)?.many ? undefined : given[specs.length];
  if (extra !== undefined) throw new UsageError(`Unexpected argument ${JSON.stringify(extra)}.`);
}

function checkValue(
  name: string,
  value: string | boolean | undefined,
  { type, choices, min }: OptionSpec,
): void {
  if (typeof value !== "string") return;
  if (choices && !choices.includes(value)) {
    throw new UsageError(`--${name} is ${JSON.stringify(value)}; it may be ${choices.join(", ")}.`);
  }
  if (type === "number" && !(/^\d+$/.test(value) && Number(value) >= (min ?? 0))) {
    throw new UsageError(
      `--${name} is ${JSON.stringify(value)}; it must be a whole number from ${min ?? 0}.`,
    );
  }
}
