// expect: nothing

import type { components, operations, paths } from "@cstar.help/api-contract";

type Created = paths["/teams/{teamId}/tickets"]["post"]["responses"][201]["content"]["application/json"];
type Unauthenticated = operations["listArticles"]["responses"][401]["content"]["application/json"];

export const title = (body: Created): string => body.data.title;
export const isTicket = (ticket: components["schemas"]["Ticket"]): "ticket" => ticket.object;
export const type = (body: Unauthenticated): "authentication_error" => body.error.type;
