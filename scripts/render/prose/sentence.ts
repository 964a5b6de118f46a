/** The first sentence of a text: up to a stop that ends its line or is followed by a capital letter. */
export function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s*(?:\n|$)|\s+\p{Lu})/su.exec(text)?.[0] ?? text;
}
