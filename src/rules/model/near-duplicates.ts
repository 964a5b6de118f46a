/** Codes that differ by case or by separators alone have the same key: people take them for one. */
export function nearDuplicateKey(code: string): string {
  return code.toLowerCase().replaceAll(/[_\-.\s]/g, "");
}
