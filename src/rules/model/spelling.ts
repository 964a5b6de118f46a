const LOWER_SNAKE = { name: "lower_snake_case", form: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/ };

/** The ways in which codes are spelled; the first that fits most of them is the one that a document keeps to. */
const SPELLINGS: readonly { name: string; form: RegExp }[] = [
  LOWER_SNAKE,
  { name: "UPPER_SNAKE_CASE", form: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/ },
  { name: "camelCase", form: /^[a-z][A-Za-z0-9]*$/ },
  { name: "PascalCase", form: /^[A-Z][A-Za-z0-9]*$/ },
  { name: "kebab-case", form: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/ },
  { name: "UPPER-KEBAB-CASE", form: /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/ },
  { name: "dotted.words", form: /^[a-z][A-Za-z0-9_]*(\.[a-z][A-Za-z0-9_]*)+$/ },
];

export interface Spelling {
  name: string;
  /** Whether most words keep to it. */
  isUsual: boolean;
  fits(word: string): boolean;
}

/** The spelling of most words; lower_snake_case where they agree on none. */
export function usualSpelling(words: readonly string[]): Spelling {
  const counts = SPELLINGS.map((spelling) => ({
    ...spelling,
    count: words.filter((word) => spelling.form.test(word)).length,
  }));
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most));
  const isUsual = best.count * 2 > words.length;
  const { name, form } = isUsual ? best : LOWER_SNAKE;
  return { name, isUsual, fits: (word) => form.test(word) };
}
