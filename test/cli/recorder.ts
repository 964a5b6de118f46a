import type { Terminal } from "../../src/cli/command.ts";

/** A terminal that keeps what it is told. */
export function recorder(interactive = false): Terminal & { said: { out: string; err: string } } {
  const said = { out: "", err: "" };
  return {
    said,
    out(text) {
      said.out += text;
    },
    err(text) {
      said.err += text;
    },
    style: (_style, text) => text,
    styleErr: (style, text) => `<${style}>${text}</${style}>`,
    interactive,
    readStdin: async () => "",
  };
}
