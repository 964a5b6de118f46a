// expect: TS2551

import type { components } from "@cstar.help/api-contract";

export const title = (ticket: components["schemas"]["Ticket"]) => ticket.titel;
