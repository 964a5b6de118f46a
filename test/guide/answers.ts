import { envelope, failure, json, page, type Reply, reset, success } from "../client/server.ts";

const ticket = {
  id: "tkt_a1B2c3D4e5F6",
  object: "ticket",
  title: "Charged twice for March",
  status: "open",
  priority: "high",
};
const named = (...names: string[]) => names.map((name) => ({ object: "customer", name }));

function down(requestId: string): Reply {
  return json(500, envelope("internal_error", { request_id: requestId }));
}

/** What the server of each sample answers, request by request; a sample that is not listed asks for nothing. */
export const answers: Record<string, Reply[]> = {
  "first-call": [success(ticket, { "x-ratelimit-remaining": "998" }, 201)],
  lists: [success(ticket), page(named("Jane Doe", "John Roe"), true), page(named("Max Noe"), false)],
  exhaustive: [failure("parameter_missing")],
  form: [
    json(
      409,
      envelope("resource_conflict", {
        param: "email",
        message: "A customer with this email already exists",
      }),
    ),
  ],
  queue: [failure("rate_limit_exceeded", { "retry-after": "1800" })],
  writes: [reset, success(ticket, {}, 201)],
  abort: [],
  logging: [down("req_a1"), down("req_a2"), down("req_a3")],
  "per-team": [success(ticket), failure("team_access_denied")],
  "openapi-fetch": [json(404, envelope("resource_not_found", { request_id: "req_a1B2c3D4e5F6" }))],
};
