import { type Branch, branchesOf } from "../document/branches.ts";
import { propertiesIn, requiredIn, schemaParts } from "../document/composition.ts";
import { locationId, memberOf } from "../document/node.ts";
import { isJsonType } from "../document/openapi.ts";
import { listed } from "../report/words.ts";
import { judged, STYLES } from "./model/convention.ts";
import { FIELD } from "./model/conventions.ts";
import type { Envelope } from "./model/envelope.ts";
import { sentence, show } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import { allowsObject, type ErrorResponse, errorObjects, type Media } from "./model/operations.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

/** Every error body is the one envelope, in every alternative of it. */
export const errorEnvelope: Rule = {
  id: "error-envelope",
  description: "Every 4xx and 5xx body is the one error envelope of the document.",
  needs: "convention",
  check(model) {
    const { envelope } = model;
    if (envelope === undefined) return checkConvention(model);
    return model.responses.flatMap((response) => checkResponse(model, envelope, response));
  },
};

/** Where errors are in a style of somebody else, all of them are in that style. */
function checkConvention({ convention, responses }: Model): RuleFinding[] {
  if (convention === undefined) return [];
  const { place } = STYLES[convention.style];
  return responses.flatMap((response) =>
    judged(response)
      .filter((media) => !convention.follows(media))
      .map(({ schema, node }) => ({
        message: `The body of ${response.name} has no ${place}, which ${convention.following} of ${convention.bodies} error bodies have. Give all errors one form.`,
        at: schema ?? node,
      })),
  );
}

function checkResponse(model: Model, envelope: Envelope, response: ErrorResponse): RuleFinding[] {
  if (response.uses.every(({ operation }) => operation.method === "head")) return []; // RFC 9110, section 9.3.2
  const { name } = response;
  if (response.media.length === 0) {
    const message = `${sentence(name)} has no body. Give it a JSON body of ${envelope.name}.`;
    return [{ message, at: response.node }];
  }
  return response.media
    .filter(({ type }) => isJsonType(type))
    .flatMap((media) => checkMedia(model, envelope, media, name));
}

function checkMedia(model: Model, envelope: Envelope, media: Media, name: string): RuleFinding[] {
  if (media.schema === undefined) {
    const message = `The error body of ${name} has no schema. Refer to ${envelope.name}.`;
    return [{ message, at: media.node }];
  }
  if (model.reader.follow(media.schema) === undefined) return []; // a $ref to nothing has findings of its own
  return media.branches.flatMap((branch) => {
    const wrong = problem(model, envelope, branch);
    if (wrong === undefined) return [];
    const message = `This error body of ${name} is not ${envelope.name}: ${wrong}. Build it on ${envelope.name} by $ref.`;
    return [{ message, at: branch.at }];
  });
}

/** Why an alternative of a body is not the envelope; undefined when it is. */
function problem(model: Model, envelope: Envelope, branch: Branch): string | undefined {
  const { reader } = model;
  const objects = errorObjects(reader, branch);
  const broken = objects.flatMap((object) => schemaParts(reader, object)).find((part) => !allowsObject(part));
  if (broken) return `its \`error\` is ${show(memberOf(broken.value, "type"))}, not an object`;
  for (const [name, expected] of envelope.constants) {
    for (const property of propertiesIn(reader, branch.parts, name)) {
      const found = memberOf(reader.follow(property)?.value, "const");
      if (found !== undefined && found !== expected) {
        return `its \`${name}\` is ${show(found)}, not ${show(expected)}`;
      }
    }
  }
  if (branch.parts.some((part) => locationId(part) === locationId(envelope.node))) return undefined;
  return missing(model, envelope, branch);
}

/** A copy of the envelope is the envelope, too: that it is a copy is for `error-by-ref` to say. */
function missing({ reader }: Model, envelope: Envelope, branch: Branch): string | undefined {
  const objects = errorObjects(reader, branch);
  if (objects.length === 0) return `it has no \`${FIELD.error}\` object`;
  const has = (parts: Branch["parts"], name: string): boolean =>
    requiredIn(parts).has(name) && propertiesIn(reader, parts, name).length > 0;
  const own = objects.flatMap((object) => schemaParts(reader, object));
  // All objects apply at once, so what every alternative of one of them has is there.
  const choices = objects.map((object) => branchesOf(reader, object).map(({ parts }) => [...own, ...parts]));
  const inError = (name: string): boolean =>
    choices.some((branches) => branches.every((parts) => has(parts, name)));
  const absent = [
    ...envelope.required.filter((name) => !has(branch.parts, name)),
    ...envelope.errorRequired.filter((name) => !inError(name)).map((name) => `${FIELD.error}.${name}`),
  ].map((name) => `\`${name}\``);
  return absent.length > 0 ? `it does not describe ${listed(absent)} as required` : undefined;
}
