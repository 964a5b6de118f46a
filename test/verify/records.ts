import {
  createVerifier,
  type InputOptions,
  type VerifierOptions,
  type VerifyReport,
} from "../../src/entries/verify.ts";
import { deleted, errorBody, limits as sentLimits, team } from "../conformance/responses.ts";

export { errorBody, team };
export const origin = "https://www.cstar.help";

/** As proxies and browsers record them: in lower case. */
export const limits: Record<string, string> = Object.fromEntries(
  Object.entries(sentLimits).map(([name, value]) => [name.toLowerCase(), value]),
);
export const headers: Record<string, string> = { ...limits, "content-type": "application/json" };

type Json = Record<string, unknown>;

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
  return {
    ...{ method: "DELETE", url: `${origin}${team}/tickets/tkt_1`, status: 200, headers },
    body: deleted,
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
