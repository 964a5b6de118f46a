import { shapeExample } from "../../render/shape.ts";
import type { PageContext } from "./context.ts";
import { type Markup, markup } from "./markup.ts";
import { codeBox, codeLink, jsonCode, list, table } from "./parts.ts";

/** What all errors have in common: their shape, its fields, the types. */
export function shapeSection({ contract, line }: PageContext): Markup {
  const fields = contract.fields.map(
    ({ name, description }) => markup`<div><dt><code>${name}</code></dt><dd>${line(description)}</dd></div>`,
  );
  return markup`<section class="intro" aria-labelledby="shape"><h2 id="shape">The shape of an error</h2>
<div class="pair"><dl class="fields">${fields}</dl>${codeBox("JSON", jsonCode(shapeExample(contract)), { open: true })}</div></section>
`;
}

export function typesSection(context: PageContext): Markup {
  const rows = context.contract.types.map(
    ({ type, description }) =>
      markup`<tr style="--h:${context.hue(type)}"><th scope="row"><a class="dot" href="#${encodeURIComponent(`type-${type}`)}"><code>${type}</code></a></th><td>${context.line(description)}</td><td class="num">${context.errorsOf(type).length}</td></tr>`,
  );
  return markup`<section class="intro" aria-labelledby="types"><h2 id="types">Types</h2>${table("Types of error", ["Type", "Meaning", "Codes"], rows)}</section>
`;
}

export function statusSection(context: PageContext): Markup {
  const { statuses, errors } = context.contract;
  const rows = statuses.map(({ status, meaning }) => {
    const links = errors.filter((error) => error.status === status).map((error) => codeLink(context, error));
    return markup`<tr><th scope="row">${status}</th><td>${context.line(meaning)}</td><td class="links">${links}</td></tr>`;
  });
  return markup`<section class="intro" aria-labelledby="statuses"><h2 id="statuses">Statuses</h2>${table("HTTP statuses", ["Status", "Meaning", "Codes"], rows)}</section>
`;
}

export function tipsSection({ contract, line }: PageContext): Markup {
  return markup`<section class="intro tips" aria-labelledby="tips"><h2 id="tips">Debugging tips</h2>${list(contract.tips.map(line), true)}</section>
`;
}

export function keysSection({ contract, line }: PageContext): Markup {
  if (contract.keys.length === 0) return markup``;
  const rows = contract.keys.map(
    ({ prefix, kind, environment, access, requestsPerHour }) =>
      markup`<tr><th scope="row"><code>${prefix}</code></th><td>${kind}</td><td>${environment}</td><td>${line(access)}</td><td class="num">${requestsPerHour.toLocaleString("en")}</td></tr>`,
  );
  return markup`<section class="intro" aria-labelledby="keys"><h2 id="keys">Keys</h2>${table("Kinds of API key", ["Prefix", "Kind", "Environment", "Access", "Requests per hour"], rows)}</section>
`;
}
