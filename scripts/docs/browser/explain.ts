// Loaded by the error reference when a response is pasted: the `explain -` of the command line, in the page.

import {
  explainResponse,
  type Knowledge,
  type ResponseExplanation,
} from "../../../src/explain/explain-response.ts";
import { whenToRetry } from "../../../src/explain/when-to-retry.ts";

/** What a pasted text means; undefined when it is no response. */
export type Explain = (text: string) => Explained | undefined;

export interface Explained extends ResponseExplanation {
  /** When to retry, as a sentence. */
  when?: string;
}

declare global {
  /** Written into the file before this script. */
  var cstarKnowledge: Knowledge | undefined;
  var cstarExplain: Explain | undefined;
}

globalThis.cstarExplain = (text) => {
  const knowledge = globalThis.cstarKnowledge;
  const response = knowledge && explainResponse(knowledge, text);
  return (
    response && {
      ...response,
      ...(response.retry?.allowed && { when: whenToRetry(response, response.retry) }),
    }
  );
};
