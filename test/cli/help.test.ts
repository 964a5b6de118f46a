import { expect, test } from "vitest";
import { commandHelp, programHelp } from "../../src/cli/index.ts";
import { order, program } from "./program.ts";

test("the help of a program lists its commands in a column, and the exit statuses", () => {
  const commands = program.commands.slice(0, 2);
  expect(programHelp({ ...program, commands })).toBe(`shop: a shop

Usage:
  shop order <tea> <extra…> [options]  Order tea
  shop findings                        Does findings

shop <command> --help explains a command. shop --version prints the version.
Exit status: 0 fine, 1 findings, 2 could not run.
`);
});

test("the help of a command explains every argument, with defaults and examples", () => {
  expect(
    commandHelp("shop order", order),
  ).toBe(`Usage: shop order <tea> <extra…> [--size small|large] [--cups <n>] [--spoons <number>] [--to <string>] [--quick]

Order tea.

It is hot.

Arguments:
  <tea>    which one
  <extra>  what goes in

Options:
  --size small|large  how much (default small)
  --cups <n>          how many (default 2)
  --spoons <number>   to stir
  --to <string>       for whom
  --quick             do not wait

Examples:
  shop order green milk
`);
});

test("what a command does not have is left out of its help", () => {
  const bare = { name: "build", summary: "Builds it", run: async () => 0 as const };
  expect(commandHelp("npm run build --", bare)).toBe("Usage: npm run build --\n\nBuilds it.\n");
});

test("a single argument or option has its section too", () => {
  const single = {
    name: "one",
    summary: "Takes one",
    positionals: [{ name: "file", description: "what to read" }],
    options: { dry: { type: "boolean", description: "do nothing" } },
    run: async () => 0 as const,
  } as const;
  expect(commandHelp("shop one", single)).toBe(`Usage: shop one <file> [--dry]

Takes one.

Arguments:
  <file>  what to read

Options:
  --dry  do nothing
`);
});
