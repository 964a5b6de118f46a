import { expect, test } from "vitest";
import { commandHelp, programHelp, runCommand, runProgram } from "../../src/cli/index.ts";
import { order, program } from "./program.ts";
import { recorder } from "./recorder.ts";

async function call(...argv: string[]) {
  const terminal = recorder();
  const status = await runProgram(program, argv, terminal);
  return { status, ...terminal.said };
}

test.each([["--help"], ["-h"], ["help"]])("%s prints the overview as a result", async (word) => {
  expect(await call(word)).toEqual({ status: 0, out: programHelp(program), err: "" });
});

test("without a command the overview is talk, and the status says that nothing was done", async () => {
  expect(await call()).toEqual({ status: 2, out: "", err: programHelp(program) });
});

test.each([["--version"], ["-v"]])("%s prints the version alone", async (word) => {
  expect(await call(word)).toEqual({ status: 0, out: "9.8.7\n", err: "" });
});

test.each([
  ["ordre", "Unknown command ordre. Did you mean order?"],
  ["Findings", "Unknown command Findings. Did you mean findings?"],
  [
    "teapot",
    "Unknown command teapot. The commands are order, findings, usage, contract, missing, fault, word, flood, chatter, echo, style.",
  ],
  ["--verison", "Unknown option --verison. Did you mean --version?"],
  ["--order", "Unknown option --order. Did you mean order?"],
])("%s is no command: the nearest one is suggested, or all are listed", async (name, message) => {
  expect(await call(name)).toEqual({
    status: 2,
    out: "",
    err: `<red>error:</red> ${message}\nSee: shop --help\n`,
  });
});

test.each([["--help"], ["-h"]])(
  "%s behind a command explains that command, whatever else is there",
  async (word) => {
    expect(await call("order", "--nonsense", word)).toEqual({
      status: 0,
      out: commandHelp("shop order", order),
      err: "",
    });
  },
);

test("a command gets its arguments, and its status is the program's", async () => {
  expect(await call("order", "green", "milk")).toMatchObject({
    status: 0,
    out: '[["green","milk"],"small",2,null,"",false]\n',
  });
  expect(await call("findings")).toEqual({ status: 1, out: "", err: "" });
});

test("what the user can put right is one message, and where to read on", async () => {
  expect(await call("usage")).toEqual({
    status: 2,
    out: "",
    err: "<red>error:</red> The kettle is off.\nSee: shop usage --help\n",
  });
  expect((await call("order")).err).toBe(
    "<red>error:</red> Missing argument <tea>: which one.\nSee: shop order --help\n",
  );
});

test("help is an operand behind --", async () => {
  expect(await call("order", "--", "--help", "-h")).toMatchObject({
    status: 0,
    out: '[["--help","-h"],"small",2,null,"",false]\n',
  });
});

test("a document that cannot be used is told by its findings, on stderr, with status 1", async () => {
  expect(await call("contract")).toEqual({
    status: 1,
    out: "",
    err: "<underline>a.yaml</underline>\n  <dim>2:3</dim>  <red>error  </red>  Is broken. Mend it.  <dim>broken</dim>\n\n1 error\n",
  });
});

test("an error of the file system is one sentence with its path, and no stack", async () => {
  expect(await call("missing")).toEqual({
    status: 2,
    out: "",
    err: "<red>error:</red> no/such/tea cannot be opened: there is no such file. Check the path, and the folder that you are in.\n",
  });
});

test("a command that is a program by itself points at its own help", async () => {
  const terminal = recorder();
  expect(await runCommand("npm run order --", { command: order, argv: [], terminal })).toBe(2);
  expect(terminal.said.err).toContain("\nSee: npm run order -- --help\n");
});

test("a fault of the program is not hidden", async () => {
  await expect(call("fault")).rejects.toThrow("a fault of the program");
});
