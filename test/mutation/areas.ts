/** What is mutated, and the tests that are to notice. */
export interface Area {
  /** Folders with all that is in them, `folder/*` for the files in it alone, or single files. */
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
  shell: {
    code: ["src/cli"],
    tests: ["test/cli", "test/mock", "test/explain", "test/verify", "test/diff", "test/lint"],
  },
  emit: { code: ["scripts/emit", "scripts/names"], tests: ["test/emit", "test/contract"] },
  docs: { code: ["scripts/docs", "scripts/render"], tests: ["test/docs", "test/emit"] },
  pipeline: { code: ["scripts/commands", "scripts/dev", "scripts/*"], tests: ["test/pipeline", "test/dev"] },
};

/** Code in no area, and why. */
export const OUTSIDE: Readonly<Record<string, string>> = {
  "scripts/docs/browser": "runs in browsers, and quick tests have none",
  "src/entries": "only re-exports",
  "src/lint/worker.ts":
    "runs in a thread of its own, where no mutant is switched on; every lint shows that it responds",
};

/** Those of `files` that are the code of an area. */
export function codeOf({ code }: Pick<Area, "code">, files: readonly string[]): string[] {
  return files.filter((file) => isIn(code, file) && !isIn(Object.keys(OUTSIDE), file));
}

function isIn(places: readonly string[], file: string): boolean {
  const folder = file.slice(0, file.lastIndexOf("/"));
  return places.some((place) => {
    if (place === file) return true;
    return place.endsWith("/*") ? folder === place.slice(0, -2) : `${folder}/`.startsWith(`${place}/`);
  });
}
