/** What is mutated, and the tests that are to notice. */
export interface Area {
  code: string[];
  tests: string[];
}

/** The areas by the name that `npm run mutation` takes. */
export const AREAS: Readonly<Record<string, Area>> = {
  errors: { code: ["src/errors"], tests: ["test/errors"] },
  client: { code: ["src/client"], tests: ["test/client"] },
  http: { code: ["src/http"], tests: ["test/http"] },
  contract: { code: ["src/document", "src/contract"], tests: ["test/contract-reader", "test/document"] },
  lint: { code: ["src/lint", "src/report"], tests: ["test/lint", "test/report"] },
  rules: { code: ["src/rules"], tests: ["test/rules"] },
  conformance: { code: ["src/conformance"], tests: ["test/conformance"] },
  explain: { code: ["src/explain"], tests: ["test/explain"] },
  verify: { code: ["src/verify"], tests: ["test/verify"] },
  diff: { code: ["src/diff"], tests: ["test/diff"] },
  server: { code: ["src/server"], tests: ["test/server"] },
  sandbox: { code: ["src/sandbox"], tests: ["test/sandbox"] },
  shell: { code: ["src/cli"], tests: ["test/cli", "test/mock"] },
  emit: { code: ["scripts/emit", "scripts/names"], tests: ["test/contract", "test/emit", "test/pipeline"] },
};
