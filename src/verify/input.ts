import type { CleanRecord } from "./clean-record.ts";
import { type Exchange, harEntries, readExchange } from "./exchange.ts";
import type { Judge } from "./judge-exchange.ts";
import type { Skipped } from "./report.ts";
import type { RecordPlace } from "./tally.ts";

export interface InputOptions {
  /** Name of the input, for its findings. */
  source?: string | undefined;
  /** Gives the text of a file beside the input, where Playwright keeps bodies of a HAR. */
  readFile?: ((name: string) => string | undefined) | undefined;
}

/** Takes the values of one input, and knows which of them are records. */
export interface Input {
  take(value: unknown): void;
  /** Counts a record that conforms to the last note. */
  takeClean(record: CleanRecord): void;
  /** Counts a record that is not looked at. */
  skip(reason: Skipped): void;
  /** Settles what was waiting for what might follow. */
  end(): void;
}

/** How many empty successes may wait for the same request to come again. */
const MAX_WAITING = 64;

export function createInput(judge: Judge, { source, readFile }: InputOptions): Input {
  const { tally } = judge;
  let record = 0;
  /** The first value, if it is no record: a body, should it stay the only value. */
  let lone: { value: unknown; place: RecordPlace } | undefined;
  const waiting = new Map<string, { exchange: Exchange; place: RecordPlace }>();

  const next = (): RecordPlace => {
    tally.record();
    record++;
    return { record, source };
  };
  const dropLone = () => {
    if (lone) tally.skip("not-a-record");
    lone = undefined;
  };
  /** Playwright records a request that it sends again as a success without a body. */
  const settle = (key: string, isRepeated: boolean) => {
    const early = waiting.get(key);
    waiting.delete(key);
    if (early) judge.exchange(early.exchange, early.place, isRepeated ? "retried" : undefined);
  };
  const takeExchange = (exchange: Exchange, place: RecordPlace) => {
    if (exchange.isHar) {
      const key = `${exchange.method} ${exchange.url}`;
      settle(key, true);
      const { status, body } = exchange;
      if (status >= 200 && status < 300 && status !== 204 && body.value === "") {
        waiting.set(key, { exchange, place });
        const [oldest] = waiting.keys();
        if (waiting.size > MAX_WAITING && oldest !== undefined) settle(oldest, false);
        return;
      }
    }
    const { file } = exchange;
    if (file === undefined) return judge.exchange(exchange, place);
    const text = readFile?.(file);
    if (text === undefined) return judge.exchange(exchange, place, "body-in-another-file");
    judge.exchange({ ...exchange, body: { value: text } }, place);
  };
  const takeRecord = (value: unknown) => {
    const place = next();
    const exchange = readExchange(value);
    if (exchange) {
      dropLone();
      takeExchange(exchange, place);
    } else if (isEnvelope(value)) {
      dropLone();
      judge.body(value, place);
    } else if (record === 1) lone = { value, place };
    else {
      dropLone();
      tally.skip("not-a-record");
    }
  };

  return {
    take(value) {
      const entries = harEntries(value);
      if (entries) for (const entry of entries) takeRecord(entry);
      else takeRecord(value);
    },
    takeClean(record) {
      const place = next();
      dropLone();
      judge.clean(record, place);
    },
    skip(reason) {
      next();
      dropLone();
      tally.skip(reason);
    },
    end() {
      if (lone) judge.body(lone.value, lone.place);
      lone = undefined;
      for (const key of [...waiting.keys()]) settle(key, false);
    },
  };
}

/** Whether a value claims to be a body of the API, so that it is one even among others. */
function isEnvelope(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const hasFlag = "success" in value && typeof value.success === "boolean";
  return hasFlag || ("error" in value && typeof value.error === "object" && value.error !== null);
}
