import { conformanceFacts } from "../../generated/conformance.ts";
import { checkResponse } from "../../src/conformance/index.ts";
import type { BodyPlace } from "./samples.ts";

/**
 * What is wrong with a sample although the published schema accepts it: pointers into the body. Schemas of responses are
 * open on purpose, and they cannot compare two values; a sample has to be exact nevertheless, or it would prove nothing.
 */
export function strictFaults(body: unknown, { operation, status }: BodyPlace): string[] {
  return checkResponse(conformanceFacts, { operation, status: Number(status), body }).map(({ pointer }) =>
    pointer.replace(/^\/body/, ""),
  );
}
