import type { AppliesTo } from "../../contract/contract.ts";
import { conditionsOf } from "./applies-to.ts";
import { EXTENSION } from "./conventions.ts";
import type { Model } from "./model.ts";
import { isErrorStatus, type Operation, statusFits } from "./operations.ts";

/** What `x-applies-to` and its responses say about an operation. */
export interface Profile {
  /** Codes that apply to the operation and are not declared. */
  missing: { code: string; status: number | undefined }[];
  /** Codes that do not apply to it; one and the same set for operations of one kind. */
  notApplicable: ReadonlySet<string>;
}

interface Kind {
  required: { code: string; status: number | undefined }[];
  notApplicable: ReadonlySet<string>;
}

const profilers = new WeakMap<Model, (operation: Operation) => Profile>();

/**
 * The profile of an operation. Operations of one kind with the same responses share theirs: a document with many
 * operations has few kinds, and its work stays in proportion to its size.
 */
export function profileOf(model: Model, operation: Operation): Profile {
  const profiler = profilers.get(model) ?? createProfiler(model);
  profilers.set(model, profiler);
  return profiler(operation);
}

function createProfiler(model: Model): (operation: Operation) => Profile {
  const groups = groupByConditions(model);
  const numbers = new Map(model.responses.map((response, index) => [response, index]));
  const kinds = new Map<string, Kind>();
  const profiles = new Map<string, Profile>();
  return (operation) => {
    const verdicts = groups.map(({ conditions }) => model.applies(operation, conditions));
    const kindKey = verdicts.join();
    const codesWith = (verdict: boolean) =>
      groups.flatMap(({ codes }, index) => (verdicts[index] === verdict ? codes : []));
    const kind = kinds.get(kindKey) ?? {
      required: codesWith(true),
      notApplicable: new Set(codesWith(false).map(({ code }) => code)),
    };
    kinds.set(kindKey, kind);
    const responses = new Set(operation.errors.map(({ response }) => response));
    const key = `${kindKey} ${[...responses].map((response) => numbers.get(response)).join()}`;
    const profile = profiles.get(key) ?? {
      missing: kind.required.filter(
        ({ code }) => ![...responses].some((response) => model.codesOf(response).has(code)),
      ),
      notApplicable: kind.notApplicable,
    };
    profiles.set(key, profile);
    return profile;
  };
}

/** Codes with the same readable conditions. */
function groupByConditions({ definitions }: Model) {
  const groups = new Map<string, { conditions: AppliesTo[]; codes: Kind["required"] }>();
  for (const { code, status, fact } of definitions) {
    const conditions = conditionsOf(fact(EXTENSION.appliesTo)?.value);
    if (conditions === undefined) continue;
    const group = groups.get(conditions.join()) ?? { conditions, codes: [] };
    group.codes.push({ code, status });
    groups.set(conditions.join(), group);
  }
  return [...groups.values()];
}

const usuals = new WeakMap<Model, number[]>();

/**
 * The statuses that an operation should declare and does not, in order. One that describes its errors by `default` alone
 * lacks them all, and has a rule of its own.
 */
export function missingStatuses(model: Model, operation: Operation): number[] {
  const keys = operation.statuses.filter((key) => isErrorStatus(key));
  if (model.envelope === undefined || (keys.length === 0 && operation.statuses.includes("default")))
    return [];
  const usual = usuals.get(model) ?? usualStatuses(model);
  usuals.set(model, usual);
  const ofCodes = profileOf(model, operation).missing.flatMap(({ status }) => status ?? []);
  return [...new Set([...ofCodes, ...usual])]
    .filter((status) => !keys.some((key) => statusFits(key, status)))
    .sort((a, b) => a - b);
}

/** Where nothing says which codes apply: statuses that all operations but one declare, of at least four. */
function usualStatuses(model: Model): number[] {
  const { operations } = model;
  if (operations.length < 4 || groupByConditions(model).length > 0) return [];
  const counts = new Map<string, number>();
  for (const key of operations.flatMap(({ statuses }) =>
    statuses.filter((status) => /^[45]\d\d$/.test(status)),
  )) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count === operations.length - 1).map(([key]) => Number(key));
}
