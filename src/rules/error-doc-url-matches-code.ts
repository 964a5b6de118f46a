import { FIELD } from "./model/conventions.ts";
import { show } from "./model/json.ts";
import type { Rule } from "./model/rule.ts";

/** A link in an error leads to that error. */
export const errorDocUrlMatchesCode: Rule = {
  id: "error-doc-url-matches-code",
  description: "The doc_url of a code ends in the code and leads to the page of the others.",
  check({ definitions }) {
    const urls = definitions.map((definition) => ({ definition, url: definition.constant(FIELD.docUrl) }));
    if (urls.every(({ url }) => url === undefined)) return [];
    const page = usualPage(urls.map(({ url }) => url?.value));
    return urls.flatMap(({ definition: { code, node }, url }) => {
      const expected = page === undefined ? `an address that ends in #${code}` : show(`${page}${code}`);
      if (url === undefined) {
        return [
          {
            message: `The code ${code} has no constant \`${FIELD.docUrl}\`. Set it to ${expected}.`,
            at: node,
          },
        ];
      }
      const [before, last] = split(url.value);
      if (last === code && (page === undefined || before === page)) return [];
      const message = `The \`${FIELD.docUrl}\` of ${code} is ${show(url.value)}. Set it to ${expected}.`;
      return [{ message, at: url.at }];
    });
  },
};

/** Everything up to the last `#`, `/` or `=`, and what follows it. */
function split(url: string): [before: string, last: string] {
  const at = Math.max(url.lastIndexOf("#"), url.lastIndexOf("/"), url.lastIndexOf("=")) + 1;
  return [url.slice(0, at), url.slice(at)];
}

/** What most addresses begin with; undefined when they have nothing in common. */
function usualPage(urls: (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const url of urls) {
    const [before] = split(url ?? "");
    if (before !== "") counts.set(before, (counts.get(before) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return most !== undefined && most[1] > 1 && most[1] * 2 > total ? most[0] : undefined;
}
