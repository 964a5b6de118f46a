import { WriteStream } from "node:tty";
import { expect, onTestFinished, test, vi } from "vitest";
import { compareFindings, type Finding, plain, styleFor, summarize } from "../../src/report/index.ts";

const base: Finding = {
  rule: "r",
  severity: "error",
  file: "f",
  line: 2,
  column: 2,
  pointer: "/p",
  message: "m",
};

test.each<[string, Partial<Finding>, Partial<Finding>]>([
  ["file", { file: "a", line: 9 }, { file: "b" }],
  ["file, by code unit and not by locale", { file: "Z" }, { file: "a" }],
  ["line, as a number", { line: 9, column: 9 }, { line: 10, column: 1 }],
  ["column, as a number", { column: 9, rule: "z" }, { column: 10, rule: "a" }],
  ["rule", { rule: "a", pointer: "/z" }, { rule: "b", pointer: "/a" }],
  ["pointer", { pointer: "/a", message: "z" }, { pointer: "/b", message: "a" }],
  ["message", { message: "a" }, { message: "b" }],
])("findings are sorted by %s", (_, first, second) => {
  const [a, b] = [
    { ...base, ...first },
    { ...base, ...second },
  ];
  expect(compareFindings(a, b)).toBeLessThan(0);
  expect(compareFindings(b, a)).toBeGreaterThan(0);
  expect(compareFindings(a, { ...a })).toBe(0);
});

const of = (...severities: Finding["severity"][]) => severities.map((severity) => ({ ...base, severity }));

test.each([
  [of(), "no findings"],
  [of("error"), "1 error"],
  [of("error", "error"), "2 errors"],
  [of("warning"), "1 warning"],
  [of("info", "info"), "2 info"],
  [of("info", "warning", "error", "warning"), "1 error, 2 warnings, 1 info"],
])("a summary counts by severity: %#", (findings, want) => {
  expect(summarize(findings)).toBe(want);
});

test("style adds colour on a terminal that has colours, and nothing anywhere else", () => {
  const styled = styleFor({ isTTY: true, hasColors: () => true })("red", "x");
  expect(styled).toBe("\u001b[31mx\u001b[39m");
  for (const stream of [
    {},
    { isTTY: true },
    { isTTY: true, hasColors: () => false },
    { hasColors: () => true },
  ]) {
    expect(styleFor(stream)("red", "x")).toBe("x");
  }
  expect(plain("bold", "x")).toBe("x");
});

test.each<[string, Record<string, string | undefined>, boolean]>([
  ["as it is", {}, true],
  ["under NO_COLOR", { NO_COLOR: "1" }, false],
  ["that is dumb", { TERM: "dumb" }, false],
])("a terminal %s has colours or has none, %#", (_, env, want) => {
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const neutral = {
    NO_COLOR: undefined,
    FORCE_COLOR: undefined,
    NODE_DISABLE_COLORS: undefined,
    CI: undefined,
  };
  const all = {
    ...neutral,
    TMUX: undefined,
    TF_BUILD: undefined,
    TEAMCITY_VERSION: undefined,
    COLORTERM: undefined,
  };
  for (const [name, value] of Object.entries({ ...all, TERM: "xterm-256color", ...env }))
    vi.stubEnv(name, value);
  const terminal: WriteStream = Object.assign(Object.create(WriteStream.prototype), { isTTY: true });
  expect(styleFor(terminal)("red", "x") !== "x").toBe(want);
});
