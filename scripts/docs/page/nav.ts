import type { PageContext } from "./context.ts";
import { type Markup, markup } from "./markup.ts";

/** The contents of the page: beside it where there is room, folded at its top where there is not. */
export function contents(context: PageContext): Markup {
  const groups = context.contract.types.map(({ type, title }) => {
    const codes = context
      .errorsOf(type)
      .map(
        (error) => markup`<li><a href="#${encodeURIComponent(context.anchor(error))}">${error.code}</a></li>`,
      );
    return markup`<li style="--h:${context.hue(type)}"><a class="dot" href="#${encodeURIComponent(`type-${type}`)}">${title}</a><ul>${codes}</ul></li>
`;
  });
  return markup`<details class="toc" id="contents" open><summary>Contents</summary><nav aria-label="Contents"><ul>
<li><a href="#shape">The shape of an error</a></li><li><a href="#types">Types</a></li>
${groups}<li><a href="#operations">Operations and their codes</a></li><li><a href="#statuses">Statuses</a></li><li><a href="#keys">Keys</a></li><li><a href="#tips">Debugging tips</a></li></ul></nav></details>`;
}
