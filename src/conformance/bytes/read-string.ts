import { FORMAT_PATTERNS, FORMATS } from "../format.ts";
import type { Schema } from "../schema.ts";
import type { Shape } from "../shape.ts";
import {
  BACKSLASH,
  COLON,
  DOUBT,
  QUOTE,
  type ReadClean,
  type Source,
  skipDigits,
  skipPlainString,
  skipString,
} from "./json.ts";
import { compilePattern, type ReadMatching } from "./pattern.ts";

const inDoubt: ReadClean = () => DOUBT;

/** The longest string that is looked at with the assertions of its schema. */
const MAX_TEXT = 256;

/** Reads the strings of a shape. */
export function stringReader({ schemas, assertions }: Shape): ReadClean {
  const isFree = schemas.every(
    ({ pattern, format, minLength = 0, maxLength }) =>
      pattern === undefined && format === undefined && minLength === 0 && maxLength === undefined,
  );
  if (isFree) return skipString;
  const isVisible = schemas.every(
    ({ pattern = VISIBLE, format, minLength = 0, maxLength }) =>
      pattern === VISIBLE && format === undefined && minLength <= 1 && maxLength === undefined,
  );
  // Neither empty nor blank is what begins with a character of ASCII that is neither.
  if (isVisible) {
    return (json, at) => {
      const byte = json.bytes[at + 1] as number;
      return byte > 32 && byte < 127 && byte !== QUOTE && byte !== BACKSLASH ? skipString(json, at) : DOUBT;
    };
  }
  const [first = skipPlain, ...others] = schemas.flatMap(quickReaders);
  const tests = assertions.map(({ holds }) => holds);
  const min = Math.max(...schemas.map(({ minLength = 0 }) => minLength));
  const max = Math.min(...schemas.map(({ maxLength = Number.POSITIVE_INFINITY }) => maxLength));
  return (json, at) => {
    if (json.bytes[at] !== QUOTE) return DOUBT;
    const end = first(json, at + 1);
    const length = end - at - 2;
    if (end !== DOUBT && length >= min && length <= max) {
      let isSure = true;
      for (const read of others) isSure &&= read(json, at + 1) === end;
      if (isSure) return end;
    }
    const plain = skipPlainString(json, at);
    if (plain === DOUBT || plain - at > MAX_TEXT) return DOUBT;
    const text = asciiText(json, at + 1, plain - 1);
    for (const holds of tests) if (!holds(text)) return DOUBT;
    return plain;
  };
}

const skipPlain: ReadMatching = (json, at) => skipPlainString(json, at - 1);

/** Readers of strings, of which the schema allows each that they all read. */
function quickReaders({ pattern, format }: Schema): ReadMatching[] {
  const ofFormat = format === undefined ? undefined : FORMAT_PATTERNS[format];
  return [
    ...(pattern === undefined ? [] : [compilePattern(pattern) ?? inDoubt]),
    ...(ofFormat ? [compilePattern(ofFormat.source, ofFormat.ignoreCase) ?? inDoubt] : []),
    ...(format !== undefined && ofFormat === undefined && format in FORMATS
      ? [format === "date-time" ? readDateTime : inDoubt]
      : []),
  ];
}

/** The pattern of a string that is not blank. */
const VISIBLE = "\\S";

/** The text of a few bytes of ASCII. */
function asciiText(json: Source, from: number, to: number): string {
  let text = "";
  for (let index = from; index < to; index++) text += String.fromCharCode(json.bytes[index] as number);
  return text;
}

/** Dates are what bodies have most of: their usual form, with days that every month has, in UTC (RFC 3339 5.6). */
const readDateTime: ReadMatching = (json, at) => {
  const [month, day] = [twoDigits(json, at + 5), twoDigits(json, at + 8)];
  const isYear = twoDigits(json, at) <= 99 && twoDigits(json, at + 2) <= 99;
  const isDate = isYear && month >= 1 && month <= 12 && day >= 1 && day <= 28;
  const isTime =
    twoDigits(json, at + 11) <= 23 && twoDigits(json, at + 14) <= 59 && twoDigits(json, at + 17) <= 59;
  const isPunctuated =
    json.bytes[at + 4] === DASH &&
    json.bytes[at + 7] === DASH &&
    json.bytes[at + 10] === LETTER_T &&
    json.bytes[at + 13] === COLON &&
    json.bytes[at + 16] === COLON;
  if (!isDate || !isTime || !isPunctuated) return DOUBT;
  let index = at + 19;
  if (json.bytes[index] === DOT) {
    index = skipDigits(json, index + 1);
    if (index === at + 20) return DOUBT;
  }
  return json.bytes[index] === LETTER_Z && json.bytes[index + 1] === QUOTE ? index + 2 : DOUBT;
};

const [DASH, DOT, LETTER_T, LETTER_Z] = [45, 46, 84, 90];

/** The number that two digits are; 100 for what is none. */
function twoDigits(json: Source, at: number): number {
  const [tens, ones] = [(json.bytes[at] as number) - 48, (json.bytes[at + 1] as number) - 48];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : 100;
}
