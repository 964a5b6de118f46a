import type { ErrorFact, ParamRule } from "../../contract/index.ts";
import { type Change, changeOf, worseChangeOf } from "../change.ts";
import { groupBy } from "../group.ts";
import type { ErrorPair, Pairing } from "../pairing.ts";
import { quote } from "../words.ts";

/** What changed about the codes that both versions have, apart from words and from what single operations say. */
export function compareErrorFacts(pairing: Pairing): Change[] {
  const { errors } = pairing;
  return [
    ...changedTypes(pairing),
    ...errors.filter(({ base, head }) => base.status !== head.status).map(statusChanged),
    ...errors.filter(({ base, head }) => base.param !== head.param).map(paramRuleChanged),
    ...errors.filter(({ base, head }) => base.retry !== head.retry).map(retryChanged),
    ...changedDocUrls(pairing),
  ];
}

/** A type that got another name moves all its codes at once: that is one change. Types that no code uses are reported separately. */
function changedTypes({ base, head, errors, added, removed }: Pairing): Change[] {
  const [before, after] = [typeNames(base.types), typeNames(head.types)];
  const moved = errors.filter((pair) => pair.base.type !== pair.head.type);
  const isRename = (pair: ErrorPair) => !after.has(pair.base.type) && !before.has(pair.head.type);
  const key = (pair: ErrorPair) =>
    isRename(pair) ? `${pair.base.type} ${pair.head.type}` : `code ${pair.head.code}`;
  const changes = groupBy(moved, key).map((group) => {
    const [{ base: old, head: now }] = group;
    const codes = group.map((pair) => pair.head.code);
    const subject = codes.length === 1 ? quote(now.code) : `${codes.length} codes`;
    return changeOf("code-type-changed", {
      ...named(codes),
      message: `${subject} now ${codes.length === 1 ? "has" : "have"} the type ${quote(now.type)} (was ${quote(old.type)}).`,
      location: now.location,
    });
  });
  const reported = new Set([
    ...moved.flatMap((pair) => [pair.base.type, pair.head.type]),
    ...[...added, ...removed].map(({ type }) => type),
  ]);
  return [
    ...changes,
    ...head.types
      .filter(({ type }) => !before.has(type) && !reported.has(type))
      .map(({ type, location }) =>
        changeOf("type-added", {
          message: `The error type ${quote(type)} is new; no code uses it yet.`,
          location,
        }),
      ),
    ...base.types
      .filter(({ type }) => !after.has(type) && !reported.has(type))
      .map(({ type }) =>
        changeOf("type-removed", {
          message: `The error type ${quote(type)}, which no code used, is removed.`,
        }),
      ),
  ];
}

function typeNames(types: readonly { type: string }[]): Set<string> {
  return new Set(types.map(({ type }) => type));
}

/** `code` for one, `codes` for several. */
export function named(codes: readonly string[]): { code?: string; codes?: readonly string[] } {
  const [code] = codes;
  return codes.length === 1 && code !== undefined ? { code } : { codes };
}

function statusChanged({ base, head }: ErrorPair): Change {
  return changeOf("code-status-changed", {
    code: head.code,
    message: `${quote(head.code)} now has the status ${head.status} (was ${base.status}).`,
    location: head.location,
  });
}

const PROMISES: readonly ParamRule[] = ["never", "optional", "required"];

function paramRuleChanged({ base, head }: ErrorPair): Change {
  const promisesLess = PROMISES.indexOf(head.param) < PROMISES.indexOf(base.param);
  return (promisesLess ? worseChangeOf : changeOf)("param-rule-changed", {
    code: head.code,
    message: `The \`param\` of ${quote(head.code)} is now ${head.param} (was ${base.param}).`,
    location: head.location,
  });
}

function retryChanged({ base, head }: ErrorPair): Change {
  return changeOf("retry-changed", {
    code: head.code,
    message: `The retry rule of ${quote(head.code)} is now ${quote(head.retry)} (was ${quote(base.retry)}).`,
    location: head.location,
  });
}

/** The new address of a renamed code belongs to its rename; a page that moved takes the addresses of all its codes along. */
function changedDocUrls({ errors }: Pairing): Change[] {
  const moved = errors.filter(
    ({ base, head }) =>
      head.docUrl !== base.docUrl && head.docUrl !== base.docUrl.replace(base.code, head.code),
  );
  const key = ({ base, head }: ErrorPair) => {
    const [before, after] = [pageOf(base), pageOf(head)];
    return before && after && before !== after ? `${before} ${after}` : `code ${head.code}`;
  };
  return groupBy(moved, key).map((group) => {
    const [{ base, head }] = group;
    const codes = group.map((pair) => pair.head.code);
    const [before, after] = codes.length === 1 ? [base.docUrl, head.docUrl] : [pageOf(base), pageOf(head)];
    const subject =
      codes.length === 1 ? `The \`doc_url\` of ${quote(head.code)}` : `The page of ${codes.length} codes`;
    return changeOf("doc-url-changed", {
      ...named(codes),
      message: `${subject} is now ${quote(after ?? "")} (was ${quote(before ?? "")}).`,
      location: head.location,
    });
  });
}

/** The address without the code at its end; undefined when it does not end in its code. */
function pageOf({ docUrl, code }: ErrorFact): string | undefined {
  return docUrl.endsWith(code) ? docUrl.slice(0, -code.length) : undefined;
}
