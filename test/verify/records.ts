import { conformanceFacts as facts } from "../../generated/conformance.ts";
import {
  createVerifier,
  type InputOptions,
  type VerifierOptions,
  type VerifyReport,
} from "../../src/entries/verify.ts";

export const team = "/api/v1/teams/6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
export const origin = "https://www.cstar.help";

export const limits = {
  "x-ratelimit-limit": "1000",
  "x-ratelimit-remaining": "999",
  "x-ratelimit-reset": "1774868400",
  "x-ratelimit-window": "3600",
};
export const headers = { ...limits, "content-type": "application/json" };

type Json = Record<string, unknown>;

export function errorBody(code: string, change: Json = {}, requestId = "req_1"): Json {
  const { type = "api_error", docUrl = "https://cstar.help/developers/api/errors#key_expired" } =
    facts.errors[code] ?? {};
  const error = { type, code, message: "No.", doc_url: docUrl, request_id: requestId, ...change };
  return { success: false, error, meta: { requestId, timestamp: "2026-03-30T10:30:00Z" } };
}

/** A record that conforms: a ticket that was not found. */
export function notFound(change: Json = {}): Json {
  return {
    ...{ method: "GET", url: `${origin}${team}/tickets/tkt_1`, status: 404, headers },
    body: errorBody("resource_not_found"),
    ...change,
  };
}

/** A record that conforms: a ticket that was deleted. */
export function deletion(change: Json = {}): Json {
  const meta = { requestId: "req_1", timestamp: "2026-03-30T10:30:00Z" };
  return {
    ...{ method: "DELETE", url: `${origin}${team}/tickets/tkt_1`, status: 200, headers },
    body: { success: true, data: { id: "tkt_1", deleted: true }, meta },
    ...change,
  };
}

/** The same as an entry of a HAR; `content` is added to its content. */
export function harEntry({ method, url, status, headers: own, body }: Json, content: Json = {}): Json {
  const text = JSON.stringify(body);
  const list = Object.entries((own ?? {}) as Record<string, string>).map(([name, value]) => ({
    name,
    value,
  }));
  return {
    request: { method, url, headers: [{ name: "Authorization", value: "Bearer sk_live_secret" }] },
    response: {
      status,
      headers: list,
      content: { size: text?.length ?? 0, mimeType: "application/json", text, ...content },
    },
  };
}

export const har = (...entries: unknown[]) => ({
  log: { version: "1.2", creator: { name: "x" }, pages: [], entries },
});

export const lines = (...records: unknown[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");

/** What becomes of an input. */
export async function verify(
  input: Parameters<ReturnType<typeof createVerifier>["read"]>[0],
  options: VerifierOptions & InputOptions = {},
): Promise<VerifyReport> {
  const verifier = createVerifier(options);
  await verifier.read(input, options);
  return verifier.report();
}

/** What becomes of records that are added one by one. */
export async function verifyRecords(
  records: readonly unknown[],
  options?: VerifierOptions,
): Promise<VerifyReport> {
  const verifier = createVerifier(options);
  for (const record of records) verifier.add(record);
  return verifier.report();
}

export const rulesOf = (report: VerifyReport) => report.findings.map(({ rule }) => rule);
