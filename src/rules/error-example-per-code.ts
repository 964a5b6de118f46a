import { nodeAt } from "../document/node.ts";
import { listed } from "../report/words.ts";
import { schemaExamples } from "./model/examples.ts";
import { sentence } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import type { Media } from "./model/operations.ts";
import type { Rule } from "./model/rule.ts";

/** Every error can be seen before it happens. */
export const errorExamplePerCode: Rule = {
  id: "error-example-per-code",
  description: "Every error response has an example of each code that it carries.",
  needs: "convention",
  check(model) {
    if (model.convention === undefined) return []; // no code is known: no need to read every example
    const media = model.responses.flatMap((response) => response.media.map((entry) => ({ response, entry })));
    // Sources without any example leave them to the schemas; then there is no set to be complete.
    if (!media.some(({ entry }) => codesShown(model, entry).length > 0)) return [];
    const inSchema = new Set(
      model.definitions
        .filter(({ node }) => schemaExamples(model.reader, node).length > 0)
        .map(({ code }) => code),
    );
    return media.flatMap(({ response, entry }) => {
      const shown = new Set(codesShown(model, entry));
      const carried = model.words?.of(response).map(({ value }) => value) ?? model.codesOf(response);
      const missing = [...new Set(carried)].filter((code) => !shown.has(code) && !inSchema.has(code));
      if (missing.length === 0) return [];
      const message = sentence(
        `${response.name} has no example of ${listed(missing)}. Add one for each code.`,
      );
      return [{ message, at: nodeAt(entry.node, ["examples"]) }];
    });
  },
};

function codesShown({ words, examplesOf }: Model, media: Media): string[] {
  return examplesOf(media).flatMap(({ value, code }) => words?.inExample(value.value) ?? code ?? []);
}
