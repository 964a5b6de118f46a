import { expect, it, vi } from "vitest";
import { peakOf } from "../bench/verify/memory.ts";

vi.setConfig({ testTimeout: 600_000 }); // hundreds of thousands of records are made, and a machine may be busy

const program = ["--import", "tsx", "src/cli/main.ts"];
const MB = 1e6;

it("verify takes no more memory for many records than for few, and little more than a program that does nothing", async () => {
  const idle = await peakOf([...program, "--version"], 0);
  const few = await peakOf([...program, "verify", "-"], 10_000);
  const many = await peakOf([...program, "verify", "-"], 200_000);
  expect(few.stdout).toMatch(/^10000 of 10000 records checked/);
  expect(many.stdout).toMatch(/^200000 of 200000 records checked/);
  // The records are 180 MB.
  expect((many.bytes - few.bytes) / MB).toBeLessThan(40);
  expect((many.bytes - idle.bytes) / MB).toBeLessThan(90);
});
