/** What a reader sees of HTML: its words, with a space where another block or box begins. */
export function seen(html: string): string {
  const words = html.replace(/<\/?(?:a|code|em|strong|wbr)\b[^>]*>/g, "").replace(/<[^>]*>/g, " ");
  const plain = words.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<");
  return plain
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")

    .trim();
}

/** The section, article or other element whose heading has this id, from its tag to its end. */
export function partOf(page: string, id: string): string {
  const at = page.indexOf(` aria-labelledby="${id}"`);
  if (at < 0) throw new Error(`The page has no part with the heading ${id}.`);
  const part = page.slice(page.lastIndexOf("<", at));
  return part.split(`</${/\w+/.exec(part)?.[0]}>`)[0] ?? "";
}

/** The first element of a kind that has this text in its tag, without what follows it. */
export function elementOf(page: string, element: string, text = ""): string {
  const found = [...page.matchAll(new RegExp(`<${element}\\b([^>]*)>`, "g"))].find(([tag]) =>
    tag.includes(text),
  );
  if (found === undefined) throw new Error(`The page has no <${element}> with ${text}.`);
  return page.slice(found.index).split(`</${element}>`)[0] ?? "";
}

/** The rows of a table, without its head: the words of each cell. */
export function rowsOf(html: string): string[][] {
  const rows = [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = ""]) => row);
  return rows
    .filter((row) => !row.startsWith('<th scope="col"'))
    .map((row) => {
      return [...row.matchAll(/<(th|td)[^>]*>(.*?)<\/\1>/gs)].map(([, , cell = ""]) => seen(cell));
    });
}

/** The words of each link, and where it leads. */
export function linksOf(html: string): [text: string, href: string][] {
  return [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(([, href = "", text = ""]) => [
    seen(text),
    href.replaceAll("&amp;", "&"),
  ]);
}

/** Elements and attributes that were to say something and do not; what a script fills later has a role. */
export function emptyParts(html: string): string[] {
  const attributes =
    html.match(/<[^>]*\s(?:href|id|class|content|title|name|aria-\w+|placeholder)=""[^>]*>/g) ?? [];
  const elements = [...html.replace("<ul></ul></div></form>", "").matchAll(/<(\w+)([^>]*)>\s*<\/\1>/g)]
    .filter(([, element = "", rest = ""]) => !rest.includes("role=") && !/^(?:path|textarea)$/.test(element))
    .map(([element]) => element);
  return [...attributes, ...elements];
}

/** The links to places on the same page that it does not have, and the ids that it has twice. */
export function brokenAnchors(html: string): string[] {
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id);
  const targets = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id = ""]) => decodeURIComponent(id));
  return [
    ...targets.filter((id) => !ids.includes(id)),
    ...ids.filter((id, index) => ids.indexOf(id) < index),
  ];
}
