import type { Inflate } from "./body.ts";

/** What a verifier is to know of the traffic that it gets. */
export interface VerifierOptions {
  /** What the paths of the API begin with; by default the path of the contract's server. */
  base?: string | undefined;
  /** The only host that counts; by default any. */
  host?: string | undefined;
  /** Leave successes out. */
  errorsOnly?: boolean | undefined;
  /** What stands in place of what was taken out of a recording, such as `***`. */
  redacted?: string | undefined;
  /** How many findings are kept, 1000 by default; counts are complete all the same. */
  maxFindings?: number | undefined;
  /** Undoes compression of recorded bodies; without it they are not judged. */
  inflate?: Inflate | undefined;
}
