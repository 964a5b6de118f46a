import type { Node } from "../../document/node.ts";
import type { Model } from "./model.ts";

/** One thing that is wrong, at the place that a maintainer has to change. */
export interface RuleFinding {
  /** What was found, what was expected, what to do. */
  message: string;
  at: Node;
  /** Set where it is about one of many alike: when all of them have the same fault, it is told once. */
  one?: { of: number; what: string; label: string };
}

export type Need = "convention" | "envelope" | "registry";

/** A lint rule: a pure function of the model. */
export interface Rule {
  /** Begins with `error-`. */
  id: string;
  /** What holds when there is nothing to report. */
  description: string;
  check(model: Model): RuleFinding[];
  /**
   * What a document must have for the rule to say anything: error bodies of which most have a code in one place, an
   * `error` object around it, or a list of all codes besides. Absent where it holds for errors of any form.
   */
  needs?: Need;
  /** Set where a rule says that something is absent: in a document that lacks a file it may stand there. */
  needsWhole?: true;
}
