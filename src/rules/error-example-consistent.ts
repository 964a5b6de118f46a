import { requiredIn } from "../document/composition.ts";
import { locationId, memberOf, nodeAt } from "../document/node.ts";
import { FIELD } from "./model/conventions.ts";
import type { Example } from "./model/examples.ts";
import { isObject, isText, listed, show } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import { type ErrorResponse, statusFits } from "./model/operations.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

/** An example says about a code what its schema says. */
export const errorExampleConsistent: Rule = {
  id: "error-example-consistent",
  description: "Examples of errors agree with the schema of their code and with the response around them.",
  needs: "envelope",
  check(model) {
    if (model.envelope === undefined) return [];
    const done = new Set<string>(); // the example of a schema that several responses refer to
    return model.responses.flatMap((response) =>
      response.media.flatMap((media) =>
        model.examplesOf(media).flatMap((example) => {
          if (done.has(locationId(example.value))) return [];
          done.add(locationId(example.value));
          return checkExample(model, response, example);
        }),
      ),
    );
  },
};

function checkExample(model: Model, response: ErrorResponse, example: Example): RuleFinding[] {
  const { value, name } = example;
  const error = memberOf(value.value, FIELD.error);
  if (!isObject(error)) {
    const message = `This example of ${response.name} has no \`${FIELD.error}\` object. Write the whole envelope.`;
    return [{ message, at: value }];
  }
  const findings: RuleFinding[] = [];
  const wrong = (keys: string[], message: string): void => {
    findings.push({ message, at: nodeAt(value, keys, "") });
  };
  checkCode(model, response, example, (message) => wrong([FIELD.error, FIELD.code], message));
  const isOfCode = findings.length === 0; // what else an example of a wrong code says was meant for the right one
  if (isOfCode) checkFields(model, example, wrong);
  for (const [key, expected] of model.envelope?.constants ?? []) {
    const found = memberOf(value.value, key);
    if (found !== expected)
      wrong([key], `This example has ${show(found)} as \`${key}\`. Set it to ${show(expected)}.`);
  }
  const inError = memberOf(error, FIELD.requestId);
  const inMeta = memberOf(memberOf(value.value, FIELD.meta), FIELD.metaRequestId);
  if (inError !== undefined && inMeta !== undefined && inError !== inMeta) {
    const message = `\`${FIELD.meta}.${FIELD.metaRequestId}\` is ${show(inMeta)}, but \`${FIELD.error}.${FIELD.requestId}\` is ${show(inError)}. Use one id in both.`;
    wrong([FIELD.meta, FIELD.metaRequestId], message);
  }
  const named =
    name !== undefined && (model.registry?.values.has(name) ?? model.definitionOf(name) !== undefined);
  if (isOfCode && named && example.code !== undefined && name !== example.code) {
    wrong(
      [FIELD.error, FIELD.code],
      `The example ${name} shows ${example.code}. Rename it, or show ${name}.`,
    );
  }
  return findings;
}

function checkCode(
  model: Model,
  response: ErrorResponse,
  { code, value }: Example,
  wrong: (message: string) => void,
): void {
  const carried = model.codesOf(response);
  const status = code === undefined ? undefined : model.definitionOf(code)?.status;
  const keys = [...new Set(response.uses.map((use) => use.status))];
  if (code === undefined) {
    const found = memberOf(memberOf(value.value, FIELD.error), FIELD.code);
    wrong(`This example has ${show(found)} as its code. Give it a code of ${response.name}.`);
  } else if (carried.size > 0 && !carried.has(code)) {
    wrong(
      `This example shows ${code}, which ${response.name} does not carry (${listed([...carried])}). Correct the code, or move the example.`,
    );
  } else if (carried.size === 0 && model.registry && !model.registry.values.has(code)) {
    wrong(`This example shows ${code}, which is not in ${model.registry.name}. Correct the code.`);
  } else if (carried.size === 0 && status !== undefined && !keys.some((key) => statusFits(key, status))) {
    wrong(
      `This example shows ${code} (${status}) under ${listed(keys)}. Move it to a response of its status.`,
    );
  }
}

/** Fields of the error object that the schema of the code fixes or requires. */
function checkFields(
  model: Model,
  { code, value }: Example,
  wrong: (keys: string[], message: string) => void,
): void {
  const definition = code === undefined ? undefined : model.definitionOf(code);
  const error = memberOf(value.value, FIELD.error);
  if (definition === undefined) return;
  for (const field of [FIELD.type, FIELD.docUrl]) {
    const expected = definition.constant(field)?.value;
    const found = memberOf(error, field);
    if (expected === undefined || found === expected) continue;
    wrong(
      [FIELD.error, field],
      `This example of ${code} has ${show(found)} as \`${field}\`. Set it to ${show(expected)}.`,
    );
  }
  const skip: readonly string[] = [FIELD.type, FIELD.docUrl, FIELD.param];
  for (const field of requiredIn(definition.parts)) {
    if (skip.includes(field) || isText(memberOf(error, field))) continue;
    if (memberOf(error, field) !== undefined && field !== FIELD.requestId && field !== FIELD.message)
      continue;
    wrong([FIELD.error, field], `This example of ${code} has no \`${field}\`, which is required. Add it.`);
  }
  const meta = model.envelope?.required.includes(FIELD.meta) ?? false;
  if (
    meta &&
    !isText(memberOf(memberOf(value.value, FIELD.meta), FIELD.metaRequestId)) &&
    isText(memberOf(error, FIELD.requestId))
  ) {
    wrong(
      [FIELD.meta, FIELD.metaRequestId],
      `This example of ${code} has no \`${FIELD.meta}.${FIELD.metaRequestId}\`. Repeat the request id there.`,
    );
  }
}
