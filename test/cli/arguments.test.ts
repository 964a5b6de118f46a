import fc from "fast-check";
import { expect, test } from "vitest";
import { readArguments } from "../../src/cli/arguments.ts";
import { type Command, UsageError } from "../../src/cli/command.ts";
import { order } from "./program.ts";

const bare: Command = { name: "bare", summary: "Takes nothing", run: async () => 0 };

function read(argv: string[], command: Command = order) {
  const { positionals, text, number, flag } = readArguments(command, argv);
  return [positionals, text("size"), number("cups"), number("spoons"), text("to"), flag("quick")];
}

test.each<[string[], unknown[]]>([
  [
    ["green", "milk"],
    [["green", "milk"], "small", 2, Number.NaN, "", false],
  ],
  [
    ["green", "milk", "honey"],
    [["green", "milk", "honey"], "small", 2, Number.NaN, "", false],
  ],
  [
    ["--size", "large", "a", "--cups=12", "b", "--quick"],
    [["a", "b"], "large", 12, Number.NaN, "", true],
  ],
  [
    ["a", "b", "--spoons", "0", "--to", "Ann"],
    [["a", "b"], "small", 2, 0, "Ann", false],
  ],
  [
    ["--", "--size", "-"],
    [["--size", "-"], "small", 2, Number.NaN, "", false],
  ],
  [
    ["-", "--to=", "b"],
    [["-", "b"], "small", 2, Number.NaN, "", false],
  ],
  [
    ["a", "--to", "-", "b"],
    [["a", "b"], "small", 2, Number.NaN, "-", false],
  ],
  [
    ["a", "--to=-x", "--size", "large", "--size", "small", "b"],
    [["a", "b"], "small", 2, Number.NaN, "-x", false],
  ],
])("%j is read", (argv, want) => {
  expect(read(argv)).toEqual(want);
});

test.each<[string[], string]>([
  [[], "Missing argument <tea>: which one."],
  [["green"], "Missing argument <extra>: what goes in."],
  [["a", "b", "--colour"], "Unknown option --colour."],
  [["a", "b", "-x"], "Unknown option -x."],
  [["a", "b", "--size", "huge"], '--size is "huge"; it may be small, large.'],
  [["a", "b", "--cups", "1"], '--cups is "1"; it must be a whole number from 2.'],
  [["a", "b", "--cups", "2.5"], '--cups is "2.5"; it must be a whole number from 2.'],
  [["a", "b", "--cups", "x3"], '--cups is "x3"; it must be a whole number from 2.'],
  [["a", "b", "--cups", "3x"], '--cups is "3x"; it must be a whole number from 2.'],
  [["a", "b", "--cups="], '--cups is ""; it must be a whole number from 2.'],
  [["a", "b", "--spoons=-1"], '--spoons is "-1"; it must be a whole number from 0.'],
  [["a", "b", "--to"], "--to needs a value."],
  [["a", "b", "--to", "--quick"], "--to needs a value; one that begins with a dash is written --to=--quick."],
  [
    ["a", "b", "--spoons", "-1"],
    "--spoons needs a value; one that begins with a dash is written --spoons=-1.",
  ],
  [["a", "b", "--quick=yes"], "--quick takes no value."],
  [["a", "b", "--no-quick"], "Unknown option --no-quick. Did you mean --quick?"],
  [["a", "b", "--sise", "large"], "Unknown option --sise. Did you mean --size?"],
  [["a", "b", "--CUPS=2"], "Unknown option --CUPS. Did you mean --cups?"],
  [["a", "b", "--hlep"], "Unknown option --hlep. Did you mean --help?"],
  [["a", "b", "-qx"], "Unknown option -q."],
  [["a", "b", "--constructor"], "Unknown option --constructor."],
  [["a", "b", "--__proto__=1"], "Unknown option --__proto__."],
])("%j is refused with its reason", (argv, message) => {
  expect(() => read(argv)).toThrow(new UsageError(message));
});

test("an argument too many is named", () => {
  expect(() => read(["one"], bare)).toThrow(new UsageError('Unexpected argument "one".'));
  const single: Command = { ...bare, positionals: [{ name: "file", description: "what to read" }] };
  expect(() => read(["one", "two"], single)).toThrow(new UsageError('Unexpected argument "two".'));
  expect(readArguments(single, ["one"]).positionals).toEqual(["one"]);
});

test("any arguments are read or refused, and never crash", () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom("--size", "--cups", "3", "large", "--", "--quick", "-h", "--no-quick", "--=", "-"),
  );
  fc.assert(
    fc.property(fc.array(word), (argv) => {
      try {
        read(argv);
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
        expect((error as Error).message).toMatch(/\.$|\?$|XYZ'$/);
      }
    }),
  );
});
