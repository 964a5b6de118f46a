import { parsedDocument } from "../../../src/document/index.ts";
import { checkDocument } from "../../../src/rules/check.ts";
import type { Found } from "./spectral.ts";

/** What the rules report by themselves: what Spectral reports with them, without the time that it takes. */
export function check(document: unknown): Found[] {
  return checkDocument(parsedDocument(document)).findings.map(({ rule, message, at }) => {
    return { rule, message, at: at.location.pointer };
  });
}
