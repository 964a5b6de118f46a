import { readFileSync } from "node:fs";
import { conformanceFacts as facts } from "../../../generated/conformance.ts";

const sample = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../samples/good/${path}.json`, import.meta.url), "utf8"));

const headers = {
  "content-type": "application/json",
  "x-ratelimit-limit": "1000",
  "x-ratelimit-remaining": "999",
  "x-ratelimit-reset": "1774868400",
  "x-ratelimit-window": "3600",
};
const team = "https://www.cstar.help/api/v1/teams/6f9619ff-8b86-4d01-b42d-00cf4fc964ff";

/** How many of a hundred records are errors. */
export const ERRORS = 3;

const successes = facts.operations.map(({ id, method, path, responses }) => ({
  ...{ method, path, body: sample(`success/${id}`) },
  status: Number(Object.keys(responses).find((status) => status.startsWith("2"))),
}));
const errors = Object.entries(facts.errors).flatMap(([code, { status }]) => {
  const operation = facts.operations.find(({ codes }) => codes.includes(code));
  return operation
    ? [{ method: operation.method, path: operation.path, status, body: sample(`errors/${code}`) }]
    : [];
});

/** The line of a record, another one for each number; errors are spread evenly. */
export function line(index: number, bodyAsText: boolean): string {
  const isError = index % 100 < ERRORS;
  const list = isError ? errors : successes;
  const { method, path, status, body } = list[index % list.length] ??
    successes[0] ?? { method: "", path: "", status: 0, body: "" };
  const url = `${team}${path.replace("/teams/{teamId}", "").replaceAll(/\{\w+\}/g, `tkt_${index}`)}?page=${index}`;
  const retry = status === 429 ? { "retry-after": "30" } : {};
  return `${JSON.stringify({ method, url, status, headers: { ...headers, ...retry }, body: bodyAsText ? JSON.stringify(body) : body })}\n`;
}
