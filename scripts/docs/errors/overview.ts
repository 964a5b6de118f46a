import { shapeExample } from "../../render/shape.ts";
import { numberOfCodes, type PageContext } from "../html/context.ts";
import { type Markup, markup, nothing } from "../html/markup.ts";
import { breakable, codeBox, jsonCode, list, plainCode, table } from "../html/parts.ts";
import { LANGUAGES, type Language, setups } from "../samples/index.ts";

/** A section of the page with a heading to link to. */
export function section(id: string, title: string, content: Markup, className = ""): Markup {
  return markup`<section class="intro${className}" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${content}</section>
`;
}

/** What all errors have in common: their shape, its fields, the types. */
export function shapeSection({ contract, line }: PageContext): Markup {
  const fields = contract.fields.map(
    ({ name, description }) =>
      markup`<div><dt><code>${breakable(name)}</code></dt><dd>${line(description)}</dd></div>`,
  );
  return section(
    "shape",
    "The shape of an error",
    markup`<div class="pair"><dl class="fields">${fields}</dl>${codeBox("JSON", jsonCode(shapeExample(contract)), { open: true })}</div>`,
  );
}

export function typesSection(context: PageContext): Markup {
  const rows = context.contract.types.map(
    ({ type, description }) =>
      markup`<tr style="--h:${context.hue(type)}"><th scope="row"><a class="dot" href="#${encodeURIComponent(`type-${type}`)}"><code>${breakable(type)}</code></a></th><td>${context.line(description)}</td><td class="num">${numberOfCodes(context.errorsOf(type).length)}</td></tr>`,
  );
  return section("types", "Types", table("Types of error", ["Type", "Meaning", "Codes"], rows));
}

/** Serves the API on one's own machine; with a cause for every error. */
const SANDBOX = "@cstar.help/api-contract sandbox";

/** The set-up that the samples of all codes share, once. */
export function setupSection({ contract, site }: PageContext): Markup {
  const made = setups(contract, site.commonParameters);
  const boxes = Object.entries(LANGUAGES).map(([language, name]) =>
    codeBox(name, plainCode(made[language as Language]), { open: true }),
  );
  return section(
    "setup",
    "Set-up for the samples",
    markup`<p class="prose">The samples of each code expect this to have run before. Create a key for test data in the settings of your team, or start the sandbox, <code>npx ${SANDBOX}</code>: it prints an address for <code>CSTAR_API</code>, a team, keys, and a request that leads to each error.</p><div class="boxes">${boxes}</div>`,
  );
}

export function statusSection(context: PageContext): Markup {
  const { statuses, errors } = context.contract;
  const rows = statuses.map(({ status, meaning }) => {
    const links = context.codeLinks(errors.filter((error) => error.status === status));
    return markup`<tr><th scope="row">${status}</th><td>${context.line(meaning)}</td><td class="links">${links}</td></tr>`;
  });
  return section("statuses", "Statuses", table("HTTP statuses", ["Status", "Meaning", "Codes"], rows));
}

export function tipsSection({ contract, line, site }: PageContext): Markup {
  const support = site.support
    ? markup`<p class="prose">Still stuck? Ask <a href="${site.support.url}">${site.support.name}</a>, and include the request id.</p>`
    : nothing;
  return section("tips", "Debugging tips", markup`${list(contract.tips.map(line), true)}${support}`, " tips");
}

export function keysSection({ contract, line }: PageContext): Markup {
  if (contract.keys.length === 0) return nothing;
  const rows = contract.keys.map(
    ({ prefix, kind, environment, access, requestsPerHour }) =>
      markup`<tr><th scope="row"><code>${prefix}</code></th><td>${kind}</td><td>${environment}</td><td>${line(access)}</td><td class="num">${requestsPerHour.toLocaleString("en")} per hour</td></tr>`,
  );
  return section(
    "keys",
    "API keys",
    markup`<p class="prose">An administrator creates, changes and revokes the keys of a team in its settings.</p>${table("Kinds of API key", ["Prefix", "Kind", "Environment", "Access", "Requests"], rows)}`,
  );
}
