import { DOUBT, QUOTE, type Source } from "./json.ts";

/**
 * Reads the rest of a JSON string, given the place behind its quote; returns the place behind its other quote if what
 * stands between them matches and is ASCII without escapes, else `DOUBT`.
 */
export type ReadMatching = (json: Source, at: number) => number;

const BACKSLASH = 92;

/** More states than that are not worth their memory. */
const MAX_STATES = 1000;
const SYMBOLS = 128;

/**
 * Turns a regular expression into a table of states (a deterministic automaton, by subset construction), with which bytes are
 * matched at once, without making text of them and without going back.
 * @returns undefined for an expression that uses more than alternatives, groups, classes and repetitions between `^` and `$`.
 */
export function compilePattern(source: string, ignoreCase = false): ReadMatching | undefined {
  const start: State = { edges: [], next: [] };
  const end: State = { edges: [], next: [] };
  try {
    parse(source, ignoreCase)(start, end);
    return toTable(start, end);
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

class Unsupported extends Error {}

/** A state of the automaton that may still be in several states at once. */
interface State {
  edges: { symbols: ReadonlySet<number>; to: State }[];
  /** States that are reached without a symbol. */
  next: State[];
}

/** Adds what an expression matches between two states. */
type Part = (from: State, to: State) => void;

function parse(source: string, ignoreCase: boolean): Part {
  let at = 0;
  const peek = () => source[at];
  const take = (text: string): boolean => {
    if (!source.startsWith(text, at)) return false;
    at += text.length;
    return true;
  };

  const alternatives = (): Part => {
    const all = [sequence()];
    while (take("|")) all.push(sequence());
    return (from, to) => {
      for (const one of all) one(from, to);
    };
  };

  const sequence = (): Part => {
    const parts: Part[] = [];
    while (at < source.length && peek() !== "|" && peek() !== ")" && peek() !== "$") parts.push(repeated());
    return (from, to) => {
      let last = from;
      for (const part of parts) {
        const state: State = { edges: [], next: [] };
        part(last, state);
        last = state;
      }
      last.next.push(to);
    };
  };

  const repeated = (): Part => {
    const part = atom();
    const [min, max] = quantifier();
    if (peek() === "?") throw new Unsupported(); // lazy
    if (min === 1 && max === 1) return part;
    return (from, to) => {
      let last = from;
      const step = () => {
        const state: State = { edges: [], next: [] };
        part(last, state);
        last = state;
      };
      for (let count = 0; count < min; count++) step();
      if (max === undefined) {
        const loop: State = { edges: [], next: [to] };
        last.next.push(loop);
        part(loop, loop);
        return;
      }
      for (let count = min; count < max; count++) {
        last.next.push(to);
        step();
      }
      last.next.push(to);
    };
  };

  const quantifier = (): [min: number, max: number | undefined] => {
    if (take("*")) return [0, undefined];
    if (take("+")) return [1, undefined];
    if (take("?")) return [0, 1];
    const [text, min = "", comma, max] = /^\{(\d+)(,?)(\d*)\}/.exec(source.slice(at)) ?? [];
    if (text === undefined) return [1, 1];
    at += text.length;
    return [Number(min), comma === "" ? Number(min) : max === "" ? undefined : Number(max)];
  };

  const atom = (): Part => {
    if (take("(?:")) {
      const group = alternatives();
      if (!take(")")) throw new Unsupported();
      return group;
    }
    const symbols = take("[") ? characterClass() : one("^.($");
    return (from, to) => {
      from.edges.push({ symbols, to });
    };
  };

  const characterClass = (): Set<number> => {
    if (peek() === "^") throw new Unsupported();
    const all = new Set<number>();
    while (!take("]")) {
      const symbols = one();
      const [first] = symbols;
      if (peek() !== "-" || source[at + 1] === "]") for (const symbol of symbols) all.add(symbol);
      else {
        at++;
        const [last] = one();
        for (let symbol = first ?? 0; symbol <= (last ?? -1); symbol++) all.add(symbol);
      }
    }
    return ignoreCase ? inBothCases(all) : all;
  };

  /** A character, or an escape that stands for one or for several. */
  const one = (special = ""): Set<number> => {
    const character = source[at++];
    if (character === "\\") {
      const escaped = source[at++] ?? "";
      if (escaped === "w") return new Set([...range("0", "9"), ...range("A", "Z"), ...range("a", "z"), 95]);
      if (escaped === "d") return new Set(range("0", "9"));
      if (/[\w]/.test(escaped)) throw new Unsupported();
      return new Set([escaped.charCodeAt(0)]);
    }
    const isPlain =
      character !== undefined && !special.includes(character) && character.charCodeAt(0) < SYMBOLS;
    if (!isPlain) throw new Unsupported();
    const symbols = new Set([character.charCodeAt(0)]);
    return ignoreCase ? inBothCases(symbols) : symbols;
  };

  if (!take("^")) throw new Unsupported();
  const whole = sequence(); // beside alternatives, the beginning and the end would belong to one of them
  if (!take("$") || at < source.length) throw new Unsupported();
  return whole;
}

function range(first: string, last: string): number[] {
  const from = first.charCodeAt(0);
  return Array.from({ length: last.charCodeAt(0) - from + 1 }, (_, index) => from + index);
}

function inBothCases(symbols: ReadonlySet<number>): Set<number> {
  const both = [...symbols].flatMap((symbol) => {
    const text = String.fromCharCode(symbol);
    return [text.toLowerCase().charCodeAt(0), text.toUpperCase().charCodeAt(0)];
  });
  return new Set(both);
}

/** All states that are reached from some without a symbol. */
function closure(states: Iterable<State>): Set<State> {
  const all = new Set(states);
  for (const state of all) for (const next of state.next) all.add(next);
  return all;
}

function toTable(start: State, end: State): ReadMatching {
  const ids = new Map<State, number>();
  const idOf = (state: State) => {
    const id = ids.get(state) ?? ids.size;
    ids.set(state, id);
    return id;
  };
  const numbers = new Map<string, number>();
  const sets: Set<State>[] = [];
  /** The number of a set of states; 0 is that of the empty one, from which nothing leads on. */
  const numberOf = (states: Set<State>): number => {
    const key = [...states]
      .map(idOf)
      .sort((a, b) => a - b)
      .join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    if (sets.length >= MAX_STATES) throw new Unsupported();
    numbers.set(key, sets.length);
    return sets.push(states) - 1;
  };
  numberOf(new Set());
  const first = numberOf(closure([start]));
  const rows: number[][] = [];
  for (let number = 0; number < sets.length; number++) {
    const edges = [...(sets[number] ?? [])].flatMap((state) => state.edges);
    // Most symbols lead to the same states as others do.
    const byTargets = new Map<string, number>();
    rows.push(
      Array.from({ length: SYMBOLS }, (_, symbol) => {
        // In JSON it begins an escape.
        const leading = symbol === BACKSLASH ? [] : edges.filter(({ symbols }) => symbols.has(symbol));
        const targets = leading.map(({ to }) => to);
        const key = targets.map(idOf).join();
        const known = byTargets.get(key) ?? numberOf(closure(targets));
        byTargets.set(key, known);
        return known;
      }),
    );
  }
  const table = Uint16Array.from(rows.flat());
  const accepts = Uint8Array.from(sets, (states) => (states.has(end) ? 1 : 0));
  return (json, at) => {
    let state = first;
    for (let index = at; ; index++) {
      const byte = json.bytes[index] as number;
      if (byte === QUOTE) return accepts[state] === 1 ? index + 1 : DOUBT;
      state = byte < SYMBOLS ? (table[state * SYMBOLS + byte] as number) : 0;
      if (state === 0) return DOUBT;
    }
  };
}
