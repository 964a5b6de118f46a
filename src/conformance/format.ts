/** Tells whether a string has a format of JSON Schema (2020-12, validation 7.3); formats not listed assert nothing. */
export const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  "date-time": isDateTime,
  email: (text) => EMAIL.test(text),
  uri: (text) => URI.test(text),
  uuid: (text) => UUID.test(text),
};

// RFC 5321 4.1.2 without quoted strings and address literals, which the API does not take either.
const EMAIL =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;
// RFC 3986: a scheme, then none of the characters that must be escaped.
const URI = /^[a-z][a-z0-9+.-]*:(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9a-f]{2})+$/i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The formats that an expression tells. */
export const FORMAT_PATTERNS: Readonly<Record<string, RegExp>> = { email: EMAIL, uri: URI, uuid: UUID };

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDate(text: string): boolean {
  return text.length === 10 && hasDate(text);
}

// Dates are what bodies have most of, so they are read without the garbage of a pattern.

/** The number that the digits from `at` to `end` are; -1 when they are none. */
function digits(text: string, at: number, end: number): number {
  let value = 0;
  for (let index = at; index < end; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function hasDate(text: string): boolean {
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH || year < 0 || day < 1) return false;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}

const [DASH, COLON, DOT, PLUS] = [45, 58, 46, 43];

/** RFC 3339 5.6; a leap second is one at the end of a day in UTC only (5.7). */
function isDateTime(text: string): boolean {
  if ((text.charCodeAt(10) | 32) !== 116 || !hasDate(text)) return false; // "T" or "t"
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  const second = digits(text, 17, 19);
  if (text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON || second < 0) return false;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return false;
  const offset = offsetOf(text, zoneStart(text));
  if (Number.isNaN(offset) || second > 60) return false;
  const utc = hour * 60 + minute - offset;
  return second < 60 || ((utc % 1440) + 1440) % 1440 === 1439;
}

/** Where the time zone begins: behind the seconds and their fraction; NaN when there is a dot without digits. */
function zoneStart(text: string): number {
  if (text.charCodeAt(19) !== DOT) return 19;
  let at = 20;
  while (digits(text, at, at + 1) >= 0 && at < text.length) at++;
  return at > 20 ? at : Number.NaN;
}

/** The offset of a time zone in minutes; NaN when it is none. */
function offsetOf(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  if ((sign | 32) === 122) return text.length === at + 1 ? 0 : Number.NaN; // "Z" or "z"
  if ((sign !== PLUS && sign !== DASH) || text.length !== at + 6 || text.charCodeAt(at + 3) !== COLON)
    return Number.NaN;
  const [hours, minutes] = [digits(text, at + 1, at + 3), digits(text, at + 4, at + 6)];
  const isFine = hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59;
  return isFine ? (sign === DASH ? -1 : 1) * (hours * 60 + minutes) : Number.NaN;
}
