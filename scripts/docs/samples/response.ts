import { STATUS_CODES } from "node:http";
import type { Contract, ErrorFact, HeaderFact } from "../../../src/contract/index.ts";
import type { SampleCall } from "./call.ts";

/** A whole response with the code, as `curl -i` prints it: status line, headers that matter, body. */
export function responseSample(contract: Contract, error: ErrorFact, { operation }: SampleCall): string {
  const { status, code, example } = error;
  const response = operation.responses.find(({ codes }) => codes.includes(code));
  const headers = (response?.headers ?? []).map((header) => {
    return `${header.name}: ${headerValue(header, contract, error, response?.headers ?? [])}`;
  });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`.trimEnd(),
    `Content-Type: ${response?.mediaType ?? "application/json"}`,
    ...headers,
    "",
    JSON.stringify(example, null, 2),
  ].join("\n");
}

// The examples of the document describe a key with requests left; where the error says to wait, there are none, and the
// window ends when the wait does.
function headerValue(
  header: HeaderFact,
  { envelope }: Contract,
  { retry, example }: ErrorFact,
  all: readonly HeaderFact[],
): string {
  if (retry === "after" && /remaining$/i.test(header.name)) return "0";
  if (retry === "after" && /reset$/i.test(header.name)) {
    const now = Date.parse(String(example.meta[envelope.metaFields.timestamp]));
    const wait = Number(exampleOf(all.find(({ name }) => /^retry-after$/i.test(name))));
    if (Number.isFinite(now + wait)) return String(now / 1000 + wait);
  }
  return exampleOf(header);
}

function exampleOf(header: HeaderFact | undefined): string {
  const schema = header?.schema?.value as { examples?: unknown[] } | undefined;
  return String(schema?.examples?.[0] ?? "…");
}
