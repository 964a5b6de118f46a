import type { ErrorFact } from "../../../src/contract/index.ts";
import { tsLiteral, tsString } from "../../render/escape.ts";
import { adviceFor } from "./advice.ts";
import type { SampleCall } from "./call.ts";
import { variableName } from "./environment.ts";

/** The call with `fetch` alone, and what to do about the error. Expects the set-up of the page. */
export function fetchSample(error: ErrorFact, call: SampleCall): string {
  const key = call.headers[0]?.name;
  return [
    ...(key === undefined ? [] : [`const key = crypto.randomUUID();`]),
    `const response = await fetch(\`${url(call)}\`, ${init(call, key)});`,
    "const { error } = await response.json();",
    `if (error?.code === ${tsString(error.code)}) {`,
    ...handling(error, call).map((line) => `  ${line}`),
    "}",
  ].join("\n");
}

function url({ operation, common, ids, query }: SampleCall): string {
  const values = new Map(ids.map(({ name, value }) => [name, value]));
  const path = operation.path.split(/\{([^{}]*)\}/).map((part, index) => {
    if (index % 2 === 0) return templateText(part);
    return common.some(({ name }) => name === part)
      ? `\${${variableName(part)}}`
      : templateText(encodeURIComponent(values.get(part) ?? part));
  });
  const search = query.map(
    ({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  return `\${api}${path.join("")}${search.length > 0 ? templateText(`?${search.join("&")}`) : ""}`;
}

function templateText(text: string): string {
  return text.replace(/[\\`$]/g, (character) => `\\${character}`);
}

function init({ operation, body }: SampleCall, key: string | undefined): string {
  if (operation.method === "get") return "{ headers }";
  return [
    "{",
    `  method: ${tsString(operation.method.toUpperCase())},`,
    key === undefined ? "  headers," : `  headers: { ...headers, ${tsString(key)}: key },`,
    ...(body === undefined ? [] : [`  body: JSON.stringify(${tsLiteral(body)}),`]),
    "}",
  ].join("\n");
}

function handling(error: ErrorFact, call: SampleCall): string[] {
  const comments = adviceFor(error, call).map((line) => `// ${line}`);
  if (error.retry === "after") {
    return [
      ...comments,
      `const seconds = Number(response.headers.get("Retry-After"));`,
      "await new Promise((done) => setTimeout(done, seconds * 1000));",
    ];
  }
  const shown = error.param === "never" ? "error.message, error.request_id" : "error.param, error.message";
  return [...comments, `console.error(${shown});`];
}
