import type { OperationFact, ParameterFact, ResponseFact } from "../../../src/contract/index.ts";
import type { PageContext } from "../html/context.ts";
import { joined, type Markup, markup, nothing } from "../html/markup.ts";
import { codeBox, jsonCode, linkedHeading, plainCode, table } from "../html/parts.ts";
import { curlSample, requestOf } from "../samples/index.ts";
import { fieldRow, fieldTable, type Schemas, typeOf } from "./schema.ts";

/** Everything about one operation. */
export function operationArticle(
  context: PageContext,
  operation: OperationFact,
  { schemas, examples }: { schemas: Schemas; examples: Readonly<Record<string, unknown>> },
): Markup {
  const { id, method, path, summary, description, body } = operation;
  const example = examples[id];
  return markup`<article class="code operation" aria-labelledby="${id}">
<div class="cols"><div>
${linkedHeading(id, markup`${summary}`, id)}
<p class="request"><span class="method">${method.toUpperCase()}</span> <code>${breakablePath(path)}</code></p>
<div class="prose">${context.prose(description)}</div>
<p class="prose names">Operation <code>${id}</code></p>
${parameters(context, operation, schemas)}
${body ? markup`<h4>Request body</h4>${fieldTable(context, schemas, body.name === undefined ? body.schema?.value : { $ref: `#/components/schemas/${body.name}` })}` : nothing}
<h4>Responses</h4>${responses(context, operation)}
</div><div class="side">
${codeBox("curl", plainCode(curlSample(requestOf(context.contract, operation))), { open: true })}
${example === undefined ? nothing : codeBox("Response", jsonCode(example))}
</div></div></article>
`;
}

function parameters(context: PageContext, { parameters: all }: OperationFact, schemas: Schemas): Markup {
  if (all.length === 0) return nothing;
  const row = ({ name, in: place, required, description, schema }: ParameterFact) => {
    const type = markup`${typeOf(schemas, schema.value)}, in the ${place}`;
    return fieldRow({ name, type, required }, context.line(description));
  };
  return markup`<h4>Parameters</h4>${table("Parameters", ["Parameter", "Meaning"], all.map(row))}`;
}

function responses(context: PageContext, { responses: all }: OperationFact): Markup {
  const byCode = new Map(context.contract.errors.map((error) => [error.code, error]));
  const row = ({ status, description, codes }: ResponseFact) => {
    const links = codes.flatMap((code) => {
      const error = byCode.get(code);
      return error ? [context.codeLink(error)] : [];
    });
    return markup`<tr><th scope="row"><span class="status">${status}</span></th><td>${context.line(description)}</td><td class="links">${joined(links, " ")}</td></tr>`;
  };
  return table("Responses", ["Status", "Meaning", "Error codes"], all.map(row));
}

function breakablePath(path: string): Markup {
  return joined(
    path.split(/(?<=.)(?=\/)/).map((part) => markup`${part}`),
    "<wbr>",
  );
}
