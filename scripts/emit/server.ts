import type { Contract, ErrorFact, OperationFact } from "../../src/contract/index.ts";
import { type Report, refuse } from "../names/problem.ts";
import { banner } from "../render/banner.ts";
import { tsProperty, tsString } from "../render/escape.ts";
import type { EmitInput, OutputFile } from "../render/output.ts";

/**
 * The server kit: the functions of `src/server`, bound to what the contract says.
 * @throws Error when `checkServer` reports something.
 */
export function emitServer({ contract }: Pick<EmitInput, "contract">): OutputFile[] {
  checkServer({ contract }, refuse);
  return [{ path: "server.ts", content: server(contract) }];
}

/** Reports each code without a text for a time when it needs one: its example names another parameter than the server's. */
export function checkServer({ contract }: Pick<EmitInput, "contract">, report: Report): void {
  for (const { code, param, messages, location } of contract.errors) {
    if (messages.length === 0 && param === "never") continue;
    const problem = (message: string) =>
      report({ rule: "server-message", severity: "error", location, message });
    const has = (named: boolean) => messages.some((text) => text.includes("{param}") === named);
    if (param !== "never" && !has(true)) {
      problem(`${code} carries a param; give it an \`x-message\` that names \`{param}\`.`);
    }
    if (param !== "required" && !has(false)) {
      problem(`${code} may lack a param; give it an \`x-message\` without \`{param}\`.`);
    }
  }
}

function server({ errors, operations }: Contract): string {
  return `${banner("//")}
import { bindErrorEnvelope, bindErrorResponse, bindWithErrors, type ServerTable } from "../src/server/index.ts";
import { envelope, errorCatalog } from "./catalog.ts";

const table: ServerTable = {
  catalog: errorCatalog,
  envelope,
  messages: {
${errors.map((error) => `    ${tsProperty(error.code)}: [${messagesOf(error).map(tsString).join(", ")}],\n`).join("")}  },
  operations: {
${operations.map(({ id, codes }) => `    ${tsProperty(id)}: [${codes.map(tsString).join(", ")}],\n`).join("")}  },
  params: {
${operations.map((operation) => `    ${tsProperty(operation.id)}: [${paramsOf(operation).map(tsString).join(", ")}],\n`).join("")}  },
};

/** The JSON body of an error. */
export const errorEnvelope = /* @__PURE__ */ bindErrorEnvelope(table);

/** An error as a \`Response\`, with its status and headers. */
export const errorResponse = /* @__PURE__ */ bindErrorResponse(table);

/** Wraps a handler, so that whatever it throws becomes an error of the contract. */
export const withErrors = /* @__PURE__ */ bindWithErrors(table);
`;
}

/** All that a client sends besides its key: what is in the path, in the query and the headers, and then in the body. */
function paramsOf({ parameters, body }: OperationFact): string[] {
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const others = parameters.filter((parameter) => parameter.in !== "path");
  return [...new Set([...inPath, ...others].map(({ name }) => name).concat(body?.fields ?? []))];
}

/** The texts of `x-message`, else the message of the example. */
function messagesOf({ messages, example }: ErrorFact): string[] {
  return messages.length > 0 ? messages : [String(example.error.message)];
}
