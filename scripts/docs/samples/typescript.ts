import type { ErrorFact, RetryRule } from "../../../src/contract/index.ts";
import { tsLiteral, tsString } from "../../render/escape.ts";
import type { SampleCall } from "./call.ts";
import { environmentName } from "./environment.ts";

/** The call with the project's client, and what to do when it ends with `error`. */
export function typescriptSample(error: ErrorFact, call: SampleCall): string {
  const options = ["apiKey", ...call.common].map(
    (name) => `  ${name}: process.env.${environmentName(name)} ?? "",`,
  );
  return [
    `import { createClient } from "@cstar.help/api-contract";`,
    "",
    "const cstar = createClient({",
    ...options,
    "});",
    `const result = await cstar.${call.method}(${args(call)});`,
    ...condition(error.code),
    ...handling(error, call).map((line) => `  ${line}`),
    "}",
  ].join("\n");
}

// Broken like this it fits beside the text, also for the longest code.
function condition(code: string): string[] {
  return ["if (", "  !result.ok &&", `  result.error.code === ${tsString(code)}`, ") {"];
}

function args({ ids, query, body }: SampleCall): string {
  const fields = query.map(({ name, value }) => [name, value]);
  const objects = [body, fields.length > 0 ? Object.fromEntries(fields) : undefined];
  return [
    ...ids.map(({ value }) => tsString(value)),
    ...objects.filter((value) => value !== undefined).map(tsLiteral),
  ].join(", ");
}

const ADVICE: Readonly<Record<RetryRule, string[]>> = {
  never: ["// Trying again would end the same way."],
  after: [
    "// The client waits by itself, but not beyond its deadline.",
    `console.error("Try again at", result.error.retryAt);`,
  ],
  backoff: ["// The client has tried again by itself, and gave up."],
};

function handling({ retry, param }: ErrorFact, { operation }: SampleCall): string[] {
  const writes = operation.parameters.some((parameter) => parameter.in === "header");
  return [
    ...ADVICE[retry],
    ...(retry === "backoff" && writes
      ? [
          "// With the same key, another call cannot do the work twice.",
          "const { outcome, idempotencyKey } = result.error;",
          "console.error(outcome, idempotencyKey);",
        ]
      : []),
    ...(param === "never" ? [] : [`console.error("Correct", result.error.param);`]),
    "const { message, requestId } = result.error;",
    "console.error(message, requestId);",
  ];
}
