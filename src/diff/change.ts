import type { SourceLocation } from "../document/index.ts";
import { type Bump, type ChangeId, type Effect, largerBump, VERDICTS, WORSE } from "./verdicts.ts";

/** One change between two versions of a contract, however many operations it touches. */
export interface Change {
  /** What kind of change it is; ids that begin with `api-` come from the comparison of everything but errors. */
  id: ChangeId | `api-${string}`;
  /** The error code, where the change is about one; of a renamed code the new name. */
  code?: string;
  /** The error codes, where one change touches some of them. */
  codes?: string[];
  /** operationIds of head (of base, for what is gone); absent where the change is about no operation in particular. */
  operations?: string[];
  runtime: Effect;
  types: Effect;
  bump: Bump;
  /** One sentence in CommonMark. */
  message: string;
  /** The document does not say so: it is concluded from how alike two codes are. */
  guess?: true;
  /** Where head says so; for what is gone, the list that it was taken from. Absent where head has no such line. */
  location?: SourceLocation;
}

export interface ChangeDetails {
  code?: string | undefined;
  codes?: readonly string[] | undefined;
  operations?: readonly string[] | undefined;
  message: string;
  guess?: boolean | undefined;
  location?: SourceLocation | undefined;
}

/** A change with the verdict of the table. */
export function changeOf(id: ChangeId, details: ChangeDetails): Change {
  return { id, ...optional(details), ...effects(VERDICTS[id]), message: details.message, ...extras(details) };
}

/** A change to which the condition applies that makes its verdict worse. */
export function worseChangeOf(id: keyof typeof WORSE, details: ChangeDetails): Change {
  return { ...changeOf(id, details), ...effects(WORSE[id]) };
}

/** The step of the version that all changes together ask for. */
export function bumpOf(changes: readonly Change[]): Bump {
  return changes.reduce<Bump>((bump, change) => largerBump(bump, change.bump), "none");
}

function effects({ runtime, types, bump }: { runtime: Effect; types: Effect; bump: Bump }) {
  return { runtime, types, bump };
}

function optional({ code, codes, operations }: ChangeDetails) {
  return {
    ...(code !== undefined && { code }),
    ...(codes && codes.length > 0 && { codes: [...codes] }),
    ...(operations && operations.length > 0 && { operations: [...operations] }),
  };
}

function extras({ guess, location }: ChangeDetails) {
  return { ...(guess && { guess: true as const }), ...(location && { location }) };
}
