import { lintCommand } from "../../src/cli/commands/lint.ts";
import { lintSource } from "../source.ts";

/** `npm run lint`: all findings about the hand-written document. */
export const lint = lintCommand({
  summary: "Lint the hand-written document with Redocly, Spectral and the error rules",
  lint: (_args, { signal, levels }) => lintSource({ signal, levels }),
});
