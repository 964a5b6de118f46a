import { styleText } from "node:util";

/** A colour or weight that a terminal can show; a subset of what `util.styleText` takes. */
export type TextStyle = "red" | "yellow" | "green" | "cyan" | "dim" | "bold" | "underline";

/** Styles a text for a terminal; returns it unchanged anywhere else. */
export type StyleText = (style: TextStyle, text: string) => string;

/** Changes nothing: for pipes, files and machine-readable formats. */
export const plain: StyleText = (_style, text) => text;

/**
 * How to style text that is written to `stream`. `hasColors` exists on terminals only and honours NO_COLOR, FORCE_COLOR
 * and TERM (https://nodejs.org/api/tty.html#writestreamhascolorscount-env).
 */
export function styleFor(stream: { isTTY?: boolean; hasColors?: () => boolean }): StyleText {
  const colored = stream.isTTY === true && stream.hasColors?.() === true;
  return colored ? (style, text) => styleText(style, text, { validateStream: false }) : plain;
}
