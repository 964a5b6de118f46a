import { expect, test } from "vitest";
import { contract, readJson, readText } from "./project.ts";
import { carriers } from "./samples.ts";
import { bodySchema, validatorAt } from "./schemas.ts";

// What the page on error codes shows is the origin of this contract, so its payloads are kept as they stand there.
// They are given here a second time, so that no edit of a sample goes unnoticed.

const envelope = `{
  "success": false,
  "error": {
    "type": "invalid_request_error",
    "code": "parameter_missing",
    "message": "The 'title' field is required.",
    "param": "title",
    "doc_url": "https://cstar.help/developers/api/errors#parameter_missing",
    "request_id": "req_a1B2c3D4e5F6"
  },
  "meta": {
    "requestId": "req_a1B2c3D4e5F6",
    "timestamp": "2026-03-30T10:30:00Z"
  }
}
`;

const fragments = {
  "param-missing.json":
    '{"code": "parameter_missing", "param": "title", "message": "The \'title\' field is required"}\n',
  "param-invalid.json":
    '{"code": "parameter_invalid", "param": "priority", "message": "The \'priority\' field must be one of: low, normal, high, urgent"}\n',
  "param-conflict.json":
    '{"code": "resource_conflict", "param": "email", "message": "A customer with this email already exists"}\n',
};

interface Fragment {
  code: string;
  param: string;
  message: string;
}

function factOf(code: string) {
  const fact = contract.errors.find((error) => error.code === code);
  if (!fact) throw new Error(`The contract has no code ${code}.`);
  return fact;
}

test("the envelope is kept word for word and is the example of its code", () => {
  expect(readText("test/samples/source-page/envelope.json")).toBe(envelope);
  expect(factOf("parameter_missing").example).toEqual(JSON.parse(envelope));
});

test("the envelope validates against every response that may carry its code", () => {
  const places = carriers("parameter_missing");
  expect(places.length).toBeGreaterThan(0);
  for (const place of places) expect(validatorAt(bodySchema(place))(JSON.parse(envelope))).toBe(true);
});

test.each(Object.entries(fragments))("%s is kept word for word", (file, text) => {
  expect(readText(`test/samples/source-page/${file}`)).toBe(text);
});

test.each(Object.keys(fragments))("%s, completed with what it leaves out, validates", (file) => {
  const fragment = readJson(`test/samples/source-page/${file}`) as Fragment;
  const { example } = factOf(fragment.code);
  const { code: _, param: __, message: ___, ...rest } = example.error;
  const places = carriers(fragment.code);
  expect(places.length).toBeGreaterThan(0);
  for (const place of places) {
    const validate = validatorAt(bodySchema(place));
    expect(validate({ ...example, error: { ...rest, ...fragment } })).toBe(true);
    // What makes it so is the fragment: without its `param` the body is refused.
    const { param: ____, ...less } = fragment;
    expect(validate({ ...example, error: { ...rest, ...less } })).toBe(false);
  }
});
