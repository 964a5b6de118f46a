import type { Command, OptionSpec } from "./command.ts";

/** A program with one or more commands. */
export interface Program {
  name: string;
  summary: string;
  version: string;
  commands: readonly Command[];
}

/** What `--help` prints for a program of several commands. */
export function programHelp({ name, summary, commands }: Program): string {
  const rows = commands.map((command) => {
    return [
      [name, command.name, ...operandsOf(command), ...optionsHint(command)].join(" "),
      command.summary,
    ] as const;
  });
  return [
    `${name}: ${summary}`,
    "",
    "Usage:",
    ...table(rows),
    "",
    `${name} <command> --help explains a command. ${name} --version prints the version.`,
    "Exit status: 0 fine, 1 findings, 2 could not run.",
    "",
  ].join("\n");
}

/** What `--help` prints for one command; `usage` is what the user types before its arguments. */
export function commandHelp(usage: string, command: Command): string {
  const positionals = (command.positionals ?? []).map(
    ({ name, description }) => [`<${name}>`, description] as const,
  );
  const options = Object.entries(command.options ?? {}).map(
    ([name, spec]) => [optionUsage(name, spec), optionText(spec)] as const,
  );
  const sections = [
    [["Usage:", usage, ...argumentsOf(command)].join(" "), "", `${command.summary}.`],
    command.details ? ["", command.details] : [],
    positionals.length > 0 ? ["", "Arguments:", ...table(positionals)] : [],
    options.length > 0 ? ["", "Options:", ...table(options)] : [],
    command.examples ? ["", "Examples:", ...command.examples.map((line) => `  ${line}`)] : [],
    [""],
  ];
  return sections.flat().join("\n");
}

function argumentsOf(command: Command): string[] {
  const options = Object.entries(command.options ?? {});
  return [...operandsOf(command), ...options.map(([option, spec]) => `[${optionUsage(option, spec)}]`)];
}

function operandsOf({ positionals = [] }: Command): string[] {
  return positionals.map(({ name, many, optional }) => {
    const operand = `<${name}${many ? "…" : ""}>`;
    return optional ? `[${operand}]` : operand;
  });
}

/** In the overview, that there are options is enough: a line of all of them is wider than a terminal. */
function optionsHint({ options = {} }: Command): string[] {
  return Object.keys(options).length > 0 ? ["[options]"] : [];
}

function optionUsage(name: string, { type, value, choices }: OptionSpec): string {
  return type === "boolean" ? `--${name}` : `--${name} ${choices?.join("|") ?? `<${value ?? type}>`}`;
}

function optionText({ description, default: standard }: OptionSpec): string {
  return standard === undefined ? description : `${description} (default ${standard})`;
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
