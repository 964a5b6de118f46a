import { count } from "../../report/words.ts";
import { type Change, changeOf } from "../change.ts";
import { groupBy } from "../group.ts";
import { operationName, type Pairing } from "../pairing.ts";
import { quote } from "../words.ts";

/** Codes of both versions that some operations of both begin or cease to return; one entry for each code. */
export function compareOperationCodes(pairing: Pairing): Change[] {
  const moves = pairing.operations.flatMap(({ base, head }) => {
    const before = new Set(base.codes.map(pairing.nameInHead));
    const after = new Set(head.codes);
    const known = pairing.errors.map((error) => error.head.code);
    return known
      .filter((code) => before.has(code) !== after.has(code))
      .map((code) => ({
        code,
        gained: after.has(code),
        operation: operationName(head),
        location: head.location,
      }));
  });
  return groupBy(moves, ({ code, gained }) => JSON.stringify([code, gained])).map((group) => {
    const [{ code, gained, location }] = group;
    const operations = group.map(({ operation }) => operation);
    const number = count(operations.length, "operation");
    const message = gained
      ? `${number} can now also return ${quote(code)}.`
      : `${number} no longer ${operations.length === 1 ? "returns" : "return"} ${quote(code)}.`;
    const id = gained ? "operation-code-added" : "operation-code-removed";
    return changeOf(id, { code, operations, message, location });
  });
}
