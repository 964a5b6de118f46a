import { FIELD } from "./model/conventions.ts";
import { splitUrl, usualPage } from "./model/doc-url.ts";
import { show } from "./model/json.ts";
import type { Rule } from "./model/rule.ts";

/** A link in an error leads to that error. */
export const errorDocUrlMatchesCode: Rule = {
  id: "error-doc-url-matches-code",
  description: "The doc_url of a code ends in the code and leads to the page of the others.",
  needs: "envelope",
  check(model) {
    const { definitions } = model;
    const urls = definitions.map((definition) => ({ definition, url: definition.constant(FIELD.docUrl) }));
    if (urls.every(({ url }) => url === undefined)) return [];
    const page = usualPage(model);
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
      const [before, last] = splitUrl(url.value);
      if (last === code && (page === undefined || before === page)) return [];
      const message = `The \`${FIELD.docUrl}\` of ${code} is ${show(url.value)}. Set it to ${expected}.`;
      return [{ message, at: url.at }];
    });
  },
};
