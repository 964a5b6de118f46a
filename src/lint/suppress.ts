import { CST, Lexer } from "yaml";
import type { Source } from "../document/index.ts";
import { isCalledJson } from "../document/parse-source.ts";
import type { Finding } from "../report/finding.ts";
import { didYouMean } from "../report/nearest.ts";

/** A comment `# lint-allow <rule>: <reason>`. */
interface Suppression {
  file: string;
  /** Where the comment stands. */
  line: number;
  column: number;
  /** The line that it speaks of. */
  target: number;
  rule: string;
  /** Rule and reason are empty when the comment does not name both. */
  reason: string;
}

/**
 * Takes out the findings that the hand-written files allow, and adds a finding for each comment that allows nothing or
 * gives no reason; those two cannot be suppressed.
 *
 * A YAML comment `# lint-allow <rule>: <reason>` behind a value speaks of its own line; on a line of its own it speaks
 * of the next line that is neither blank nor a comment. JSON has no comments, and so no suppressions.
 */
export function applySuppressions(findings: readonly Finding[], sources: Iterable<Source>): Finding[] {
  const suppressions = [...sources].flatMap(readSuppressions);
  const given = suppressions.filter(({ reason }) => reason !== "");
  const used = new Set<Suppression>();
  const left = findings.filter((finding) => {
    const matching = given.filter((suppression) => covers(suppression, finding));
    for (const suppression of matching) used.add(suppression);
    return matching.length === 0;
  });
  const unreasoned = suppressions.filter((suppression) => !given.includes(suppression));
  const unused = given.filter((suppression) => !used.has(suppression));
  return [
    ...left,
    ...unreasoned.map((suppression) => complain(suppression, "suppression-reason")),
    ...unused.map((suppression) => {
      const there = left.filter((one) => covers({ ...suppression, rule: one.rule }, one));
      return complain(
        suppression,
        "suppression-unused",
        didYouMean(
          suppression.rule,
          there.map(({ rule }) => rule),
        ),
      );
    }),
  ];
}

function covers({ file, target, rule }: Suppression, finding: Finding): boolean {
  return finding.file === file && finding.line === target && finding.rule === rule;
}

function complain(
  { file, line, column, rule }: Suppression,
  complaint: "suppression-reason" | "suppression-unused",
  meant = "",
): Finding {
  const messages = {
    "suppression-reason":
      "This comment allows nothing yet: write `# lint-allow <rule>: <reason>`, with both.",
    "suppression-unused": `There is no finding of ${rule} on the line that this comment speaks of${meant === "" ? ": remove the comment." : `.${meant}`}`,
  };
  return {
    rule: complaint,
    severity: "error",
    file,
    line,
    column,
    pointer: "",
    message: messages[complaint],
  };
}

function readSuppressions({ file, text }: Source): Suppression[] {
  if (isCalledJson(file)) return [];
  const lines = text.split(/\r?\n/);
  return commentsOf(text).flatMap(({ line, column, content }) => {
    const allowed = /^#\s*lint-allow(?![\w-])(.*)/.exec(content)?.[1];
    if (allowed === undefined) return [];
    const [, rule = "", reason = ""] = /^\s+([^\s:]+):\s+(\S.*)/.exec(allowed) ?? [];
    return [{ file, line, column, target: targetOf(lines, line, column), rule, reason }];
  });
}

function targetOf(lines: string[], line: number, column: number): number {
  const alone = (lines[line - 1] ?? "").slice(0, column - 1).trim() === "";
  if (!alone) return line;
  const below = lines.findIndex((text, index) => index >= line && !/^\s*(#|$)/.test(text));
  return below < 0 ? line : below + 1;
}

interface Comment {
  line: number;
  column: number;
  content: string;
}

/** The comments of a YAML text, told by its lexer: a `#` inside a text is none. */
function commentsOf(text: string): Comment[] {
  const comments: Comment[] = [];
  let offset = 0;
  let inScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    const type: CST.TokenType | null | undefined = inScalar ? undefined : CST.tokenType(lexeme);
    inScalar = type === "scalar"; // a mark that stands in no text: the next lexeme is the scalar
    if (type === "comment") comments.push({ ...placeOf(text, offset), content: lexeme });
    if (type !== "scalar" && type !== "doc-mode") offset += lexeme.length;
  }
  return comments;
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - start + 1 };
}
