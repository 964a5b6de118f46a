import type { ErrorFact } from "../../../src/contract/index.ts";
import { tsLiteral, tsString } from "../../render/escape.ts";
import { adviceFor } from "./advice.ts";
import type { SampleCall } from "./call.ts";

/** The call with the project's client, and what to do about the error. Expects the set-up of the page. */
export function typescriptSample(error: ErrorFact, call: SampleCall): string {
  const keyed = call.headers.length > 0;
  const options = keyed ? ["{ idempotencyKey }"] : [];
  return [
    ...(keyed ? ["const idempotencyKey = crypto.randomUUID();"] : []),
    `const { error } = await cstar.${call.method}(${[...args(call), ...options].join(", ")});`,
    `if (error?.code === ${tsString(error.code)}) {`,
    ...handling(error, call).map((line) => `  ${line}`),
    "}",
  ].join("\n");
}

function args({ ids, query, body }: SampleCall): string[] {
  const fields = query.map(({ name, value }) => [name, value]);
  const objects = [body, fields.length > 0 ? Object.fromEntries(fields) : undefined];
  return [
    ...ids.map(({ value }) => tsString(value)),
    ...objects.filter((value) => value !== undefined).map(tsLiteral),
  ];
}

function handling(error: ErrorFact, call: SampleCall): string[] {
  const { retry, param } = error;
  const comments = adviceFor(error, call).map((line) => `// ${line}`);
  const report = "console.error(error.rawMessage, error.requestId);";
  if (retry === "after") {
    return [
      "// The client waits by itself, but not beyond its deadline.",
      `console.error("Try again at", error.retryAt);`,
    ];
  }
  if (retry === "backoff") {
    return ["// The client has retried already, and gave up.", ...comments, report];
  }
  if (param === "never") return [...comments, report];
  return [...comments, "console.error(error.param, error.rawMessage);"];
}
