import type { WithErrorsFunction } from "../server/index.ts";

/** What the sandbox takes of the server kit, which knows the contract's errors. */
export interface Kit {
  withErrors: WithErrorsFunction;
}
