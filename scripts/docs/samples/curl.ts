import type { Contract } from "../../../src/contract/index.ts";
import type { SampleCall } from "./call.ts";
import { environmentName } from "./environment.ts";

/** The call for a shell. `-i` shows the headers as well: the waiting time and the rate limits stand there. */
export function curlSample({ baseUrl }: Pick<Contract, "baseUrl">, call: SampleCall): string {
  const { method, path, secured } = call.operation;
  const verb = method === "get" ? "" : ` -X ${method.toUpperCase()}`;
  return [
    `curl -i${verb} ${doubleQuoted(baseUrl + path, call)}`,
    ...(secured ? [`-H "Authorization: Bearer $CSTAR_API_KEY"`] : []),
    ...call.headers.map(({ name, value }) => `-H ${singleQuoted(`${name}: ${value}`)}`),
    ...(call.body === undefined
      ? []
      : [`-H "Content-Type: application/json"`, `-d ${singleQuoted(JSON.stringify(call.body))}`]),
  ].join(" \\\n  ");
}

function doubleQuoted(url: string, { common, ids, query }: SampleCall): string {
  const values = new Map(ids.map(({ name, value }) => [name, value]));
  const parts = url.split(/\{([^{}]*)\}/).map((part, index) => {
    if (index % 2 === 0) return shellText(part);
    return common.includes(part)
      ? `$${environmentName(part)}`
      : shellText(encodeURIComponent(values.get(part) ?? part));
  });
  const search = query.map(
    ({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  return `"${parts.join("")}${search.length > 0 ? shellText(`?${search.join("&")}`) : ""}"`;
}

// Inside double quotes a shell still expands these (POSIX, 2.2.3). An interactive one expands `!` as well and no
// backslash helps there; in an address it may be encoded.
function shellText(text: string): string {
  return text.replaceAll("!", "%21").replace(/[$`"\\]/g, (character) => `\\${character}`);
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
