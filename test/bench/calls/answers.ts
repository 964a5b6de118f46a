import { readFileSync } from "node:fs";

/** The contract's own example of a ticket, as the API sends it. */
export const ticket = exampleOf("/teams/{teamId}/tickets/{ticketId}", "get", "200");
export const created = exampleOf("/teams/{teamId}/tickets", "post", "201");

export const answerHeaders = {
  "content-type": "application/json",
  "x-ratelimit-limit": "1000",
  "x-ratelimit-remaining": "999",
  "x-ratelimit-reset": "1774868400",
  "x-ratelimit-window": "3600",
};

function exampleOf(path: string, method: string, status: string): string {
  const document = JSON.parse(
    readFileSync(new URL("../../../generated/openapi.json", import.meta.url), "utf8"),
  );
  let response = document.paths[path][method].responses[status];
  if (response.$ref) response = document.components.responses[response.$ref.split("/").at(-1)];
  const { example, examples } = response.content["application/json"];
  return JSON.stringify(example ?? (Object.values(examples)[0] as { value: unknown }).value);
}
