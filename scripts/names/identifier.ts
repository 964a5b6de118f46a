/**
 * How names of the document become names of TypeScript. OpenAPI allows nearly any text as an operationId, as a part of a
 * path or as a parameter, and letters, digits, `.`, `-` and `_` in the name of a component (OpenAPI 3.1, 4.8.7.1).
 */

/** Words that cannot name a variable or a type in a module: reserved words, strict mode's, and the names of built-in types. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set([
  ...["any", "arguments", "as", "async", "await", "bigint", "boolean", "break", "case", "catch", "class"],
  ...["const", "continue", "debugger", "default", "delete", "do", "else", "enum", "eval", "export"],
  ...["extends", "false", "finally", "for", "function", "if", "implements", "import", "in", "instanceof"],
  ...["interface", "let", "never", "new", "null", "number", "object", "package", "private", "protected"],
  ...["public", "return", "static", "string", "super", "switch", "symbol", "this", "throw", "true", "try"],
  ...["type", "typeof", "undefined", "unknown", "var", "void", "while", "with", "yield"],
]);

/** Names that an object of JavaScript has by itself, and the one that makes it a promise in the eyes of `await`. */
const OWN_MEMBERS: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), "then"]);

/** Whether a method or namespace can bear the name without hiding what every object has. */
export function isMemberName(name: string): boolean {
  return name !== "" && !OWN_MEMBERS.has(name);
}

/** `ticket-messages` makes `ticketMessages`: separators go, and the case of everything else stays. */
export function camelCase(text: string): string {
  const joined = text.replace(
    /[^\p{L}\p{N}$]+(.)?/gu,
    (_, next: string | undefined) => next?.toUpperCase() ?? "",
  );
  return /^[^\p{L}\p{N}$]/u.test(text) ? joined.charAt(0).toLowerCase() + joined.slice(1) : joined;
}

/** `list-tickets` makes `ListTickets`. */
export function pascalCase(text: string): string {
  const name = camelCase(text);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The first word of a name in small letters: `list` of `listTickets`, `list_tickets` and `List-Tickets`. */
export function firstWord(text: string): string {
  return /\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+/u.exec(text)?.[0].toLowerCase() ?? "";
}

/** Hands out identifiers, each once. */
export interface Identifiers {
  /** The identifier that `text` makes; with underscores at its end where that is reserved or taken. */
  claim(text: string): string;
  has(name: string): boolean;
}

/** @param taken what is in use already, besides the reserved words. */
export function createIdentifiers(taken: Iterable<string> = []): Identifiers {
  const used = new Set(taken);
  return {
    has: (name) => used.has(name),
    claim(text) {
      const bare = /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(text) ? text : camelCase(text);
      let name = /^[\p{L}_$]/u.test(bare) ? bare : `_${bare}`; // digits cannot come first
      while (RESERVED_WORDS.has(name) || used.has(name)) name += "_";
      used.add(name);
      return name;
    },
  };
}
