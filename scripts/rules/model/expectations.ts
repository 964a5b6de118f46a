import { conditionsOf } from "./applies-to.ts";
import { EXTENSION } from "./conventions.ts";
import type { Model } from "./model.ts";
import type { Operation } from "./operations.ts";

/** What `x-applies-to` says about one code and one operation. */
export interface Expectation {
  code: string;
  status: number | undefined;
  /** `true`: the operation must declare the code; `false`: it must not; undefined: nothing tells. */
  due: boolean | undefined;
}

/** The expectations of an operation, for each code with a readable `x-applies-to`. */
export function expectationsOf(model: Model, operation: Operation): Expectation[] {
  return model.definitions.flatMap(({ code, status, fact }) => {
    const conditions = conditionsOf(fact(EXTENSION.appliesTo)?.value);
    return conditions ? [{ code, status, due: model.applies(operation, conditions) }] : [];
  });
}

/** All codes that an operation declares. */
export function declaredCodes(model: Model, operation: Operation): Set<string> {
  return new Set(operation.errors.flatMap(({ response }) => [...model.codesOf(response)]));
}
