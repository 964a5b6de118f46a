import { RETRY_LABELS } from "../../../src/contract/labels.ts";
import { CLIENT_CODES, type ClientCodeRow, type ClientRetryRule } from "../../../src/explain/client-codes.ts";
import type { PageContext } from "../html/context.ts";
import { type Markup, markup } from "../html/markup.ts";
import { breakable, linkedHeading, list, retryBadge } from "../html/parts.ts";
import { section } from "./overview.ts";

/** The codes that do not come from the API: the client library has them for everything else that can go wrong. */
export function clientSection(context: PageContext): Markup {
  return section(
    "client",
    "Errors of the client",
    markup`<p class="prose">The API never returns these codes. The TypeScript client uses them when there is no error of the API to report, so that one <code>switch</code> handles every failure.</p>
<div class="client-codes">${CLIENT_CODES.map((row) => clientCode(context, row))}</div>`,
  );
}

/** Id of a client code's heading; distinct from those of the API's codes. */
export function clientAnchor({ code }: Pick<ClientCodeRow, "code">): string {
  return `client-${code}`;
}

function clientCode({ line }: PageContext, row: ClientCodeRow): Markup {
  const anchor = clientAnchor(row);
  return markup`<article class="client-code" aria-labelledby="${anchor}">${linkedHeading(anchor, markup`<code>${breakable(row.code)}</code>`, row.code)}
<p class="title">${row.title}</p><p class="badges">${badge(row.retry)}</p>
<p>${line(row.description)}</p>${list(row.fixes.map(line))}</article>
`;
}

function badge(rule: ClientRetryRule): Markup {
  return rule === "status"
    ? retryBadge("backoff", "Depends on the status")
    : retryBadge(rule, RETRY_LABELS[rule].short);
}
