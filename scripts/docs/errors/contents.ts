import type { PageContext } from "../html/context.ts";
import { type Markup, markup, nothing } from "../html/markup.ts";
import { breakable, contentsLink, contentsNav } from "../html/parts.ts";
import { anchorOf } from "../site/paths.ts";
import { isIndexOnly } from "../site/site.ts";

/** The contents of the error reference. */
export function errorContents(context: PageContext): Markup {
  const { types, keys } = context.contract;
  const groups = types.map(({ type, title }) => {
    const codes = context.errorsOf(type).map((error) => contentsLink(anchorOf(error), breakable(error.code)));
    // Where the page only lists the codes, its tables are the contents.
    const inside = isIndexOnly(context.contract) || codes.length === 0 ? nothing : markup`<ul>${codes}</ul>`;
    return markup`<li style="--h:${context.hue(type)}"><a class="dot" href="#${encodeURIComponent(`type-${type}`)}">${title}</a>${inside}</li>
`;
  });
  return contentsNav(
    markup`${contentsLink("shape", "The shape of an error")}${contentsLink("types", "Types")}${contentsLink("retrying", "Retrying")}${contentsLink("setup", "Set-up for the samples")}
${groups}${contentsLink("client", "Errors of the client")}${contentsLink("operations", "Operations and their codes")}${contentsLink("statuses", "Statuses")}${keys.length > 0 ? contentsLink("keys", "API keys") : nothing}${contentsLink("tips", "Debugging tips")}`,
  );
}
