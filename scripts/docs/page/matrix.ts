import type { PageContext } from "./context.ts";
import { type Markup, markup } from "./markup.ts";
import { codeLink } from "./parts.ts";

/** Which operation can return which code. */
export function matrixSection(context: PageContext, reference: string): Markup {
  const codes = context.contract.types.flatMap(({ type }) => context.errorsOf(type));
  const head = codes.map((error) => markup`<th scope="col">${codeLink(context, error)}</th>`);
  const body = context.contract.operations.map(({ id, tag, method, path, codes: declared }) => {
    const cells = codes.map(({ code }) =>
      declared.includes(code) ? markup`<td>yes</td>` : markup`<td></td>`,
    );
    return markup`<tr><th scope="row" title="${method.toUpperCase()} ${path}"><a href="${reference}${place(tag, id)}">${id}</a></th>${cells}</tr>
`;
  });
  return markup`<section class="intro wide" aria-labelledby="operations"><h2 id="operations">Operations and their codes</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Operations by codes"><table class="matrix"><thead><tr><th scope="col">Operation</th>${head}</tr></thead><tbody>
${body}</tbody></table></div></section>
`;
}

// Where Redoc shows an operation.
function place(tag: string, id: string): string {
  const segment = (name: string) => encodeURIComponent(name.toLowerCase().replace(/\s+/g, "-"));
  return `#/${segment(tag)}/${segment(id)}`;
}

/** Gives the columns of a type its colour; a rule per type is a fraction of an attribute per cell. */
export function matrixStyle(context: PageContext): string {
  let column = 2; // the first one names the operation
  const rules = context.contract.types.map(({ type }) => {
    const first = column;
    column += context.errorsOf(type).length;
    const range = `:nth-child(n+${first}):nth-child(-n+${column - 1})`;
    return `.matrix ${range}{--h:${context.hue(type)}}`;
  });
  return rules.join("");
}
