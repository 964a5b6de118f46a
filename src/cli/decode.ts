/**
 * The text of bytes. UTF-16 is told by its byte order mark, which Windows' own programs write; anything else is UTF-8, and
 * what is not even that shows as U+FFFD.
 */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/**
 * The text of a file that has to be read as it was meant.
 * @throws Error with the reason as a part of a sentence, when its bytes are no text in that encoding.
 */
export function decodeExactly(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch (error) {
    const [good = ""] = decode(bytes).split("\ufffd");
    const line = good.split("\n").length;
    throw new Error(`it is not UTF-8, which line ${line} shows: save it as UTF-8`, { cause: error });
  }
}

function encodingOf([a, b]: Uint8Array): string {
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : "utf-8";
}
