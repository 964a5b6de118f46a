import { type ClientMethod, type Namespace, shapeClient } from "../../../scripts/names/client-methods.ts";
import type { Contract, OperationFact } from "../../../src/contract/index.ts";

/** The same program twice: every operation is called, its data and the code of its error are read. */
export interface Programs {
  client: string;
  openapiFetch: string;
}

export function writePrograms(contract: Contract, modules: { client: string; types: string }): Programs {
  const methods = flatten(shapeClient(contract).root, "cstar");
  return {
    client: [
      `import { createClient } from ${JSON.stringify(modules.client)};`,
      'const cstar = createClient({ apiKey: "sk_test_x", teamId: "t" });',
      ...methods.map(({ call, method }, index) => {
        const { operation, ids } = method;
        const given = [...ids.map(() => '"id"'), ...(operation.body ? [literal(operation)] : [])];
        const name = `result${index}`;
        return [
          `const ${name} = await ${call}(${given.join(", ")});`,
          `export const value${index} = ${name}.ok ? ${name}.data : ${name}.error.code;`,
        ].join("\n");
      }),
    ].join("\n"),
    openapiFetch: [
      'import createClient from "openapi-fetch";',
      `import type { paths } from ${JSON.stringify(modules.types)};`,
      'const api = createClient<paths>({ baseUrl: "https://api.example" });',
      ...methods.map(({ method: { operation } }, index) => {
        const names = operation.parameters.filter((one) => one.in === "path" && one.required);
        const path = Object.fromEntries(names.map(({ name }) => [name, "id"]));
        const init = [
          `params: ${JSON.stringify({ path })}`,
          ...(operation.body ? [`body: ${literal(operation)}`] : []),
        ];
        const name = `result${index}`;
        return [
          `const ${name} = await api.${operation.method.toUpperCase()}("${operation.path}", { ${init.join(", ")} });`,
          `export const value${index} = ${name}.data ? ${name}.data.data : ${name}.error.error.code;`,
        ].join("\n");
      }),
    ].join("\n"),
  };
}

function flatten(space: Namespace, at: string): { call: string; method: ClientMethod }[] {
  return [
    ...space.methods.map((method) => ({ call: `${at}.${method.name}`, method })),
    ...space.children.flatMap((child) => flatten(child, `${at}.${child.name}`)),
  ];
}

function literal({ body }: OperationFact): string {
  return JSON.stringify(body?.example);
}
