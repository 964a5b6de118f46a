import { parseArgs } from "node:util";
import { nearest } from "../report/index.ts";
import { type Arguments, type Command, type OptionSpec, UsageError } from "./command.ts";

type Options = Readonly<Record<string, OptionSpec>>;

/**
 * Reads the arguments of `command`.
 * @throws UsageError naming the argument that is wrong, and what is allowed.
 */
export function readArguments(command: Command, argv: readonly string[]): Arguments {
  const options = command.options ?? {};
  const { values, positionals } = parse(argv, options);
  checkPositionals(command, positionals);
  const given = (name: string) => values.get(name)?.at(-1) ?? options[name]?.default;
  return {
    positionals,
    text: (name) => String(given(name) ?? ""),
    texts: (name) => values.get(name)?.map(String) ?? [],
    number: (name) => Number(given(name)),
    flag: (name) => given(name) === true,
  };
}

interface OptionToken {
  name: string;
  /** As the user typed it, with its dashes. */
  rawName: string;
  value?: string | undefined;
  /** Whether the value was joined to the option with `=`. */
  inlineValue?: boolean | undefined;
}

/** The tokens of parseArgs are checked here: its strict mode explains its own API instead of the user's mistake. */
function parse(argv: readonly string[], options: Options) {
  const types = Object.entries(options).map(([name, { type }]) => {
    return [name, { type: type === "boolean" ? "boolean" : "string" }] as const;
  });
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(types),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, (string | true)[]>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    values.set(token.name, [...(values.get(token.name) ?? []), optionValue(token, options)]);
  }
  return { values, positionals };
}

function optionValue(token: OptionToken, options: Options): string | true {
  const { name, rawName, value, inlineValue } = token;
  const spec = Object.hasOwn(options, name) ? options[name] : undefined;
  if (spec === undefined) throw new UsageError(`Unknown option ${rawName}.${suggestOption(name, options)}`);
  if (spec.type === "boolean") {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value.`);
    return true;
  }
  if (value === undefined) throw new UsageError(`${rawName} needs a value.`);
  if (inlineValue === false && value.startsWith("-") && value !== "-") {
    throw new UsageError(
      `${rawName} needs a value; one that begins with a dash is written ${rawName}=${value}.`,
    );
  }
  checkValue(name, value, spec);
  return value;
}

function suggestOption(name: string, options: Options): string {
  const [best] = nearest(name, [...Object.keys(options), "help"]);
  return best === undefined ? "" : ` Did you mean --${best}?`;
}

function checkPositionals({ positionals: specs = [] }: Command, given: readonly string[]): void {
  const missing = specs[given.length];
  if (missing && !missing.optional)
    throw new UsageError(`Missing argument <${missing.name}>: ${missing.description}.`);
  const extra = specs.at(-1)?.many ? undefined : given[specs.length];
  if (extra !== undefined) throw new UsageError(`Unexpected argument ${JSON.stringify(extra)}.`);
}

function checkValue(name: string, value: string, { type, choices, min = 0 }: OptionSpec): void {
  if (choices && !choices.includes(value)) {
    throw new UsageError(`--${name} is ${JSON.stringify(value)}; it may be ${choices.join(", ")}.`);
  }
  if (type === "number" && !(/^\d+$/.test(value) && Number(value) >= min)) {
    throw new UsageError(`--${name} is ${JSON.stringify(value)}; it must be a whole number from ${min}.`);
  }
}
