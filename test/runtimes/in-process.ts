import { createClient } from "../../src/entries/main.ts";
import { createSandbox } from "../../src/entries/sandbox.ts";
import { withErrors } from "../../src/entries/server.ts";
import { createVerifier, watchFetch } from "../../src/entries/verify.ts";
import type { Told } from "./scenario.ts";

const once = { maxRetries: 0 };

/** Everything else that the package offers to any runtime, in this one process: no connection is made. */
export async function playInProcess(): Promise<Record<string, Told>> {
  return { sandbox: await playSandbox(), kit: await playKit() };
}

/** The client against a sandbox that loses one response, and the check of what went between them. */
async function playSandbox(): Promise<Told> {
  const sandbox = createSandbox({ strict: true });
  const world = sandbox.world("runtime");
  const { baseUrl, teamId, keys } = world;
  const verifier = createVerifier();
  const fetch = watchFetch(sandbox.fetch, verifier);
  const cstar = createClient({ apiKey: keys.unlimited, teamId, baseUrl, fetch });
  world.fail({ operation: "createTicket", effect: "done", reset: "before" });
  const created = await cstar.tickets.create({ title: "In one process" });
  const found = await cstar.tickets.list({ search: "in one process" });
  const missing = await cstar.tickets.get("tkt_none", once);
  const report = await verifier.report();
  return {
    attempts: created.ok && created.attempts.map(({ code }) => code ?? null),
    stored: found.ok && found.data.length,
    missing: missing.error?.code,
    failedExpectations: world.report().failed,
    verdict: { records: report.records, errors: report.errors },
  };
}

/** The client against a server made with the kit. */
async function playKit(): Promise<Told> {
  const reported: string[] = [];
  const handler = withErrors(
    "getTicket",
    (request, { fail }): Response => {
      if (request.url.endsWith("tkt_none")) throw fail("resource_not_found");
      throw new Error("the password is hunter2");
    },
    { onError: (error) => void reported.push(String(error)) },
  );
  const fetch = async (url: string, init: RequestInit) => handler(new Request(url, init));
  const cstar = createClient({
    apiKey: "sk_test_runtime",
    teamId: "team",
    baseUrl: "https://kit.test",
    fetch,
  });
  const missing = await cstar.tickets.get("tkt_none", once);
  const broken = await cstar.tickets.get("tkt_broken", once);
  return { missing: missing.error?.code, broken: broken.error?.code, text: broken.error?.message, reported };
}
