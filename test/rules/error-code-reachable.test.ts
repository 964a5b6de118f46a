import { ADD, CODES, describeRule, error, json, own, ref, schema } from "./support/describe-rule.ts";
import { all, drop, push, put } from "./support/edits.ts";

const REGISTRY = `${schema("ErrorCode")}/enum`;
const ALL = ["Unauthenticated", "Invalid", "NotFound", "Conflict", "Limited", "Failed"];

describeRule("error-code-reachable", {
  reports: {
    "a registered code that nothing describes": [push(REGISTRY, "gone"), [`${REGISTRY}/7`]],
    "a described code that no response carries": [drop(`${error("Failed")}/oneOf/1`), [`${REGISTRY}/6`]],
    "a response that no operation uses": [drop(`${ADD}/responses/409`), [`${REGISTRY}/3`]],
    "several codes in the order of the list": [
      all(push(REGISTRY, "gone"), push(REGISTRY, "away")),
      [`${REGISTRY}/7`, `${REGISTRY}/8`],
    ],
    "a code whose schema has another code": [
      put(`${own("not_found", "code")}/const`, "title_taken"),
      [`${REGISTRY}/1`],
    ],
    "a schema that is called after a code and has none": [
      drop(own("not_found", "code")),
      [schema("not_found")],
    ],
    "a code listed twice once": [all(push(REGISTRY, "gone"), push(REGISTRY, "gone")), [`${REGISTRY}/7`]],
  },
  accepts: {
    "responses that leave the code open": (document) => {
      for (const name of ALL) put(`${json(name)}/schema`, ref(schema("ErrorEnvelope")))(document);
    },
    "a document without a registry": all(
      drop(schema("ErrorCode")),
      put(`${schema("ErrorObject")}/properties/code`, { type: "string" }),
    ),
    "an alternative behind a named choice": all(
      put(schema("Failure"), { oneOf: [ref(schema("server_failure")), ref(schema("storage_failure"))] }),
      put(error("Failed"), ref(schema("Failure"))),
    ),
    "a list of codes in place of schemas": put(error("Failed"), {
      allOf: [
        ref(schema("ErrorObject")),
        { properties: { code: { enum: ["server_failure", "storage_failure"] } } },
      ],
    }),
    "a narrower choice than the envelope's own": put(`${schema("ErrorEnvelope")}/properties/error`, {
      oneOf: CODES.map((code) => ref(schema(code))),
    }),
    "whole bodies as alternatives": put(`${json("Failed")}/schema`, {
      oneOf: ["server_failure", "storage_failure"].map((code) => ({
        allOf: [ref(schema("ErrorEnvelope")), { properties: { error: ref(schema(code)) } }],
      })),
    }),
  },
});
