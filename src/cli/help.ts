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
  const rows = commands.map((command) => [usageOf(command), command.summary] as const);
  return [
    `${name}: ${summary}`,
    "",
    "Usage:",
    ...table(rows.map(([usage, text]) => [`${name} ${usage}`, text])),
    "",
    `${name} <command> --help says more about one. ${name} --version prints the version.`,
    "Exit status: 0 fine, 1 findings, 2 could not run.",
    "",
  ].join("\n");
}

/** What `--help` prints for one command; `prefix` is how the user calls the program. */
export function commandHelp(prefix: string, command: Command): string {
  const positionals = (command.positionals ?? []).map(
    ({ name, description }) => [`<${name}>`, description] as const,
  );
  const options = Object.entries(command.options ?? {}).map(
    ([name, spec]) => [optionUsage(name, spec), optionText(spec)] as const,
  );
  const sections = [
    [`Usage: ${prefix} ${usageOf(command)}`.trimEnd(), "", `${command.summary}.`],
    command.details ? ["", command.details] : [],
    positionals.length > 0 ? ["", "Arguments:", ...table(positionals)] : [],
    options.length > 0 ? ["", "Options:", ...table(options)] : [],
    command.examples ? ["", "Examples:", ...command.examples.map((line) => `  ${line}`)] : [],
    [""],
  ];
  return sections.flat().join("\n");
}

function usageOf({ name, positionals = [], options = {} }: Command): string {
  const places = positionals.map((spec) => `<${spec.name}${spec.many ? "…" : ""}>`);
  const switches = Object.entries(options).map(([option, spec]) => `[${optionUsage(option, spec)}]`);
  return [name, ...places, ...switches].filter((part) => part !== "").join(" ");
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
