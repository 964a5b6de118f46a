/** The ways in which codes are spelled; the first that fits most of them is the one that a document keeps to. */
const SPELLINGS: readonly [name: string, form: RegExp][] = [
  ["lower_snake_case", /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/],
  ["UPPER_SNAKE_CASE", /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/],
  ["camelCase", /^[a-z][A-Za-z0-9]*$/],
  ["PascalCase", /^[A-Z][A-Za-z0-9]*$/],
  ["kebab-case", /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/],
  ["UPPER-KEBAB-CASE", /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/],
  ["dotted.words", /^[a-z][A-Za-z0-9_]*(\.[a-z][A-Za-z0-9_]*)+$/],
];

export interface Spelling {
  name: string;
  /** Whether most words keep to it. */
  isUsual: boolean;
  fits(word: string): boolean;
}

/** The spelling of most words; the first of all where they agree on none. */
export function usualSpelling(words: readonly string[]): Spelling {
  const counts = SPELLINGS.map(([name, form]) => ({
    name,
    form,
    count: words.filter((word) => form.test(word)).length,
  }));
  const [first, ...others] = counts;
  const best = others.reduce((most, one) => (most && one.count > most.count ? one : most), first);
  const isUsual = best !== undefined && best.count * 2 > words.length;
  const usual = isUsual ? best : first;
  return { name: usual?.name ?? "", isUsual, fits: (word) => usual?.form.test(word) ?? true };
}
