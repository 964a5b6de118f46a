import { Octokit } from "@octokit/core";
import { retry } from "@octokit/plugin-retry";
import ky from "ky";
import { createFetch } from "ofetch";
import createOpenapiFetch from "openapi-fetch";
import Stripe from "stripe";
import { createClient, createFetchClient } from "../../../dist/src/entries/main.js";
import type { paths } from "../../../generated/types.ts";
import { generateHeyApi } from "./hey-api.ts";

/** Something to call the API with: a read, and a write with a body. Both give the answer parsed. */
export interface Contender {
  name: string;
  get(): Promise<unknown>;
  create(): Promise<unknown>;
}

/** What all are measured against. */
export const baseline = "openapi-fetch alone";

const key = "sk_test_bench";
const teamId = "550e8400-e29b-41d4-a716-446655440000";
const ticketId = "tkt_a1B2c3D4e5F6";
const body = { title: "Charged twice for March", priority: "high" as const };
const headers = { authorization: `Bearer ${key}` };

/**
 * Every contender with its defaults, on the same API.
 * @param baseUrl with a path.
 * @param fetcher stands in for the network; without it each uses its own.
 */
export async function contenders(baseUrl: string, fetcher?: typeof fetch): Promise<Contender[]> {
  const given = fetcher ? { fetch: fetcher } : {};
  const params = { path: { teamId, ticketId } };
  const inTeam = { path: { teamId } };
  const one = "/teams/{teamId}/tickets/{ticketId}";
  const many = "/teams/{teamId}/tickets";

  const alone = createOpenapiFetch<paths>({ baseUrl, headers, ...given });
  const own = createClient({ apiKey: key, teamId, baseUrl, ...given });
  const ownFetch = createFetchClient({ apiKey: key, baseUrl, ...given });
  const heyApi = await generateHeyApi();
  // One client for the whole module: what an earlier bench set is still there.
  heyApi.client.setConfig({ baseUrl, headers, fetch: fetcher ?? globalThis.fetch });
  const withKy = ky.create({ prefixUrl: baseUrl, headers, ...given });
  const withOfetch = createFetch({
    defaults: { baseURL: baseUrl, headers },
    ...given,
  });
  const { hostname, port, protocol } = new URL(baseUrl);
  const stripe = new Stripe(key, {
    host: hostname,
    ...(port && { port }),
    protocol: protocol === "https:" ? "https" : "http",
    telemetry: false,
    ...(fetcher && { httpClient: Stripe.createFetchHttpClient(fetcher) }),
  });
  const octokit = new (Octokit.plugin(retry))({ auth: key, baseUrl, request: given });

  const all: Contender[] = [
    {
      name: baseline,
      get: () => alone.GET(one, { params }),
      create: () => alone.POST(many, { params: inTeam, body }),
    },
    { name: "this client", get: () => own.tickets.get(ticketId), create: () => own.tickets.create(body) },
    {
      name: "createFetchClient",
      get: () => ownFetch.GET(one, { params }),
      create: () => ownFetch.POST(many, { params: inTeam, body }),
    },
    {
      name: "hey-api",
      get: () => heyApi.getTicket(params),
      create: () => heyApi.createTicket({ ...inTeam, body }),
    },
    {
      name: "ky",
      get: () => withKy.get(`teams/${teamId}/tickets/${ticketId}`).json(),
      create: () => withKy.post(`teams/${teamId}/tickets`, { json: body }).json(),
    },
    {
      name: "ofetch",
      get: () => withOfetch(`/teams/${teamId}/tickets/${ticketId}`),
      create: () => withOfetch(`/teams/${teamId}/tickets`, { method: "POST", body }),
    },
    {
      // Its own paths: /v1/customers/… and /v1/customers, form-encoded. The answers are the same.
      name: "stripe",
      get: () => stripe.customers.retrieve(ticketId),
      create: () => stripe.customers.create({ name: body.title, description: body.priority }),
    },
    {
      name: "octokit + retry",
      get: () => octokit.request(`GET ${one}`, { teamId, ticketId }),
      create: () => octokit.request(`POST ${many}`, { teamId, ...body }),
    },
  ];
  for (const { name, get, create } of all) {
    for (const call of [get, create]) {
      const answer = JSON.stringify(await call());
      if (!answer.includes(body.title)) throw new Error(`${name} did not give the ticket but ${answer}`);
    }
  }
  return all;
}
