import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { conformanceFacts as facts } from "../../../generated/conformance.ts";
import { createVerifier } from "../../../src/entries/verify.ts";
import { type BadSample, badSamples } from "../../contract/samples.ts";
import { median, printTable } from "../support.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** How many findings somebody has of each fault of `test/samples/bad.json`; undefined for one who did not run. */
type Counts = number[] | undefined;

/** What verify and `redocly drift` find of the faults in `test/samples/bad.json`, one response each. */
export async function reportFaults(folder: string): Promise<void> {
  const samples = badSamples();
  const file = join(folder, "faults.har");
  writeFileSync(
    file,
    JSON.stringify({ log: { version: "1.2", creator: { name: "bench" }, entries: samples.map(entryOf) } }),
  );
  const { counts, named } = await verify(samples);
  const row = (name: string, found: Counts) => {
    if (found === undefined) return [name, "not here", "", ""];
    const some = found.filter((count) => count > 0);
    return [name, String(some.length), String(median(some)), String(Math.max(...some))];
  };
  printTable(
    `${samples.length} faults, one response each: how many are found, with how many findings`,
    ["", "found", "median", "most"],
    [row("verify", counts), row("redocly drift", drift(file, folder, samples.length))],
  );
  console.log(`Wanted: all, with one finding each. By its name in bad.json verify finds ${named}.`);
}

const headers = {
  "content-type": "application/json",
  "x-ratelimit-limit": "1000",
  "x-ratelimit-remaining": "999",
  "x-ratelimit-reset": "1774868400",
  "x-ratelimit-window": "3600",
};

/** A fault as the entry of a HAR, which both read. */
function entryOf({ value, bodyOf }: BadSample, index: number): unknown {
  const { method = "", path = "" } = facts.operations.find(({ id }) => id === bodyOf.operation) ?? {};
  const ids: Record<string, string> = {
    teamId: "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
    ticketId: `tkt_${index}`,
    customerId: `cus_${index}`,
    articleId: `art_${index}`,
  };
  const url = `https://www.cstar.help/api/v1${path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name)}`;
  const list = Object.entries({ ...headers, ...(bodyOf.status === "429" && { "retry-after": "30" }) }).map(
    ([name, text]) => ({ name, value: text }),
  );
  const content = {
    mimeType: "application/json",
    text: JSON.stringify(value),
    size: JSON.stringify(value).length,
  };
  const none = { cookies: [], headersSize: -1, bodySize: -1, httpVersion: "HTTP/1.1" };
  return {
    startedDateTime: "2026-03-30T10:30:00Z",
    time: 1,
    request: {
      method,
      url,
      headers: [{ name: "Authorization", value: "Bearer sk_test_bench" }],
      queryString: [],
      ...none,
    },
    response: {
      status: Number(bodyOf.status),
      statusText: "",
      headers: list,
      content,
      redirectURL: "",
      ...none,
    },
    cache: {},
    timings: { send: 0, wait: 1, receive: 0 },
  };
}

/** A note counts where there is no finding: a field that the contract does not know is one; a note may also say what was meant. */
async function verify(samples: readonly BadSample[]): Promise<{ counts: number[]; named: number }> {
  const counts: number[] = [];
  let named = 0;
  for (const [index, sample] of samples.entries()) {
    const verifier = createVerifier();
    verifier.add(entryOf(sample, index));
    const { findings, notes } = await verifier.report();
    const rules = findings.length > 0 ? findings.map(({ rule }) => rule) : Object.keys(notes);
    counts.push(rules.length);
    if (rules.includes(sample.rule)) named++;
  }
  return { counts, named };
}

function drift(har: string, folder: string, size: number): Counts {
  const out = join(folder, "drift.csv");
  const args = [
    "redocly",
    "drift",
    har,
    "--api",
    join(root, "generated/openapi.yaml"),
    "--format",
    "csv",
    "-o",
    out,
  ];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const { error } = spawnSync("npx", args, { cwd: root, env, stdio: "ignore" });
  if (error) return undefined;
  try {
    const counts = Array.from({ length: size }, () => 0);
    // A run, a finding, then which exchange it is of.
    for (const [, index] of readFileSync(out, "utf8").matchAll(/^[0-9a-f-]+,[0-9a-f-]+,(\d+),/gm)) {
      counts[Number(index)] = (counts[Number(index)] ?? 0) + 1;
    }
    return counts;
  } catch {
    return undefined; // this version of it has no such command, or prints no such report
  }
}
