import { createClient } from "../../../../dist/src/entries/main.js";
import { end, ticket, timeout } from "./ticket.mjs";

const { CSTAR_BASE_URL: baseUrl, CSTAR_API_KEY: apiKey, CSTAR_TEAM_ID: teamId } = process.env;
const cstar = createClient({ baseUrl, apiKey, teamId, attemptTimeout: timeout });
end((await cstar.tickets.create(ticket)).ok);
