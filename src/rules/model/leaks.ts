/** A kind of thing that no error may show, with the forms that give it away. */
interface Leak {
  what: string;
  forms: readonly RegExp[];
  /** Whether the finding may quote it. */
  quotable: boolean;
}

const LEAKS: readonly Leak[] = [
  {
    what: "a stack trace or a path of the server",
    quotable: true,
    forms: [
      /\bat (?:async )?(?:new )?[\w$.<>[\] ]{1,80}\((?:[^()\s]{1,200}:\d+(?::\d+)?|native|anonymous|<anonymous>)\)/,
      /\bat (?:file:\/\/)?\/[^\s:()]{1,200}:\d+:\d+/,
      /Traceback \(most recent call last\)/,
      /\bFile "[^"\n]{1,200}", line \d+/,
      /\bException in thread "/,
      /\b(?:[a-z]\w{0,40}\.){2,8}[A-Z]\w{0,60}(?:Exception|Error)\b/,
      /\bSystem\.(?:\w{1,40}\.){0,5}\w{1,40}Exception\b/,
      /\bgoroutine \d+ \[/,
      /(?:^|\s)#\d+ (?:\/|[A-Za-z_\\]+(?:->|::))[^\s]{0,200}/,
      /[\w/.-]{1,200}\.(?:rb|py|php|js|ts|java|go|cs):\d+(?::\d+)?(?::in\b|\b)/,
      /\bnode_modules\//,
      /(?:^|[\s"'(=])\/(?:home|root|usr|var|opt|srv|etc|Users)\/[\w.-]{1,100}(?:\/[\w.-]{1,100}|\.\w{1,8}\b)/,
      /(?:^|[\s"'(=])\/app\/[\w./-]{1,200}\.\w{1,8}\b/,
      /(?:^|[\s"'(=])[A-Z]:\\[\w.-]{1,100}/,
    ],
  },
  {
    what: "SQL or a message of the database",
    quotable: true,
    forms: [
      /\bSELECT\s[^;\n]{1,300}?\s+FROM\s+[\w"`[.]/,
      /\bINSERT\s+INTO\s+[\w"`[.]/,
      /\bDELETE\s+FROM\s+[\w"`[.]/,
      /\b(?:DROP|ALTER|CREATE)\s+TABLE\s+\w/,
      /\bselect\s+(?:\*|count\(\*\))\s+from\s+\w/i,
      /\bselect\s[^;\n]{1,200}?\s+from\s+[\w"`.]{1,80}\s+where\s+[\w"`.]{1,80}\s*(?:=|<|>|in\b|like\b)/i,
      /\binsert\s+into\s+[\w"`.]{1,80}\s*\(/i,
      /\bupdate\s+[\w"`[\].]{1,80}\s+set\s+[\w"`[\].]{1,80}\s*=/i,
      /\bdelete\s+from\s+[\w"`.]{1,80}\s+where\b/i,
      /\bSQLSTATE\b|\bORA-\d{5}\b|\bER_[A-Z]+_[A-Z_]+\b|\bSQLITE_[A-Z]+\b/,
      /\b(?:syntax error at or near|violates (?:unique|foreign key|not-null|check) constraint)\b/i,
      /\b(?:relation|column|table) "[^"\n]{1,100}" (?:of relation "[^"\n]{1,100}" )?does not exist\b/i,
      /\bDuplicate entry '[^'\n]{0,100}' for key\b/,
    ],
  },
  {
    what: "the address of an internal host",
    quotable: true,
    forms: [
      /(?<![\d.]|\b(?:[Vv]ersion|[Rr]elease|[Bb]uild|v)\s{0,3})(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|169\.254(?:\.\d{1,3}){2})(?![\d.]*\d)/,
      /(?<![\d.])127(?:\.\d{1,3}){3}(?![\d.]*\d)/,
      /\blocalhost:\d{2,5}\b|\/\/localhost\b/i,
      /\b(?:[a-z0-9-]{1,63}\.){1,8}(?:internal|local|lan|corp|intranet|localdomain)(?::\d+)?(?![\w.-]*\w)/i,
      /\b[a-z0-9-]{1,63}\.[a-z0-9-]{1,63}\.svc\b/i,
      /\[?\bf[cd][0-9a-f]{2}:(?:[0-9a-f]{0,4}:){1,6}[0-9a-f]{1,4}\b/i,
    ],
  },
  {
    what: "a key, token or password",
    quotable: false,
    forms: [
      /\b[a-z]{2,6}_(?:live|test|prod)_[A-Za-z0-9_-]{8,}/,
      /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{4,}/,
      /\b(?:Bearer|Basic)\s+[A-Za-z0-9._~+/-]{16,}=*/,
      /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
      /\bAIza[\w-]{30,}/,
      /\bgh[pousr]_[A-Za-z0-9]{30,}/,
      /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
      /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/,
      /\b[a-z][a-z0-9+]{1,20}:\/\/[^\s:/@]{1,100}:[^\s:/@]{1,100}@/i,
      // A word of a sentence is no secret: one has a digit in it, or follows an equals sign.
      /\b(?:password|passwd|pwd|secret|api_?key|access_?token)\s*[=:]\s*["']?(?=[^\s"',;]*\d)[^\s"',;]{6,}/i,
      /\b(?:password|passwd|pwd|secret|api_?key|access_?token)=["']?[^\s"',;]{6,}/i,
    ],
  },
];

/** Keys of a body that hold what no error may show. */
const KEYS = /^(?:stack|stack_?trace|backtrace|traceback|exception_?trace|sql|sql_?state|sql_?query)$/i;

/** Something in the place of a secret, for readers to fill in. */
const PLACEHOLDER = /(?:x{4}|\*{3}|\.{3}|…|<[^>]*>|your|example|redacted|placeholder|0{8})/i;

/** A leak in a text: what it is, and the piece of text if it may be shown again. */
export interface FoundLeak {
  what: string;
  quote: string | undefined;
}

/** Looks for the first leak in a text; `prefixes` are those of the keys of this API. */
export function leakIn(text: string, prefixes: readonly string[]): FoundLeak | undefined {
  for (const { what, forms, quotable } of LEAKS) {
    for (const form of forms) {
      const [quote] = form.exec(text) ?? [];
      if (quote === undefined || (!quotable && PLACEHOLDER.test(quote))) continue;
      return { what, quote: quotable ? quote.trim() : undefined };
    }
  }
  for (const rest of prefixes.flatMap((prefix) => text.split(prefix).slice(1))) {
    const [key] = /^[\w-]{8,80}/.exec(rest) ?? [];
    if (key !== undefined && !PLACEHOLDER.test(key)) return { what: "a key of this API", quote: undefined };
  }
  return undefined;
}

/** Whether a key of a body is the name of something that no error may show. */
export function isLeakyKey(key: string): boolean {
  return KEYS.test(key);
}
