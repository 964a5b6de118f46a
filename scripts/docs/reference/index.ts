import type { OperationFact } from "../../../src/contract/index.ts";
import { type PageContext, pageContext } from "../html/context.ts";
import { type Markup, markup, nothing } from "../html/markup.ts";
import { breakable, contentsLink, contentsNav, linkedHeading } from "../html/parts.ts";
import { shell } from "../html/shell.ts";
import type { Site } from "../site/site.ts";
import { operationArticle } from "./operation.ts";
import { fieldTable, isObject, type Schema, type Schemas, schemaAnchor, typeOf } from "./schema.ts";

/**
 * The API reference: every operation and every schema on one page that needs no script.
 * @param document the published document, with every `$ref` local.
 */
export function referencePage(site: Site, document: Schema): string {
  const { contract, paths } = site;
  const folder = paths.reference;
  const context = pageContext(site, folder);
  const schemas = schemasOf(document);
  const examples = responseExamples(document);
  const tags = tagsOf(contract.operations, document);
  const shown = Object.entries(schemas).filter(([name]) => isShown(context, name));
  return shell(site, {
    folder,
    address: `${folder}/`,
    title: `API reference · ${contract.title}`,
    description: `Every operation of the ${contract.title}: parameters, request bodies, responses and errors.`,
    current: "reference",
    script: "plain",
    contents: contents(tags, shown.length > 0),
    main: markup`<div class="hero"><p class="eyebrow">${contract.title} · version ${contract.version}</p><h1>API reference</h1>
<div class="lead prose">${context.prose(contract.description)}</div>
<p>Base URL: <code>${contract.baseUrl}</code>. The same in one file: <a href="${context.to(`${paths.versions[0]}/openapi.yaml`)}">openapi.yaml</a>.</p></div>
${tags.map((tag) => tagSection(context, { ...tag, schemas, examples }))}
${shown.length === 0 ? nothing : schemasSection(shown.map(([name, schema]) => schemaArticle(context, { name, schema, schemas })))}`,
  });
}

interface Tag {
  name: string;
  description: string;
  operations: OperationFact[];
}

function tagSection(
  context: PageContext,
  {
    name,
    description,
    operations,
    schemas,
    examples,
  }: Tag & { schemas: Schemas; examples: Readonly<Record<string, unknown>> },
): Markup {
  const id = tagAnchor(name);
  return markup`<section class="group" aria-labelledby="${id}"><header><h2 id="${id}">${name}</h2><div class="prose">${context.prose(description)}</div></header>
${operations.map((operation) => operationArticle(context, operation, { schemas, examples }))}</section>
`;
}

function schemasSection(articles: readonly Markup[]): Markup {
  return markup`<section class="group" aria-labelledby="schemas"><header><h2 id="schemas">Schemas</h2></header>
${articles}</section>
`;
}

function schemaArticle(
  context: PageContext,
  { name, schema, schemas }: { name: string; schema: Schema; schemas: Schemas },
): Markup {
  const id = schemaAnchor(name);
  const fields = fieldTable(context, schemas, schema);
  return markup`<article class="code schema" aria-labelledby="${id}">${linkedHeading(id, markup`<code>${name}</code>`, name)}
<div class="prose">${context.prose(String(schema.description ?? ""))}</div>
${fields.html === "" ? markup`<p class="kind">${typeOf(schemas, schema)}</p>` : fields}</article>
`;
}

function contents(tags: readonly Tag[], withSchemas: boolean): Markup {
  const groups = tags.map(({ name, operations }) => {
    const links = operations.map(({ id }) => contentsLink(id, breakable(id)));
    return markup`<li style="--h:285"><a class="dot" href="#${encodeURIComponent(tagAnchor(name))}">${name}</a><ul>${links}</ul></li>
`;
  });
  return contentsNav(markup`${groups}${withSchemas ? contentsLink("schemas", "Schemas") : nothing}`);
}

function tagAnchor(name: string): string {
  return `tag-${name}`;
}

function tagsOf(operations: readonly OperationFact[], document: Schema): Tag[] {
  const described = new Map(
    (Array.isArray(document.tags) ? document.tags : []).map((tag) => [tag?.name, tag?.description]),
  );
  const names = [...new Set(operations.map(({ tag }) => tag))];
  return names.map((name) => ({
    name,
    description: String(described.get(name) ?? ""),
    operations: operations.filter(({ tag }) => tag === name),
  }));
}

/** The errors are described in their own reference. */
function isShown({ contract }: PageContext, name: string): boolean {
  return !contract.errors.some(({ code }) => code === name);
}

function schemasOf({ components }: Schema): Schemas {
  const schemas = isObject(components) ? components.schemas : undefined;
  return isObject(schemas) ? (schemas as Schemas) : {};
}

/** An example of each operation's success, by operationId. */
function responseExamples(document: Schema): Record<string, unknown> {
  const examples: Record<string, unknown> = {};
  for (const item of Object.values(isObject(document.paths) ? document.paths : {})) {
    for (const operation of Object.values(isObject(item) ? item : {})) {
      if (!isObject(operation) || typeof operation.operationId !== "string") continue;
      const example = exampleIn(operation.responses, document);
      if (example !== undefined) examples[operation.operationId] = example;
    }
  }
  return examples;
}

function exampleIn(responses: unknown, document: Schema): unknown {
  const success = Object.entries(isObject(responses) ? responses : {}).find(([status]) => /^2/.test(status));
  const response = resolveResponse(success?.[1], document);
  const content =
    isObject(response) && isObject(response.content) ? Object.values(response.content)[0] : undefined;
  if (!isObject(content)) return undefined;
  if (content.example !== undefined) return content.example;
  const [first] = Object.values(isObject(content.examples) ? content.examples : {});
  return isObject(first) ? first.value : undefined;
}

function resolveResponse(response: unknown, { components }: Schema): unknown {
  const name =
    isObject(response) && typeof response.$ref === "string" ? response.$ref.split("/").at(-1) : undefined;
  if (name === undefined) return response;
  const shared = isObject(components) ? components.responses : undefined;
  return isObject(shared) ? shared[name] : undefined;
}
