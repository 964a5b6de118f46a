import { nearest } from "../../../../src/report/nearest.ts";
import { alternativesOf } from "./synonyms.ts";

/** Something that can be found. */
export interface Entry {
  kind: "code" | "client code" | "type" | "section" | "operation";
  /** The exact name, such as a code; empty for a section. */
  name: string;
  title: string;
  /** Short facts, such as the status. */
  facts: string;
  /** Everything else about it. */
  text: string;
  href: string;
  /** For an operation: the codes that it returns. */
  codes?: readonly string[];
}

/** An entry that was found. */
export interface Hit {
  entry: Entry;
  score: number;
}

export interface Found {
  hits: Hit[];
  /** The words that were searched for, to mark them; other people's words have been replaced. */
  words: string[];
  /** Names that may have been meant, when nothing was found. */
  meant: Entry[];
}

/** Ranks what matches: the name before the title, the title before the text. Every word must match; if none does so, any. */
export function search(entries: readonly Entry[], query: string): Found {
  const words = query.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  if (words.length === 0) return { hits: [], words: [], meant: [] };
  const choices = words.map((word) => [word, ...alternativesOf(word)]);
  const used = new Set(choices.flat());
  const scored = entries.map((entry) => {
    const scores = choices.map((choice) => scoreOf(entry, choice));
    return { entry, scores, exact: exactScore(entry, query) };
  });
  const all = scored.filter(({ scores, exact }) => exact > 0 || scores.every((score) => score > 0));
  const some = all.length > 0 ? all : scored.filter(({ scores }) => matched(scores) * 2 >= scores.length);
  const hits = some
    .map(({ entry, scores, exact }) => ({ entry, score: exact + sum(scores) / scores.length }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const names = new Map(entries.filter(({ name }) => name !== "").map((entry) => [entry.name, entry]));
  const meant = hits.length > 0 ? [] : nearest(query, [...names.keys()]);
  return { hits, words: [...used], meant: meant.flatMap((name) => names.get(name) ?? []) };
}

/** `Key-Expired`, `key expired` and `keyExpired` are the same name. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function exactScore({ name, title }: Entry, query: string): number {
  const wanted = plain(query);
  if (wanted === "") return 0;
  if (plain(name) === wanted) return 1000;
  if (plain(title) === wanted) return 500;
  return wanted.length >= 3 && plain(name).startsWith(wanted) ? 300 : 0;
}

/** How well an entry matches a word; a synonym counts a little less. */
function scoreOf(entry: Entry, [word = "", ...others]: readonly string[]): number {
  return Math.max(wordScore(entry, word), ...others.map((other) => wordScore(entry, other) * 0.9));
}

function wordScore({ name, title, facts, text }: Entry, word: string): number {
  const inName = placeIn(wordsOf(name), word);
  if (inName > 0) return 60 + inName * 20;
  if (word.length >= 3 && plain(name).includes(plain(word))) return 50;
  const inFacts = placeIn(wordsOf(facts), word);
  if (inFacts === 2) return 70;
  const inTitle = placeIn(wordsOf(title), word);
  if (inTitle > 0) return 25 + inTitle * 10;
  const inText = placeIn(wordsOf(text), word);
  if (inText > 0) return 5 + inText * 2;
  return word.length >= 4 && text.toLowerCase().includes(word) ? 4 : 0;
}

/** 2 for the word itself, 1 for one that begins with it. */
function placeIn(words: readonly string[], word: string): number {
  if (words.includes(word)) return 2;
  return words.some((one) => one.startsWith(word)) ? 1 : 0;
}

const split = new Map<string, string[]>();

function wordsOf(text: string): string[] {
  const known = split.get(text);
  if (known) return known;
  const words = text
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  const made = [...(words ?? [])];
  split.set(text, made);
  return made;
}

function matched(scores: readonly number[]): number {
  return scores.filter((score) => score > 0).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
