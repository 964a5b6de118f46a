import type { SampleCall } from "./call.ts";
import { environmentName } from "./environment.ts";

/** The call for a shell. `-i` prints the headers too, which hold the time to wait and the rate limits. Expects the set-up of the page. */
export function curlSample(call: SampleCall): string {
  const { method, path, secured } = call.operation;
  const verb = method === "get" ? "" : ` -X ${method.toUpperCase()}`;
  return [
    `curl -i${verb} ${doubleQuoted(path, call)}`,
    ...(secured ? [`-H "Authorization: Bearer $CSTAR_API_KEY"`] : []),
    ...call.headers.map(({ name, value }) => `-H ${singleQuoted(`${name}: ${value}`)}`),
    ...(call.body === undefined
      ? []
      : [`-H "Content-Type: application/json"`, `-d ${singleQuoted(JSON.stringify(call.body))}`]),
  ].join(" \\\n  ");
}

function doubleQuoted(template: string, { common, ids, query }: SampleCall): string {
  const values = new Map(ids.map(({ name, value }) => [name, value]));
  const parts = template.split(/\{([^{}]*)\}/).map((part, index) => {
    if (index % 2 === 0) return shellText(part);
    return common.some(({ name }) => name === part)
      ? `$${environmentName(part)}`
      : shellText(encodeURIComponent(values.get(part) ?? part));
  });
  const search = query.map(
    ({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  return `"$CSTAR_API${parts.join("")}${search.length > 0 ? shellText(`?${search.join("&")}`) : ""}"`;
}

// Inside double quotes a shell still expands these (POSIX, 2.2.3). An interactive one expands `!` as well, which no
// backslash prevents; in a URL it can be percent-encoded.
function shellText(text: string): string {
  return text.replaceAll("!", "%21").replace(/[$`"\\]/g, (character) => `\\${character}`);
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
