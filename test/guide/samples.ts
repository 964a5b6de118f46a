import { readFileSync } from "node:fs";

/** A program of the guide. */
export interface Sample {
  /** The word after `ts` at its fence. */
  name: string;
  code: string;
  /** What the guide says that it prints; undefined where it says nothing. */
  prints?: string;
}

const fence = /^```(\w+)(?: +(\S+))?\n([\s\S]*?)^```$/gm;

/** Every TypeScript block of a guide; a text block that follows one is what it prints. */
export function readSamples(name = "client-guide"): Sample[] {
  const guide = readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), "utf8");
  const samples: Sample[] = [];
  let last: Sample | undefined;
  for (const [, language, name, body = ""] of guide.matchAll(fence)) {
    if (language === "ts") {
      if (!name) throw new Error(`A block of the guide has no name:\n${body}`);
      last = { name: name.replace(/\.ts$/, ""), code: body };
      samples.push(last);
    } else if (language === "text") {
      if (!last) throw new Error(`The guide shows an output of nothing:\n${body}`);
      last.prints = body;
      last = undefined;
    }
  }
  return samples;
}
