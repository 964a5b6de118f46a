import { RETRY_LABELS } from "../../../src/contract/labels.ts";
import type { PageContext } from "../html/context.ts";
import { type Markup, markup, nothing } from "../html/markup.ts";
import { codeBox, list, plainCode, retryBadge, table } from "../html/parts.ts";
import { pythonLoop, typescriptLoop } from "../samples/index.ts";
import { section } from "./overview.ts";

/** All that a program must know to retry without doing harm, and a loop that does it. */
export function retryingSection(context: PageContext): Markup {
  const { contract, line } = context;
  return section(
    "retrying",
    "Retrying",
    markup`<p class="prose">The code decides whether a retry can help. When there is no code, because the connection failed or something other than the API responded, the status decides.</p>
${table("What may be retried", ["Retry", "When", "Codes"], [...ruleRows(context), ...otherRows()])}
<div class="pair"><div>
<h3>How often, and when</h3>${list([
      line("Make three attempts in all. More of them turn a short outage into a long one."),
      line(
        "Before each retry, wait for a random time between zero and a limit that doubles: 1 s, then 2 s, up to 8 s. Without the randomness, all clients come back at the same moment.",
      ),
      line("If there is a `Retry-After` header, wait at least that long, plus a random part of a second."),
      line("Limit the whole call, waits included, so that nobody waits for it forever."),
    ])}
${idempotency(context)}</div><div class="boxes">${codeBox("TypeScript, without a package", plainCode(typescriptLoop(contract)), { open: true })}${codeBox("Python, standard library", plainCode(pythonLoop(contract)))}</div></div>
<p class="prose">The TypeScript client of this contract does all this by itself.</p>`,
    " retrying",
  );
}

function ruleRows({ contract, codeLinks, line }: PageContext): Markup[] {
  return (["after", "backoff", "never"] as const).map((rule) => {
    const codes =
      rule === "never"
        ? markup`All other codes`
        : codeLinks(contract.errors.filter(({ retry }) => retry === rule));
    return markup`<tr><th scope="row">${retryBadge(rule)}</th><td>${line(RETRY_LABELS[rule].long)}</td><td class="links">${codes}</td></tr>`;
  });
}

// RFC 9110 15.6: 5xx is the server's failure. A response without the envelope did not come from the API itself.
function otherRows(): Markup[] {
  return [
    markup`<tr><th scope="row">${retryBadge("backoff")}</th><td>No response: the connection failed, was reset or timed out. The request may have been carried out, so the same limits apply.</td><td>No code</td></tr>`,
    markup`<tr><th scope="row">${retryBadge("backoff")}</th><td>A page of HTML, or anything else that is not the JSON of the API, with a status of 5xx, 408 or 429. It comes from a proxy or a load balancer (502, 503, 504).</td><td>No code</td></tr>`,
    markup`<tr><th scope="row">${retryBadge("never")}</th><td>The same with any other status. Check the address, and what stands between your program and the API.</td><td>No code</td></tr>`,
  ];
}

function idempotency({ contract, line }: PageContext): Markup {
  const keyed = contract.operations.flatMap(({ method, parameters }) => {
    const parameter = parameters.find(({ name }) => name.toLowerCase() === "idempotency-key");
    return parameter ? [{ method: method.toUpperCase(), parameter }] : [];
  });
  const [first] = keyed;
  if (first === undefined) return nothing;
  const methods = [...new Set(keyed.map(({ method }) => method))].join(" and ");
  const texts = [
    `${methods} requests accept the header. Make a new key for each change you intend, and use it for all attempts at that change.`,
    first.parameter.description,
    "GET and DELETE need no key. A repeated DELETE may find nothing left to delete and return a 404; that is success.",
  ];
  return markup`<h3>What an <code>Idempotency-Key</code> covers</h3>${list(texts.filter(Boolean).map(line))}
`;
}
