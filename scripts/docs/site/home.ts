import { markup } from "../html/markup.ts";
import { table } from "../html/parts.ts";
import { shell } from "../html/shell.ts";
import type { Site } from "./site.ts";

/** What each of the published files is for, by name. */
const PURPOSES: Readonly<Record<string, string>> = {
  "openapi.yaml": "The contract as OpenAPI 3.1 in one file, for people and for tools.",
  "openapi.json": "The same as JSON.",
  "openapi-3.0.yaml": "The same for tools that only read OpenAPI 3.0.",
  "openapi-3.0.json": "The same as JSON.",
  "errors.json": "Every fact about the errors, for programs in any language.",
  "error-envelope.schema.json": "A JSON Schema for the body of an error response.",
};

/** The front door of the site. `published` are the names of the files for programs. */
export function homePage(site: Site, published: readonly string[]): string {
  const { contract, paths } = site;
  const { errors, reference, versions } = paths;
  const [major, exact] = versions;
  const row = (href: string, name: string, purpose: string) =>
    markup`<tr><th scope="row"><a href="${href}"><code>${name}</code></a></th><td>${purpose}</td></tr>`;
  const rows = [
    row(`${errors}.md`, "errors.md", "The error reference as one page of Markdown."),
    row("llms.txt", "llms.txt", "A summary of the errors for language models."),
    ...published.map((name) => row(`${major}/${name}`, name, PURPOSES[name] ?? "")),
  ];
  const description = `Reference documentation for the ${contract.title}: errors, operations, and files for programs.`;
  return shell(site, {
    folder: "",
    address: "",
    title: contract.title,
    description,
    script: "plain",
    main: markup`<div class="hero"><p class="eyebrow">Version ${contract.version}</p><h1>${contract.title}</h1><p class="lead">${description}</p></div>
<div class="doors"><a href="${errors}/index.html"><strong>Errors</strong><span>What each code means, why it happens, how to fix it, and whether to retry. Paste a response, and it is explained.</span></a>
<a href="${reference}/index.html"><strong>API reference</strong><span>Every operation with its parameters, bodies, responses and errors.</span></a></div>
<section class="intro" aria-labelledby="files"><h2 id="files">Files for programs</h2>
<p class="prose">Files under <code>${major}/</code> follow the latest version that is compatible with it; those under <code>${exact}/</code> never change.</p>
${table("Files", ["File", "Purpose"], rows)}</section>
`,
  });
}
