import { locationId } from "../document/node.ts";
import { listed } from "../report/words.ts";
import type { Envelope } from "./model/envelope.ts";
import { sentence } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import { type ErrorResponse, errorObjects } from "./model/operations.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

/** What several operations share is written once. */
export const errorByRef: Rule = {
  id: "error-by-ref",
  description: "Error responses, the envelope and the schemas of codes are referred to, not copied.",
  needs: "envelope",
  check(model) {
    const { envelope } = model;
    if (envelope === undefined) return [];
    const sharesResponses = model.responses.some(({ shared }) => shared);
    const sharesCodes = model.definitions.some(({ shared }) => shared);
    return model.responses.flatMap((response) => {
      if (sharesResponses && !response.shared) return inPlace(response);
      const copies = sharesCodes ? copiedCodes(model, response) : [];
      return [...copiedEnvelopes(model, envelope, response), ...copies];
    });
  },
};

function inPlace({ uses }: ErrorResponse): RuleFinding[] {
  return uses.map(({ at, status, operation }) => ({
    message: `${operation.label} writes its ${status} response in place. Move it to a shared response and refer to that by $ref.`,
    at,
  }));
}

function copiedEnvelopes(model: Model, envelope: Envelope, response: ErrorResponse): RuleFinding[] {
  const { reader } = model;
  return response.media.flatMap(({ branches, schema }) => {
    if (schema === undefined) return [];
    const isCopy = branches.some(
      (branch) =>
        errorObjects(reader, branch).length > 0 &&
        !branch.parts.some((part) => locationId(part) === locationId(envelope.node)),
    );
    // The first of several copies is a copy as well; a single body is none.
    const isInline = model.responses.length > 1 && locationId(schema) === locationId(envelope.node);
    if (!isCopy && !isInline) return [];
    const message = `The error body of ${response.name} spells the envelope out. Refer to one shared schema of it by $ref.`;
    return [{ message, at: schema }];
  });
}

function copiedCodes(model: Model, response: ErrorResponse): RuleFinding[] {
  return model
    .variantsOf(response)
    .filter(({ shared, codes }) => !shared && codes.length > 0)
    .map(({ at, codes }) => ({
      message: sentence(
        `${response.name} describes ${listed(codes)} in place. Refer to the schema of ${codes.length > 1 ? "each" : "the"} code by $ref.`,
      ),
      at,
    }));
}
