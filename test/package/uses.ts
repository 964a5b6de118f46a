/** A use of an entry of the package: what it imports, and statements that throw when it does not work. */
export interface Use {
  import: string;
  check: string;
}

/** How each module is used; `test` makes sure that none is missing. The same statements run as ESM and as CommonJS. */
export const uses: Record<string, Use> = {
  "@cstar.help/api-contract": {
    import: "{ createClient, createFetchClient, unwrap }",
    check: `
const expired = errors.errors.find(({ code }) => code === "key_expired")?.example;
const options = {
  apiKey: "sk_test_" + "x".repeat(32),
  fetch: async () => new Response(JSON.stringify(expired), { status: 401, headers: { "content-type": "application/json" } }),
};
const teamId = "550e8400-e29b-41d4-a716-446655440000";
const result = await createClient({ ...options, teamId }).tickets.get("tkt_abc123");
if (result.ok || result.error.code !== "key_expired" || result.error.status !== 401) throw new Error("createClient");
const wire = await createFetchClient(options).GET("/teams/{teamId}/tickets", { params: { path: { teamId } } });
if (wire.error?.error.code !== "key_expired") throw new Error("createFetchClient");
try { unwrap(result); throw new Error("unwrap"); } catch (error) { if (error !== result.error) throw error; }
`,
  },
  "@cstar.help/api-contract/errors": {
    import: "{ CStarError, contractVersion, errorCatalog, isCStarError }",
    check: `
if (contractVersion !== errors.version) throw new Error("contractVersion");
if (errorCatalog.key_expired.status !== 401) throw new Error("errorCatalog");
if (!isCStarError(new CStarError("key_expired"), "key_expired")) throw new Error("isCStarError");
`,
  },
  "@cstar.help/api-contract/diff": {
    import: "{ bumpOf, diffContracts, loadTree, readContractLeniently }",
    check: `
const { contract } = readContractLeniently(loadTree("api.yaml", () => "openapi: 3.1.0"));
if (diffContracts(contract, contract).length > 0) throw new Error("diffContracts");
if (bumpOf(diffContracts(contract, { ...contract, title: "Another" })) !== "patch") throw new Error("bumpOf");
`,
  },
  "@cstar.help/api-contract/server": {
    import: "{ errorEnvelope, errorResponse, withErrors }",
    check: `
if (errorEnvelope("key_expired").error.doc_url !== errors.errors.find(({ code }) => code === "key_expired")?.docUrl) throw new Error("errorEnvelope");
const limited = errorResponse("rate_limit_exceeded", { retryAfter: 30 });
if (limited.status !== 429 || limited.headers.get("retry-after") !== "30") throw new Error("errorResponse");
const refused = await withErrors("getTicket", () => { throw new Error("secret"); }, { onError: () => {} })(new Request("https://x.test/"));
if (refused.status !== 500 || (await refused.text()).includes("secret")) throw new Error("withErrors");
`,
  },
  "@cstar.help/api-contract/verify": {
    import: "{ createVerifier }",
    check: `
const verifier = createVerifier();
verifier.add({ method: "GET", path: "/api/v1/teams/550e8400-e29b-41d4-a716-446655440000/tickets", status: 500, headers: {}, body: "<html>" });
if ((await verifier.report()).byRule["not-json"] !== 1) throw new Error("createVerifier");
`,
  },
  "@cstar.help/api-contract/sandbox": {
    import: "{ createSandbox }",
    check: `
const sandbox = createSandbox();
const world = sandbox.world("installed");
const response = await sandbox.fetch(new Request(world.baseUrl + "/teams/" + world.teamId + "/tickets", { headers: { authorization: "Bearer " + world.keys.expired } }));
if (response.status !== 401 || (await response.json()).error.code !== "key_expired") throw new Error("createSandbox");
`,
  },
  "@cstar.help/api-contract/spectral": {
    import: "{ default as ruleset }",
    check: `
if (Object.keys(ruleset.rules).length === 0) throw new Error("ruleset");
`,
  },
};

const alias = (bindings: string) => bindings.replaceAll(" as ", ": ");

/** A program that uses everything; it is TypeScript and JavaScript alike. */
export function moduleProgram(names: readonly string[]): string {
  return [
    ...names.map((name) => `import ${uses[name]?.import} from "${name}";`),
    `import errors from "@cstar.help/api-contract/errors.json" with { type: "json" };`,
    `import openapi from "@cstar.help/api-contract/openapi.json" with { type: "json" };`,
    ...names.map((name) => `{${uses[name]?.check}}`),
    `if (openapi.info.version !== errors.version) throw new Error("openapi.json");`,
    "",
  ].join("\n");
}

/** The same in CommonJS, with `require`. */
export function commonProgram(names: readonly string[]): string {
  return [
    ...names.map((name) => `const ${alias(uses[name]?.import ?? "")} = require("${name}");`),
    `const errors = require("@cstar.help/api-contract/errors.json");`,
    ...names.map((name) => `(async () => {${uses[name]?.check}})();`),
    "",
  ].join("\n");
}
