import type { Contract } from "../../../src/contract/index.ts";
import { numberOfCodes, pageContext } from "../html/context.ts";
import { markup } from "../html/markup.ts";
import { shell } from "../html/shell.ts";
import type { Site } from "../site/site.ts";
import { clientSection } from "./client-codes.ts";
import { errorContents } from "./contents.ts";
import { groupSection } from "./group.ts";
import { matrixStyle, operationsSection } from "./matrix.ts";
import {
  keysSection,
  setupSection,
  shapeSection,
  statusSection,
  tipsSection,
  typesSection,
} from "./overview.ts";
import { pasteBox } from "./paste.ts";
import { retryingSection } from "./retrying.ts";

export { codePage } from "./code-page.ts";

/**
 * The error reference: one file that loads nothing.
 * @param folder of the file, from the root of the site.
 */
export function errorPage(site: Site, folder: string): string {
  const { contract, paths } = site;
  const context = pageContext(site, folder, { own: true });
  const description =
    "Every error the API returns: what it means, why it happens, how to fix it, and whether to retry.";
  return shell(site, {
    folder,
    address: paths.errors,
    title: `Errors · ${contract.title}`,
    description,
    current: "errors",
    isFile: folder !== paths.errors,
    script: "errors",
    loadsScript: true,
    css: matrixStyle(context),
    head: markup`<link rel="alternate" type="text/markdown" href="${context.to(`${paths.errors}.md`)}">`,
    contents: errorContents(context),
    main: markup`<div class="hero"><p class="eyebrow">${contract.title} · version ${contract.version}</p><h1>Errors</h1><p class="lead">${description}</p>
<p>${amount(contract)} Branch on <code>code</code>, never on <code>message</code>, and expect later versions to add codes and fields.</p></div>
<p id="unknown" class="unknown" role="status"></p>
${pasteBox(context)}${shapeSection(context)}${typesSection(context)}${retryingSection(context)}${setupSection(context)}${contract.types.map((type) => groupSection(context, type))}${clientSection(context)}${operationsSection(context)}${statusSection(context)}${keysSection(context)}${tipsSection(context)}`,
  });
}

function amount({ errors, types }: Contract): string {
  const count = numberOfCodes(errors.length);
  return `There ${errors.length === 1 ? "is" : "are"} ${count} in ${types.length} ${types.length === 1 ? "type" : "types"}.`;
}
