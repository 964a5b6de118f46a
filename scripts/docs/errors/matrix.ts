import { numberOfCodes, type PageContext } from "../html/context.ts";
import { type Markup, markup } from "../html/markup.ts";
import { breakable, scrollingTable, table } from "../html/parts.ts";
import { isIndexOnly } from "../site/site.ts";

/** Which operation returns which code: a matrix, or, where that would be too large, the number of codes. */
export function operationsSection(context: PageContext): Markup {
  const content = isIndexOnly(context.contract) ? operationTable(context) : matrix(context);
  return markup`<section class="intro wide" aria-labelledby="operations"><h2 id="operations">Operations and their codes</h2>
${content}</section>
`;
}

function matrix({ contract, errorsOf, codeLink, to, site }: PageContext): Markup {
  const codes = contract.types.flatMap(({ type }) => errorsOf(type));
  const reference = to(`${site.paths.reference}/index.html`);
  const head = codes.map((error) => markup`<th scope="col">${codeLink(error)}</th>`);
  const body = contract.operations.map(({ id, method, path, codes: declared }) => {
    const cells = codes.map(({ code }) =>
      declared.includes(code) ? markup`<td>yes</td>` : markup`<td></td>`,
    );
    return markup`<tr id="op-${id}"><th scope="row" title="${method.toUpperCase()} ${path}"><a href="${reference}#${encodeURIComponent(id)}">${id}</a></th>${cells}</tr>
`;
  });
  return scrollingTable(
    "Operations by codes",
    markup`<table class="matrix"><thead><tr><th scope="col">Operation</th>${head}</tr></thead><tbody>
${body}</tbody></table>`,
  );
}

function operationTable({ contract, to, site }: PageContext): Markup {
  const reference = to(`${site.paths.reference}/index.html`);
  const rows = contract.operations.map(
    ({ id, method, path, codes }) =>
      markup`<tr id="op-${id}"><th scope="row"><a href="${reference}#${encodeURIComponent(id)}">${id}</a></th><td><code>${method.toUpperCase()} ${breakable(path)}</code></td><td class="num">${numberOfCodes(codes.length)}</td></tr>`,
  );
  return table("Operations", ["Operation", "Request", "Codes"], rows);
}

/** Gives the columns of a type its colour; a rule per type is a fraction of an attribute per cell. */
export function matrixStyle(context: PageContext): string {
  let column = 2; // the first one names the operation
  const rules = context.contract.types.map(({ type }) => {
    const first = column;
    column += context.errorsOf(type).length;
    return `.matrix :nth-child(n+${first}):nth-child(-n+${column - 1}){--h:${context.hue(type)}}`;
  });
  return isIndexOnly(context.contract) ? "" : rules.join("");
}
