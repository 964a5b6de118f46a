/**
 * Reads an HTTP date in any of its three forms (RFC 9110 §5.6.7): IMF-fixdate (`Sun, 06 Nov 1994 08:49:37 GMT`), the
 * obsolete RFC 850 form (`Sunday, 06-Nov-94 08:49:37 GMT`) and asctime (`Sun Nov  6 08:49:37 1994`).
 * @param now in ms since 1970; years of two digits are never more than 50 years after it, as that section demands.
 * @returns ms since 1970; undefined for anything else, impossible dates and wrong weekdays included.
 */
export function parseHttpDate(text: string | null | undefined, now: number = Date.now()): number | undefined {
  const parts = /^([A-Z][a-z]{2})[a-z]*, ([ \d]\d)[ -](\w{3})[ -](\d\d(?:\d\d)?) ([\d:]{8}) GMT$/.exec(
    text?.replace(/^(\w{3}) (\w{3}) ([ \d]\d) ([\d:]{8}) (\d{4})$/, "$1, $3 $2 $5 $4 GMT") ?? "",
  );
  if (!parts) return undefined;
  const [, weekday, day = "", month, digits = "", clock] = parts;
  let year = digits;
  if (!digits[2]) year = `${2000 + Number(digits) > new Date(now).getUTCFullYear() + 50 ? 19 : 20}${digits}`;
  // The one form that every engine reads alike; writing it again shows whether there is such a day.
  const fixed = `${weekday}, ${day.replace(" ", "0")} ${month} ${year} ${clock} GMT`;
  const time = Date.parse(fixed);
  return new Date(time).toUTCString() === fixed ? time : undefined;
}
