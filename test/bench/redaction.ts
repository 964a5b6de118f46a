import { fold } from "../../src/client/fold.ts";
import { createMatcher } from "../../src/client/matcher.ts";
import { median, printTable, shuffled, times } from "./support.ts";

const ROUNDS = 9;
const RUN = 16;
const MARK = "***";

/** Hides `values` in `text`. Whoever searches as people would without this client finds whole values, spelt as they were sent. */
type Mask = (text: string, values: readonly string[]) => string;

const escapePattern = (value: string) => value.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

const masks: Record<string, Mask> = {
  "split and join": (text, values) => values.reduce((rest, value) => rest.split(value).join(MARK), text),
  "one RegExp": (text, values) => text.replace(new RegExp(values.map(escapePattern).join("|"), "gi"), MARK),
  "this client": (text, values) => createMatcher(values.map(fold), { run: RUN })(text),
};

/** What was sent, and the page that came back. `size` scales what was sent, `page` what came back. */
interface Scenario {
  title: string;
  values: (size: number) => string[];
  text: (page: number) => string;
  size: number;
}

const PAGE = 8_192;
const row = (index: number) => `    <tr>\n        <td class="cell">Row ${index}</td>\n    </tr>\n`;
const sentence = (index: number) => `Message ${index} of somebody who was charged twice`;

const scenarios: Scenario[] = [
  {
    title: "a ticket of 12 fields, an ordinary page",
    values: (size) => Array.from({ length: size }, (_, index) => sentence(index)),
    text: (page) => Array.from({ length: page / 64 }, (_, index) => row(index)).join(""),
    size: 12,
  },
  {
    title: "1,000 fields, a page that repeats some",
    values: (size) => Array.from({ length: size }, (_, index) => sentence(index)),
    text: (page) => Array.from({ length: page / 64 }, (_, index) => `${sentence(index * 7)}\n`).join(""),
    size: 1_000,
  },
  {
    title: "100 kB of one letter, a page of it",
    values: (size) => ["a".repeat(size)],
    text: (page) => "a".repeat(page),
    size: 100_000,
  },
  {
    title: "100 kB of indentation, an indented page",
    values: (size) => [" ".repeat(size)],
    text: (page) => Array.from({ length: page / 64 }, (_, index) => row(index)).join(""),
    size: 100_000,
  },
  {
    title: "5 MB that nearly match",
    values: (size) => [`${"a".repeat(RUN - 1)}b`.repeat(size / RUN)],
    text: (page) => `${"a".repeat(RUN - 1)}c`.repeat(page / RUN),
    size: 5_242_880,
  },
];

/**
 * CPU time of hiding what was sent in what came back, beside the usual ways to do it, and how it grows. Those hide whole
 * values alone, so that they are done at once with a value longer than the page, and leave a part of it readable: the
 * client also hides parts and other spellings, which is what a page that echoes a request has.
 */
export function reportRedaction(): void {
  for (const { title, values, text, size } of scenarios) {
    const sizes = [
      { name: "", values: values(size), text: text(PAGE) },
      { name: "values x 4", values: values(4 * size), text: text(PAGE) },
      { name: "page x 4", values: values(size), text: text(4 * PAGE) },
    ];
    const taken = new Map<string, number[]>();
    const all = Object.entries(masks).flatMap(([mask, run]) => sizes.map((one) => ({ ...one, mask, run })));
    for (let round = 0; round < ROUNDS; round++) {
      for (const { mask, name, run, text, values } of shuffled(all)) {
        const key = `${mask}/${name}`;
        taken.set(key, [...(taken.get(key) ?? []), spend(() => run(text, values))]);
      }
    }
    const at = (mask: string, name: string) => median(taken.get(`${mask}/${name}`) ?? []);
    const rows = Object.entries(masks).map(([mask, run]) => {
      const own = at(mask, "");
      if (Number.isNaN(own)) return [mask, "cannot", "", "", "", ""];
      const [page, sent] = [text(PAGE), values(size)];
      const hidden = run(page, sent) === page ? "nothing" : "parts";
      const growth = [at(mask, "values x 4"), at(mask, "page x 4")].map((more) => times(more / own));
      const beside = times(own / at("split and join", ""));
      return [mask, hidden, `${(own / 1000).toFixed(2)} ms`, beside, ...growth];
    });
    const head = ["", "hides", "median", "beside split and join", "values x 4", "page x 4"];
    printTable(`Redaction, CPU: ${title}`, head, rows);
  }
  console.log("Both may grow by 4, and a little for noise.");
}

/** CPU of one run in µs, as the average of so many that the clock can tell; not a number where it cannot be run. */
function spend(run: () => unknown): number {
  const before = process.cpuUsage();
  let count = 0;
  let total = 0;
  do {
    try {
      run();
    } catch (error) {
      // V8 refuses expressions that are too long.
      if (error instanceof SyntaxError) return Number.NaN;
      throw error;
    }
    count++;
    const { user, system } = process.cpuUsage(before);
    total = user + system;
  } while (total < 20_000);
  return total / count;
}
