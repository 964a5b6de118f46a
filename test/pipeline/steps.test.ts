import { expect, test } from "vitest";
import { elapsed, runSteps } from "../../scripts/steps.ts";
import { recorder } from "../cli/recorder.ts";

const steps = [
  { name: "one", run: async () => "1 file" },
  { name: "three", run: async () => "3 files" },
];
const failing = {
  name: "two",
  run: async (): Promise<string> => {
    throw new Error("it broke");
  },
};
const timeless = (text: string) => text.replace(/\d+\.\d\d s/g, "TIME");

test("each step gets a line with its time and what it made, in columns", async () => {
  const terminal = recorder();
  await runSteps(steps, terminal);
  expect(timeless(terminal.said.out)).toBe("ok    one     TIME  1 file\nok    three   TIME  3 files\n");
  expect(terminal.said.err).toBe("");
});

test("a step that fails is the last one, has its line, and its error goes on", async () => {
  const terminal = recorder();
  await expect(runSteps([...steps, failing, ...steps], terminal)).rejects.toThrow("it broke");
  expect(timeless(terminal.said.out).split("\n").slice(2)).toEqual(["fail  two     TIME", ""]);
});

test("on a terminal the running step is shown, and wiped when it ends or fails", async () => {
  const terminal = recorder(true);
  await expect(runSteps([...steps.slice(0, 1), failing], terminal)).rejects.toThrow("it broke");
  expect(terminal.said.err).toBe("<dim>…   </dim>  one\r\x1b[2K<dim>…   </dim>  two\r\x1b[2K");
  expect(terminal.said.out).not.toContain("\x1b");
});

test("what went well is green and what failed is red", async () => {
  const terminal = recorder();
  const styled = { ...terminal, style: (style: string, text: string) => `<${style}>${text}</${style}>` };
  await expect(runSteps([...steps.slice(0, 1), failing], styled)).rejects.toThrow("it broke");
  expect(terminal.said.out.match(/<.*>/g)).toEqual(["<green>ok  </green>", "<red>fail</red>"]);
});

test("steps run one after the other", async () => {
  const order: string[] = [];
  const step = (name: string) => ({
    name,
    async run() {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
      return "";
    },
  });
  await runSteps([step("a"), step("b")], recorder());
  expect(order).toEqual(["a begins", "a ends", "b begins", "b ends"]);
});

test("time is in seconds with two decimals", () => {
  expect(elapsed(performance.now())).toMatch(/^0\.\d\d s$/);
  expect(elapsed(performance.now() - 61_500)).toMatch(/^6[12]\.\d\d s$/);
});
