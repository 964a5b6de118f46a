import type { AnyErrorConstructor, Catalog } from "../errors/index.ts";
import type { Budget } from "./budget.ts";
import type { Call } from "./call.ts";
import type { Mask } from "./mask.ts";
import type { Loose, TransportOptions } from "./options.ts";
import type { Runtime } from "./runtime.ts";
import type { Limit } from "./within.ts";

/** What a transport is made for: the API as the contract has it, and the caller's options. */
export interface TransportConfig extends Loose<Pick<TransportOptions, "fetch" | "onAttempt">> {
  apiKey: TransportOptions["apiKey"];
  catalog: Catalog;
  keyPrefixes: readonly string[];
  CStarError: AnyErrorConstructor;
}

/** A call under way. */
export interface Running {
  config: TransportConfig;
  runtime: Runtime;
  budget: Budget;
  call: Call;
  mask: Mask;
  /** When the call's deadline is, in ms since 1970. */
  ends: number;
}

/** What is left of the call's deadline, in ms. */
export function leftOf({ ends, runtime }: Running): number {
  return Math.max(0, ends - runtime.now());
}

/** For something that may take `most` ms, if the call's deadline allows it. */
export function limitOf(running: Running, most: number): Limit {
  const { call, runtime } = running;
  return { ms: Math.min(most, leftOf(running)), signal: call.options.signal, runtime };
}
