import type { Contract, ErrorFact } from "../../../src/contract/index.ts";
import { sampleCall } from "./call.ts";
import { curlSample } from "./curl.ts";
import { fetchSample } from "./fetch.ts";
import { responseSample } from "./response.ts";
import { typescriptSample } from "./typescript.ts";

export { requestOf, type SampleCall, sampleCall } from "./call.ts";
export { curlSample } from "./curl.ts";
export { fetchSample } from "./fetch.ts";
export { responseSample } from "./response.ts";
export { ATTEMPTS, pythonLoop, typescriptLoop } from "./retry-loop.ts";
export { LANGUAGES, type Language, setups } from "./setup.ts";
export { typescriptSample } from "./typescript.ts";

/** What is shown beside a code: a response that carries it, and a request that handles it, in each language. */
export interface Samples {
  response: string;
  /** Absent when the client has no method for the operation. */
  typescript?: string;
  fetch: string;
  curl: string;
}

/** The samples of a code; undefined when no operation returns it. */
export function samplesOf(contract: Contract, error: ErrorFact): Samples | undefined {
  const call = sampleCall(contract, error);
  return (
    call && {
      response: responseSample(contract, error, call),
      ...(call.method !== "" && { typescript: typescriptSample(error, call) }),
      fetch: fetchSample(error, call),
      curl: curlSample(call),
    }
  );
}
