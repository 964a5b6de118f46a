import {
  type CStarError,
  createClient,
  createFetchClient,
  type ErrorCode,
  errorCatalog,
  isCStarError,
  unwrap,
} from "../../src/entries/main.ts";
import { playInProcess } from "./in-process.ts";

/** What one step came to, as JSON. */
export type Told = Record<string, unknown>;

/** Where the steps call: the API, a port of the same machine where nobody listens. */
export interface Places {
  api: string;
  nobody: string;
}

/**
 * Makes the client do everything once: succeed, fail in each way, retry, give up, abort. Tells only what every runtime
 * has to agree on, apart from `connection`; browsers hide the status of a redirect and why a connection failed.
 */
export async function play({ api, nobody }: Places): Promise<Record<string, Told>> {
  // Without chance a wait is as long as it says.
  Math.random = () => 0;
  const options = { apiKey: "sk_test_runtime", teamId: "team", baseUrl: api };
  const cstar = createClient(options);
  const once = { maxRetries: 0 };
  const told: Record<string, Told> = {};

  const found = await cstar.tickets.get("found");
  told.found = found.ok
    ? {
        data: found.data,
        status: found.status,
        rateLimit: found.rateLimit,
        body: await found.response.text(),
      }
    : tell(found.error);

  const created = await cstar.tickets.create({ title: "Ünïcödé ✓" }, { idempotencyKey: "key-1" });
  told.created = created.ok ? { data: created.data } : tell(created.error);

  for (const code of Object.keys(errorCatalog) as ErrorCode[]) {
    const result = await cstar.tickets.get(`code-${code}`, once);
    told[code] = result.ok ? {} : tell(result.error);
  }
  for (const name of ["new-code", "html", "empty", "not-success", "truncated"]) {
    const result = await cstar.tickets.get(name, once);
    told[name] = result.ok ? {} : tell(result.error);
  }

  const redirect = await cstar.tickets.get("redirect");
  told.redirect = redirect.ok ? {} : { code: redirect.error.code, attempts: redirect.error.attempts.length };

  const limited = await cstar.tickets.get("limited");
  told.limited = limited.ok
    ? { delays: limited.attempts.map(({ delayMs }) => delayMs) }
    : tell(limited.error);

  const stalled = await cstar.tickets.get("stalled", { ...once, attemptTimeout: 300 });
  told.stalled = stalled.ok ? {} : tell(stalled.error);

  const controller = new AbortController();
  const aborting = cstar.tickets.get("stalled", { signal: controller.signal });
  setTimeout(() => controller.abort(new Error("left")), 100);
  const aborted = await aborting;
  told.aborted = aborted.ok ? {} : { ...tell(aborted.error), cause: String(aborted.error.cause) };

  const refused = await createClient({ ...options, baseUrl: nobody }).tickets.get("found", once);
  told.refused = refused.ok ? {} : { code: refused.error.code };
  // What the runtime tells of the connection; each has its own words, and browsers none.
  told.connection = refused.ok
    ? {}
    : { outcome: refused.error.outcome, networkCode: refused.error.networkCode };

  const unserialisable = await cstar.tickets.create({ title: "x", metadata: { big: 1n } });
  told.local = unserialisable.ok
    ? {}
    : { code: unserialisable.error.code, outcome: unserialisable.error.outcome };

  const names: string[] = [];
  for await (const { name } of cstar.customers.iterate()) names.push(name);
  told.pages = { names };

  const thrown = await unwrap(cstar.tickets.get("code-resource_not_found")).catch((error: unknown) => error);
  told.thrown = { recognised: isCStarError(thrown, "resource_not_found"), text: String(thrown) };

  const path = { teamId: "team", ticketId: "code-resource_not_found" };
  const direct = await createFetchClient({ apiKey: options.apiKey, baseUrl: api }).GET(
    "/teams/{teamId}/tickets/{ticketId}",
    { params: { path } },
  );
  told.direct = { error: direct.error?.error.code };
  Object.assign(told, await playInProcess());
  return JSON.parse(JSON.stringify(told)) as Record<string, Told>;
}

function tell(error: CStarError): Told {
  const { attempts, networkCode, message, ...rest } = error.toJSON();
  const json = { ...rest, message: message.replace(` (${networkCode})`, "") };
  return { ...json, attempts: attempts.map(({ number, code, status }) => ({ number, code, status })) };
}
