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

test("an unknown command is named, with those that exist", async () => {
  expect(await call("ordre")).toEqual({
    status: 2,
    out: "",
    err: '<red>error:</red> There is no command "ordre"; there are order, findings, usage, fault, word, flood, chatter, echo, style.\nSee: shop --help\n',
  });
});

test.each([["--help"], ["-h"]])(
  "%s behind a command explains that command, whatever else is there",
  async (word) => {
    expect(await call("order", "--nonsense", word)).toEqual({
      status: 0,
      out: commandHelp("shop", order),
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

test("a script without a name of its own points at its own help", async () => {
  const terminal = recorder();
  const command = { ...order, name: "" };
  expect(await runCommand("npm run order --", { command, argv: [], terminal })).toBe(2);
  expect(terminal.said.err).toContain("\nSee: npm run order -- --help\n");
});

test("a fault of the program is not hidden", async () => {
  await expect(call("fault")).rejects.toThrow("a fault of the program");
});
