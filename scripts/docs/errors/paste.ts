import type { PageContext } from "../html/context.ts";
import { type Markup, markup } from "../html/markup.ts";

/** Name of the file with the code that explains responses, inside the folder of the error reference. */
export const EXPLAIN_FILE = "explain.js";

/** Where a response can be pasted, to be explained on the spot. */
export function pasteBox({ site, to }: PageContext): Markup {
  return markup`<form class="paste js" id="paste-form" data-script="${to(`${site.paths.errors}/${EXPLAIN_FILE}`)}"><label for="paste">Got an error? Paste the response here</label>
<textarea id="paste" rows="3" spellcheck="false" autocomplete="off" autocapitalize="off" aria-describedby="paste-note"></textarea>
<p id="paste-note">A JSON body, or everything that <code>curl -i</code> prints. It is explained in this page; nothing you paste leaves it.</p>
<div id="explained" role="status"></div></form>
`;
}
