import type { ResponseExplanation } from "./explain-response.ts";
import type { RetryTime } from "./retry-time.ts";

/** When the request may be sent again, as a sentence. */
export function whenToRetry(
  { status, explanation }: ResponseExplanation,
  { seconds, at, header }: RetryTime,
): string {
  if (header === undefined && explanation?.retry === "backoff")
    return "After a pause of your choice; the response sets none.";
  if (header === undefined && status === undefined)
    return "The headers of the response say it; only the body is here.";
  if (header === undefined) return "The response does not say it, although it should.";
  const moment = [
    ...(seconds === undefined ? [] : [`${seconds} s after the response`]),
    ...(at === undefined ? [] : [`at ${at}`]),
  ];
  return `Not before ${moment.join(", ")} (${header}).`;
}
