import type { PageContext } from "../html/context.ts";
import { type Markup, markup } from "../html/markup.ts";
import { breakable, contentsLink, contentsNav } from "../html/parts.ts";
import { anchorOf } from "../site/paths.ts";
import { isIndexOnly } from "../site/site.ts";

/** The contents of the error reference. */
export function errorContents(context: PageContext): Markup {
  const groups = context.contract.types.map(({ type, title }) => {
    // Where the page only lists the codes, its tables are the contents.
    const codes = (isIndexOnly(context.contract) ? [] : context.errorsOf(type)).map(
      (error) =>
        markup`<li><a href="#${encodeURIComponent(anchorOf(error))}">${breakable(error.code)}</a></li>`,
    );
    return markup`<li style="--h:${context.hue(type)}"><a class="dot" href="#${encodeURIComponent(`type-${type}`)}">${title}</a><ul>${codes}</ul></li>
`;
  });
  return contentsNav(
    markup`${contentsLink("shape", "The shape of an error")}${contentsLink("types", "Types")}${contentsLink("retrying", "Retrying")}${contentsLink("setup", "Set-up for the samples")}
${groups}${contentsLink("client", "Errors of the client")}${contentsLink("operations", "Operations and their codes")}${contentsLink("statuses", "Statuses")}${contentsLink("keys", "API keys")}${contentsLink("tips", "Debugging tips")}`,
  );
}
