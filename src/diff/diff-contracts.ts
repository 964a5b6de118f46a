import type { Contract } from "../contract/index.ts";
import type { Change } from "./change.ts";
import { compareBodies } from "./compare/bodies.ts";
import { pairCarriers } from "./compare/carriers.ts";
import { compareCodes } from "./compare/codes.ts";
import { compareErrorFacts } from "./compare/error-facts.ts";
import { compareKeys } from "./compare/keys.ts";
import { compareOperationCodes } from "./compare/operation-codes.ts";
import { compareOperations } from "./compare/operations.ts";
import { compareResponses } from "./compare/responses.ts";
import { compareTexts } from "./compare/texts.ts";
import { pairContracts } from "./pairing.ts";
import { BUMPS } from "./verdicts.ts";

/**
 * What changed about the errors of an API between two versions of its contract: one entry for each change, the most severe
 * first. It compares facts and not text, so that it is blind to how a document is written.
 *
 * Parameters, request bodies and successful responses are no part of it, apart from operations that come or go.
 */
export function diffContracts(base: Contract, head: Contract): Change[] {
  const pairing = pairContracts(base, head);
  const carriers = pairCarriers(pairing);
  const bodies = compareBodies(pairing, carriers);
  return sortChanges([
    ...compareOperations(pairing),
    ...compareCodes(pairing),
    ...compareErrorFacts(pairing),
    ...compareOperationCodes(pairing),
    ...compareResponses(pairing, carriers),
    ...bodies.changes,
    ...compareKeys(pairing),
    ...compareTexts(pairing, bodies.texts),
  ]);
}

/** The most severe first; changes of the same severity keep their order. */
export function sortChanges(changes: readonly Change[]): Change[] {
  const rank = ({ bump, runtime, types }: Change) =>
    [BUMPS.indexOf(bump), runtime === "breaking" ? 0 : 1, types === "breaking" ? 0 : 1] as const;
  return [...changes].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
  });
}
