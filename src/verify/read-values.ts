import { createJsonSplitter } from "./json-splitter.ts";

/** What comes out of an input, in its order. */
export interface ValueHandler {
  onValue(value: unknown): void;
  /** A line or a value that is not JSON. */
  onUnreadable(): void;
  /** Whether the text of a record need not be parsed. */
  canSkip?(json: string): boolean;
}

/** Takes the text of an input in pieces. */
export interface ValueReader {
  push(text: string): void;
  /** @returns whether the text ended in the middle of a value. */
  end(): boolean;
}

/** How much of an input is looked at before its form is decided, in characters. */
const BEGINNING = 1024 * 1024;

/**
 * Reads JSON values, one after the other, in whatever form they come: a value per line, a list, a HAR, one value that is
 * spread over lines. The form is told by the content: where the first line is a whole value, every line is one.
 */
export function createValueReader(handler: ValueHandler): ValueReader {
  const take = (json: string) => {
    if (handler.canSkip?.(json)) return;
    let value: unknown;
    try {
      value = JSON.parse(json);
    } catch {
      handler.onUnreadable();
      return;
    }
    handler.onValue(value);
  };
  let beginning: string | undefined = "";
  let reader: ValueReader | undefined;
  const decide = () => {
    const text = beginning ?? "";
    beginning = undefined;
    reader = isByLine(text) ? createLineReader(take) : createJsonSplitter(take);
    reader.push(text);
  };
  return {
    push(text) {
      if (reader) reader.push(text);
      else {
        beginning += text;
        const isEnough = (beginning ?? "").length > BEGINNING || /\S[^\n]*\n/.test(beginning ?? "");
        if (isEnough) decide();
      }
    },
    end() {
      if (!reader) decide();
      return reader?.end() ?? false;
    },
  };
}

function isByLine(text: string): boolean {
  const start = text.search(/\S/);
  if (start < 0) return true;
  const end = text.indexOf("\n", start);
  const line = end < 0 ? text.slice(start) : text.slice(start, end);
  // A log may have a time or a name before the JSON of each line.
  if (!/^[[{"]/.test(line)) return true;
  if (end < 0) return false;
  try {
    const value: unknown = JSON.parse(line);
    return !Array.isArray(value); // a list on one line is a list of records
  } catch {
    return false; // the first line of something longer
  }
}

function createLineReader(take: (json: string) => void): ValueReader {
  let rest = "";
  const takeLine = (line: string) => {
    if (line.startsWith("{")) return take(line);
    const text = line.trim();
    if (text === "") return;
    const start = text.indexOf("{");
    // Before the JSON of a line a log may have a time or a name.
    take(start > 0 && /^[^[\d"tfn-]|^\d{4}-/.test(text) ? text.slice(start) : text);
  };
  return {
    push(text) {
      let from = 0;
      for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
        takeLine(from === 0 ? rest + text.slice(0, end) : text.slice(from, end));
        rest = "";
        from = end + 1;
      }
      rest += text.slice(from);
    },
    end() {
      takeLine(rest);
      return false;
    },
  };
}
