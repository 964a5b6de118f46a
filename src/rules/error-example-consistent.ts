import { requiredIn } from "../document/composition.ts";
import { locationId, memberOf, nodeAt } from "../document/node.ts";
import { listed } from "../report/words.ts";
import { FIELD } from "./model/conventions.ts";
import type { Envelope } from "./model/envelope.ts";
import type { Example } from "./model/examples.ts";
import { isObject, isText, show } from "./model/json.ts";
import type { Model } from "./model/model.ts";
import { type ErrorResponse, statusFits } from "./model/operations.ts";
import type { Rule, RuleFinding } from "./model/rule.ts";

/** An example says about a code what its schema says. */
export const errorExampleConsistent: Rule = {
  id: "error-example-consistent",
  description: "Examples of errors agree with the schema of their code and with the response around them.",
  needs: "envelope",
  check(model) {
    const { envelope } = model;
    if (envelope === undefined) return [];
    const done = new Set<string>(); // the example of a schema that several responses refer to
    return model.responses.flatMap((response) =>
      response.media.flatMap((media) =>
        model.examplesOf(media).flatMap((example) => {
          if (done.has(locationId(example.value))) return [];
          done.add(locationId(example.value));
          return checkExample(model, envelope, { response, example });
        }),
      ),
    );
  },
};

function checkExample(
  model: Model,
  envelope: Envelope,
  { response, example }: { response: ErrorResponse; example: Example },
): RuleFinding[] {
  const { value } = example;
  const error = memberOf(value.value, FIELD.error);
  if (!isObject(error)) {
    const message = `This example of ${response.name} has no \`${FIELD.error}\` object. Write the whole envelope.`;
    return [{ message, at: value }];
  }
  const findings: RuleFinding[] = [];
  const wrong: Report = (keys, message) => {
    findings.push({ message, at: nodeAt(value, keys) });
  };
  const fault = faultOfCode(model, response, example);
  if (fault !== undefined) wrong([FIELD.error, FIELD.code], fault);
  else checkAsCode(model, envelope, { example, wrong }); // what an example of a wrong code says was meant for the right one
  for (const [key, expected] of envelope.constants) {
    const found = memberOf(value.value, key);
    if (found !== expected)
      wrong([key], `This example has ${show(found)} as \`${key}\`. Set it to ${show(expected)}.`);
  }
  const inError = memberOf(error, FIELD.requestId);
  const inMeta = memberOf(memberOf(value.value, FIELD.meta), FIELD.metaRequestId);
  if (isText(inError) && isText(inMeta) && inError !== inMeta) {
    const message = `\`${FIELD.meta}.${FIELD.metaRequestId}\` is ${show(inMeta)}, but \`${FIELD.error}.${FIELD.requestId}\` is ${show(inError)}. Use one id in both.`;
    wrong([FIELD.meta, FIELD.metaRequestId], message);
  }
  return findings;
}

type Report = (keys: string[], message: string) => void;

/** What is wrong with the code that an example shows. */
function faultOfCode(model: Model, response: ErrorResponse, { code, value }: Example): string | undefined {
  if (code === undefined) {
    const found = memberOf(memberOf(value.value, FIELD.error), FIELD.code);
    return `This example has ${show(found)} as its code. Give it a code of ${response.name}.`;
  }
  const { registry } = model;
  const carried = model.codesOf(response);
  if (carried.has(code)) return undefined;
  if (carried.size > 0) {
    return `This example shows ${code}, which ${response.name} does not carry (${listed([...carried])}). Correct the code, or move the example.`;
  }
  if (registry?.values.has(code) === false) {
    return `This example shows ${code}, which is not in ${registry.name}. Correct the code.`;
  }
  const status = model.definitionOf(code)?.status;
  const keys = [...new Set(response.uses.map((use) => use.status))];
  if (status === undefined || keys.some((key) => statusFits(key, status))) return undefined;
  return `This example shows ${code} (${status}) under ${listed(keys)}. Move it to a response of its status.`;
}

/** What the code of an example fixes or requires. */
function checkAsCode(
  model: Model,
  envelope: Envelope,
  { example: { code, name, value }, wrong }: { example: Example; wrong: Report },
): void {
  const isCode = (word = ""): boolean =>
    model.registry?.values.has(word) || model.definitionOf(word) !== undefined;
  if (name !== code && isCode(name)) {
    wrong([FIELD.error, FIELD.code], `The example ${name} shows ${code}. Rename it, or show ${name}.`);
  }
  const definition = model.definitionOf(String(code));
  if (definition === undefined) return;
  const error = memberOf(value.value, FIELD.error);
  for (const field of [FIELD.type, FIELD.docUrl]) {
    const expected = definition.constant(field)?.value;
    const found = memberOf(error, field);
    if (expected === undefined || found === expected) continue;
    wrong(
      [FIELD.error, field],
      `This example of ${code} has ${show(found)} as \`${field}\`. Set it to ${show(expected)}.`,
    );
  }
  for (const field of requiredIn(definition.parts)) {
    const found = memberOf(error, field);
    const isGood = TEXTS.includes(field) ? isText(found) : found !== undefined;
    // Constants are told above, and the parameter by error-param-rule.
    if (isGood || field === FIELD.param || definition.constant(field) !== undefined) continue;
    const what =
      found === undefined
        ? `no \`${field}\`, which is required. Add it.`
        : `${show(found)} as \`${field}\`. Give it a text.`;
    wrong([FIELD.error, field], `This example of ${code} has ${what}`);
  }
  const inMeta = memberOf(memberOf(value.value, FIELD.meta), FIELD.metaRequestId);
  if (envelope.required.includes(FIELD.meta) && !isText(inMeta) && isText(memberOf(error, FIELD.requestId))) {
    wrong(
      [FIELD.meta, FIELD.metaRequestId],
      `This example of ${code} has no \`${FIELD.meta}.${FIELD.metaRequestId}\`. Repeat the request id there.`,
    );
  }
}

const TEXTS: readonly string[] = [FIELD.message, FIELD.requestId];
