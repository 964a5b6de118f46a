import type { ErrorFact } from "../../../src/contract/index.ts";
import type { SampleCall } from "./call.ts";

/** What the program should do about the error, as lines of a comment; follows from the facts of the code. */
export function adviceFor({ retry, actor, param, appliesTo }: ErrorFact, call: SampleCall): string[] {
  if (retry === "backoff") {
    return call.headers.length > 0
      ? ["Call again later with the same key: if the first", "attempt took effect, you get its response."]
      : ["Call again later."];
  }
  if (retry === "after") return ["Wait, then send the same request again."];
  if (param !== "never") return ["Show this next to the field that it is about."];
  if (actor === "administrator") return ["Stop, and alert whoever manages the team's keys."];
  if (appliesTo.includes("path-id")) {
    return ["Final for this id: remove your own copy.", "After a repeated DELETE, this means success."];
  }
  return ["A retry fails the same way: correct the program."];
}
