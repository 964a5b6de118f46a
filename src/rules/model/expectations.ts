import type { AppliesTo } from "../../contract/contract.ts";
import { conditionsOf } from "./applies-to.ts";
import { EXTENSION } from "./conventions.ts";
import type { Model } from "./model.ts";
import type { Operation } from "./operations.ts";

/** What `x-applies-to` and its responses say about an operation. */
export interface Profile {
  /** Whether any code says where it applies. */
  isRuled: boolean;
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
    const kind = kinds.get(kindKey) ?? {
      required: groups.flatMap(({ codes }, index) => (verdicts[index] === true ? codes : [])),
      notApplicable: new Set(
        groups.flatMap(({ codes }, index) =>
          verdicts[index] === false ? codes.map(({ code }) => code) : [],
        ),
      ),
    };
    kinds.set(kindKey, kind);
    const responses = new Set(operation.errors.map(({ response }) => response));
    const key = `${kindKey} ${[...responses].map((response) => numbers.get(response)).join()}`;
    const profile = profiles.get(key) ?? {
      isRuled: groups.length > 0,
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
