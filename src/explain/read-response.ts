/** A response as somebody pasted it. */
export interface RawHttpResponse {
  /** From the status line, when there is one. */
  status?: number;
  /** Names in lower case; empty when only a body was pasted. */
  headers: Map<string, string>;
  /** The text of the body. */
  text: string;
  /** The body, when it is JSON. */
  body?: unknown;
}

/**
 * Reads an error body, or a whole HTTP response: status line, headers, empty line, body. Gets along with what curl -v
 * and -i print around it. Undefined when there is neither a status line nor JSON in it.
 */
export function readResponse(pasted: string): RawHttpResponse | undefined {
  const lines = withoutNoise(pasted.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/));
  // After a redirect, a 100 Continue or a proxy's CONNECT there are several heads; the last one is the response's.
  const start = lines.findLastIndex((line) => STATUS_LINE.test(line));
  if (start < 0) {
    const json = parseLoosely(lines.join("\n"));
    return json && { headers: new Map(), ...json };
  }
  const status = Number(STATUS_LINE.exec(lines[start] ?? "")?.[1]);
  const headers = new Map<string, string>();
  let end = start + 1;
  for (; end < lines.length; end++) {
    const [, name, value] = HEADER_LINE.exec(lines[end] ?? "") ?? [];
    if (name === undefined) break;
    headers.set(name.toLowerCase(), (value ?? "").trim());
  }
  const text = lines.slice(end).join("\n").trim();
  return { status, headers, ...(parseLoosely(text) ?? { text }) };
}

const STATUS_LINE = /^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/i;
const HEADER_LINE = /^([A-Za-z0-9!#$%&'*+.^_`|~-]+):(?:\s+(.*)|)$/;

/** Takes off what curl -v adds: `<` before what arrived, and lines about the connection and the request. */
function withoutNoise(lines: string[]): string[] {
  if (!lines.some((line) => /^< HTTP\//i.test(line))) return lines;
  return lines
    .filter(
      (line) =>
        !/^(?:[>*](?: |$)|[{}] \[\d+ bytes data\]|\s*% Total|\s*Dload|\s*\d+ +\d+[kM]? +\d)/.test(line),
    )
    .map((line) => line.replace(/^< ?/, ""));
}

/** JSON as it stands, JSON inside a JSON string as logs have it, or the outermost object within other text. */
function parseLoosely(text: string): { text: string; body: unknown } | undefined {
  const whole = parse(text);
  if (typeof whole?.body === "string") return parse(whole.body) ?? whole;
  if (whole) return whole;
  const first = text.indexOf("{");
  const last = text.lastIndexOf("}");
  return first >= 0 && last > first ? parse(text.slice(first, last + 1)) : undefined;
}

function parse(text: string): { text: string; body: unknown } | undefined {
  try {
    return { text: text.trim(), body: JSON.parse(text) };
  } catch {
    return undefined; // not JSON, which is what the caller asked
  }
}
