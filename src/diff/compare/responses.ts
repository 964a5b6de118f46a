import type { OperationFact } from "../../contract/index.ts";
import { count, listed } from "../../report/words.ts";
import { type Change, changeOf } from "../change.ts";
import { distinct, groupBy } from "../group.ts";
import { operationName, type Pairing } from "../pairing.ts";
import { quote } from "../words.ts";
import { type Carrier, isCodeless, operationsOf } from "./carriers.ts";

/** Under which statuses and media types the operations return their errors. */
export function compareResponses(pairing: Pairing, carriers: readonly Carrier[]): Change[] {
  return [...movedStatuses(carriers), ...codelessChanges(pairing), ...changedMediaTypes(carriers)];
}

type Move = "moved" | "collapsed" | "split";

/** A status such as `4XX` or `default` stands for many (OpenAPI 3.1, 4.8.16). */
function isRange(status: string): boolean {
  return !/^\d{3}$/.test(status);
}

function moveOf({ base, head, error }: Carrier): Move | undefined {
  if (base.status === head.status) return undefined;
  if (isRange(head.status) !== isRange(base.status)) return isRange(head.status) ? "collapsed" : "split";
  const followsFact =
    String(error?.base.status) === base.status && String(error?.head.status) === head.status;
  return followsFact ? undefined : "moved"; // the change of the code's own status is an entry already
}

function movedStatuses(carriers: readonly Carrier[]): Change[] {
  const moves = carriers.flatMap((carrier) => {
    const move = moveOf(carrier);
    return move ? [{ move, carrier }] : [];
  });
  const key = ({ move, carrier: { base, head, error } }: (typeof moves)[number]) => {
    const what = {
      moved: `${error?.head.code} ${base.status}`,
      collapsed: "",
      split: base.status,
    } satisfies Record<Move, string>;
    return JSON.stringify([move, what[move], move === "split" ? "" : head.status]);
  };
  return groupBy(moves, key).map((group) => {
    const [{ move, carrier }] = group;
    const some = group.map((one) => one.carrier);
    const [before, after] = [some.map(({ base }) => base.status), some.map(({ head }) => head.status)].map(
      (statuses) => listed(distinct(statuses).sort().map(quote)),
    );
    const details = { operations: operationsOf(some), location: carrier.head.location };
    if (move === "moved") {
      const code = carrier.error?.head.code;
      const message = `${quote(code ?? "")} is now returned with the status ${after} (was ${before}).`;
      return changeOf("code-status-changed", { ...details, code, message });
    }
    const message = `Errors that were declared under ${before} are now declared under ${after} only.`;
    return changeOf(move === "collapsed" ? "status-collapsed" : "status-split", { ...details, message });
  });
}

/** Error responses without a code are identified by their status. */
function codelessChanges({ operations }: Pairing): Change[] {
  const found = operations.flatMap(({ base, head }) => [
    ...missingFrom(head, base).map(({ status }) => ({ added: false, status, head })),
    ...missingFrom(base, head).map(({ status }) => ({ added: true, status, head })),
  ]);
  return groupBy(found, ({ added, status }) => `${added} ${status}`).map((group) => {
    const [{ added, status, head }] = group;
    const operations = group.map((one) => operationName(one.head));
    const message = `A response with the status ${quote(status)} and no error code is ${added ? "declared" : "no longer declared"} (${count(operations.length, "operation")}).`;
    return changeOf(added ? "response-added" : "response-removed", {
      operations,
      message,
      location: head.location,
    });
  });
}

/** Codeless error responses that `one` declares and `other` does not. */
function missingFrom(other: OperationFact, one: OperationFact) {
  const statuses = new Set(other.responses.map(({ status }) => status));
  return one.responses.filter((response) => isCodeless(response) && !statuses.has(response.status));
}

function changedMediaTypes(carriers: readonly Carrier[]): Change[] {
  const changed = carriers.filter(
    ({ base, head }) => mediaType(base.mediaType) !== mediaType(head.mediaType),
  );
  const key = ({ base, head }: Carrier) => `${mediaType(base.mediaType)} ${mediaType(head.mediaType)}`;
  return groupBy(changed, key).map((group) => {
    const [{ base, head }] = group;
    return changeOf("media-type-changed", {
      operations: operationsOf(group),
      message: `Errors are now sent as ${quote(mediaType(head.mediaType))} (was ${quote(mediaType(base.mediaType))}).`,
      location: head.location,
    });
  });
}

/** Without its parameters, in lower case: types are case-insensitive (RFC 9110, section 8.3.1). */
function mediaType(type: string | undefined): string {
  return (
    type
      ?.replace(/\s*;.*$/, "")
      .trim()
      .toLowerCase() ?? "no JSON"
  );
}
