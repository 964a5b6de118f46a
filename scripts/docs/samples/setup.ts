import type { Contract } from "../../../src/contract/index.ts";
import type { OwnParameter } from "../../names/client-methods.ts";
import { environmentName, variableName } from "./environment.ts";

/** The languages of the samples. */
export const LANGUAGES = { typescript: "TypeScript", fetch: "fetch", curl: "curl" } as const;
export type Language = keyof typeof LANGUAGES;

/** What the samples of each language expect to have run before. `common` are the path parameters of every operation. */
export function setups(contract: Contract, common: readonly OwnParameter[]): Record<Language, string> {
  const values = [{ name: "apiKey", option: "apiKey" }, ...common];
  return {
    typescript: [
      `import { createClient } from "@cstar.help/api-contract";`,
      "",
      "const cstar = createClient({",
      `  baseUrl: process.env.CSTAR_API ?? ${JSON.stringify(contract.baseUrl)},`,
      ...values.map(({ name, option }) => `  ${option}: process.env.${environmentName(name)} ?? "",`),
      "});",
    ].join("\n"),
    fetch: [
      `const api = process.env.CSTAR_API ?? ${JSON.stringify(contract.baseUrl)};`,
      ...common.map(({ name }) => `const ${variableName(name)} = process.env.${environmentName(name)};`),
      "const headers = {",
      `  Authorization: \`Bearer \${process.env.${environmentName("apiKey")}}\`,`,
      `  "Content-Type": "application/json",`,
      "};",
    ].join("\n"),
    curl: [
      `export CSTAR_API='${contract.baseUrl}'`,
      `export ${environmentName("apiKey")}='${testPrefix(contract)}…'`,
      ...common.map(({ name }) => `export ${environmentName(name)}='${exampleOf(contract, name)}'`),
    ].join("\n"),
  };
}

// Samples are tried out, and test data is the place for that.
function testPrefix({ keys }: Contract): string {
  return (keys.find(({ environment }) => environment === "test") ?? keys[0])?.prefix ?? "";
}

function exampleOf({ operations }: Contract, name: string): string {
  const parameter = operations[0]?.parameters.find((candidate) => candidate.name === name);
  return String(parameter?.example ?? "…");
}
