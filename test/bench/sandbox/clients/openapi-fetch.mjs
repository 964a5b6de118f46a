import createClient from "openapi-fetch";
import { end, headers, ticket } from "./ticket.mjs";

const { CSTAR_BASE_URL: baseUrl, CSTAR_TEAM_ID: teamId } = process.env;
const client = createClient({ baseUrl, headers });
const sent = client.POST("/teams/{teamId}/tickets", { params: { path: { teamId } }, body: ticket });
await sent.then(
  ({ error }) => end(error === undefined),
  () => end(false),
);
