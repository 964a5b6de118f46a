import { styleText } from "node:util";

/** A colour or weight that a terminal can show. */
export type Style = "red" | "yellow" | "green" | "cyan" | "dim" | "bold" | "underline";

/** Dresses a text for a terminal; leaves it as it is anywhere else. */
export type Paint = (style: Style, text: string) => string;

/** Adds nothing: for pipes, files and machine-readable formats. */
export const plain: Paint = (_style, text) => text;

/**
 * The paint for a stream. `hasColors` exists on terminals only and honours NO_COLOR, FORCE_COLOR and TERM
 * (https://nodejs.org/api/tty.html#writestreamhascolorscount-env).
 */
export function paintFor(stream: { isTTY?: boolean; hasColors?: () => boolean }): Paint {
  const colored = stream.isTTY === true && stream.hasColors?.() === true;
  return colored ? (style, text) => styleText(style, text, { validateStream: false }) : plain;
}
