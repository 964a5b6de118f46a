import { describe, expect, it } from "vitest";
import { compileSamples } from "../guide/compile.ts";
import { prepare } from "../guide/run.ts";
import { readSamples } from "../guide/samples.ts";

const samples = readSamples("server-kit");

describe("The guide of the server kit", () => {
  it("has samples that compile as they stand, with every strict option", () => {
    expect(samples.length).toBeGreaterThan(5);
    expect(compileSamples(samples)).toEqual([]);
  }, 120_000);

  it("prints what it says", async () => {
    const runnable = await prepare(samples);
    try {
      for (const { name, prints } of samples.filter((sample) => sample.prints !== undefined)) {
        const { stdout, stderr } = await runnable.run(name, "http://127.0.0.1:1");
        expect({ stdout, stderr }).toEqual({ stdout: prints, stderr: "" });
      }
    } finally {
      runnable.remove();
    }
  });
});
