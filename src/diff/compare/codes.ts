import type { Contract, ErrorFact } from "../../contract/index.ts";
import { count } from "../../report/words.ts";
import { type Change, changeOf, worseChangeOf } from "../change.ts";
import { operationName, type Pairing, type Renaming } from "../pairing.ts";
import { quote } from "../words.ts";

/** Codes that come, go, or change their name; each is one entry with the operations that return it. */
export function compareCodes(pairing: Pairing): Change[] {
  return [
    ...pairing.renamings.map((renaming) => renamed(pairing, renaming)),
    ...pairing.removed.map((error) => removed(pairing, error)),
    ...pairing.added.map((error) => added(pairing, error)),
    ...unprotected(pairing),
    ...oddSince(pairing),
  ];
}

function carriers({ operations }: Contract, code: string): string[] {
  return operations.filter(({ codes }) => codes.includes(code)).map(operationName);
}

function renamed({ operations }: Pairing, { base, head, merged, guess }: Renaming): Change {
  const both = operations.filter(
    (pair) => pair.base.codes.includes(base.code) && pair.head.codes.includes(head.code),
  );
  const what = merged
    ? `${quote(base.code)} is replaced by the existing ${quote(head.code)}, which now covers its cases too`
    : `${quote(base.code)} is now called ${quote(head.code)}`;
  return changeOf("code-renamed", {
    code: head.code,
    operations: both.map((pair) => operationName(pair.head)),
    message: `${what}${guess ? " (a guess, because the two are so alike: the document does not say so)" : ""}.`,
    guess,
    location: head.location,
  });
}

function removed({ base, head }: Pairing, { code }: ErrorFact): Change {
  const operations = carriers(base, code);
  const registered = head.registry.find((entry) => entry.code === code);
  if (registered) {
    const message = `${quote(code)} is still registered, but no operation returns it any more.`;
    return changeOf("code-unused", { code, operations, message, location: registered.location });
  }
  const retired = head.retired.find((entry) => entry.code === code);
  const reason = retired ? `; it was retired in ${quote(retired.retired)}` : "";
  const message = `${quote(code)} is removed${reason}.`;
  return changeOf("code-removed", { code, operations, message, location: head.registry[0]?.location });
}

function added({ base, head }: Pairing, error: ErrorFact): Change {
  const { code, type, status, splitFrom, location } = error;
  const operations = carriers(head, code);
  const details = { code, operations, location };
  const retired = base.retired.find((entry) => entry.code === code);
  if (retired) {
    const message = `${quote(code)} was retired in ${quote(retired.retired)} and is used again, though a retired code stays reserved.`;
    return changeOf("code-retired-reused", { ...details, message });
  }
  const returned = `returned by ${count(operations.length, "operation")}`;
  if (base.registry.some((entry) => entry.code === code)) {
    return changeOf("code-used", {
      ...details,
      message: `${quote(code)} was registered only, and is now ${returned}.`,
    });
  }
  const isNewType = base.errors.length > 0 && !base.types.some((known) => known.type === type);
  const what = `New code ${quote(code)} (${status}, ${isNewType ? "new type " : ""}${quote(type)}), ${returned}`;
  const split = base.errors.find((known) => known.code === splitFrom);
  if (split) {
    const message = `${what}; it takes over cases that ${quote(split.code)} covered.`;
    return worseChangeOf("code-added", { ...details, message });
  }
  return changeOf("code-added", { ...details, message: `${what}.` });
}

/** Entries of the list of retired codes that are gone, though their codes have not come back. */
function unprotected({ base, head }: Pairing): Change[] {
  const known = new Set([...head.retired, ...head.registry].map(({ code }) => code));
  return base.retired
    .filter(({ code }) => !known.has(code))
    .map(({ code }) =>
      changeOf("retired-entry-removed", {
        code,
        message: `${quote(code)} is no longer listed as retired, so nothing prevents its reuse: put its entry back.`,
        location: head.registry[0]?.location,
      }),
    );
}

/**
 * New codes that claim to be from a version in which they were not. While changes wait for a release, head has base's
 * version still, and any later one may be right.
 */
function oddSince({ base, head, added }: Pairing): Change[] {
  const released = head.version !== base.version;
  return added
    .filter(({ code }) => !base.registry.some((entry) => entry.code === code))
    .filter(({ since }) => since !== "" && (released ? since !== head.version : since === base.version))
    .map(({ code, since, location }) =>
      changeOf("since-mismatch", {
        code,
        message: `${quote(code)} is not in ${quote(base.version)}, but its \`x-since\` is ${quote(since)}: write the version that introduces it.`,
        location,
      }),
    );
}
