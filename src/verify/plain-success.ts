/**
 * Tells from the text of a record, without parsing it, that it is the success of a request: every status in it is one of
 * a success, and nowhere is there an error. When in doubt, it is not. Quotes inside of strings are escaped in JSON, so
 * `"status":` is always a key.
 */
export function isPlainSuccess(json: string): boolean {
  let found = 0;
  for (let at = json.indexOf('"status'); at >= 0; at = json.indexOf('"status', at + 7)) {
    const digit = statusAt(json, at + 7);
    if (digit === NOT_A_STATUS) continue;
    if (digit !== 50) return false; // "2"
    found++;
  }
  return (
    found > 0 && !json.includes('"error') && !json.includes('\\"error') && !json.includes('success\\":false')
  );
}

const NOT_A_STATUS = -1;

/** The first digit of the number behind `status` or `statusCode`, as a character code. */
function statusAt(json: string, at: number): number {
  let index = json.startsWith("Code", at) ? at + 4 : at;
  if (json.charCodeAt(index) !== 34) return NOT_A_STATUS; // another key, such as `statusText`
  index++;
  while (json.charCodeAt(index) === 32 || json.charCodeAt(index) === 58) index++;
  const code = json.charCodeAt(index);
  return code >= 48 && code <= 57 ? code : NOT_A_STATUS;
}
