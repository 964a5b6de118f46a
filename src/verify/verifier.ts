import type { ConformanceFacts } from "../conformance/index.ts";
import { createHints } from "./hints.ts";
import { createInput, type InputOptions } from "./input.ts";
import { createJudge } from "./judge-exchange.ts";
import type { VerifierOptions } from "./options.ts";
import { isPlainSuccess } from "./plain-success.ts";
import { type InputStream, readBytes } from "./read-input.ts";
import { createValueReader } from "./read-values.ts";
import { checkedOf, type VerifyReport } from "./report.ts";
import { createTally } from "./tally.ts";

/** Checks recorded traffic against the contract. */
export interface Verifier {
  /** Whether a URL belongs to the API, so that its responses are checked. */
  covers(url: string): boolean;
  /** Checks one record: flat, nested, or the entry of a HAR. */
  add(record: unknown): void;
  /**
   * Checks everything in an input, whose form its content tells.
   * @throws TypeError for a compression that this runtime cannot undo, and what reading the input throws.
   */
  read(input: InputStream, options?: InputOptions): Promise<void>;
  /** Lets the report wait for something that will add records. */
  waitFor(pending: Promise<unknown>): void;
  report(): Promise<VerifyReport>;
}

/** Makes a verifier of the contract that `facts` are of. */
export function createVerifier(facts: ConformanceFacts, options: VerifierOptions = {}): Verifier {
  const tally = createTally(facts, options.maxFindings ?? 1000);
  const hints = createHints(facts, options);
  const judge = createJudge(facts, { options, tally, hints });
  const added = createInput(judge, {});
  const pending = new Set<Promise<unknown>>();
  return {
    covers: (url) => judge.covers(url),
    add: (record) => added.take(record),
    async read(stream, inputOptions = {}) {
      const input = createInput(judge, inputOptions);
      const reader = createValueReader({
        onValue: (value) => input.take(value),
        onUnreadable: () => input.skip("unreadable"),
        takeBytes(json, from, to) {
          if (options.errorsOnly === true && isPlainSuccess(json, from, to)) {
            input.skip("success");
            return true;
          }
          const clean = judge.records.read(json, from, to);
          if (clean) input.takeClean(clean);
          return clean !== undefined;
        },
      });
      await readBytes(stream, (bytes) => reader.push(bytes));
      if (reader.end()) {
        input.skip("unreadable");
        hints.add(`${inputOptions.source ?? "The input"} ends in the middle of a value`);
      }
      input.end();
    },
    waitFor(promise) {
      const settled: Promise<unknown> = promise.catch(() => {}).then(() => pending.delete(settled));
      pending.add(settled);
    },
    async report() {
      while (pending.size > 0) await Promise.all(pending);
      added.end();
      const report = tally.report();
      return { ...report, hints: hints.list(checkedOf(report)) };
    },
  };
}
