import { expect, test } from "vitest";
import { said } from "./support/check.ts";
import { describeRule, error, own, ref, schema } from "./support/describe-rule.ts";
import { documentWith, object, text } from "./support/document.ts";
import { all, change, drop, push, put, read } from "./support/edits.ts";

const DISCRIMINATOR = `${error("Failed")}/discriminator`;
const entry = (code: string) => `${DISCRIMINATOR}/mapping/${code}`;

describeRule("error-discriminator-total", {
  reports: {
    "a code that is not mapped": [drop(entry("storage_failure")), [DISCRIMINATOR]],
    "a new alternative that is not mapped": [
      push(`${error("Failed")}/oneOf`, ref(schema("not_found"))),
      [DISCRIMINATOR],
    ],
    "a mapped code that is no alternative": [
      put(entry("not_found"), `#${schema("not_found")}`),
      [entry("not_found")],
    ],
    "a code mapped to another schema": [
      put(entry("storage_failure"), `#${schema("server_failure")}`),
      [entry("storage_failure")],
    ],
    "a code mapped to nothing": [put(entry("storage_failure"), "#/nowhere"), [entry("storage_failure")]],
    "two codes that are not mapped, of schemas that are an anyOf": [
      all(
        change(error("Failed"), ({ oneOf, discriminator }) => ({ anyOf: oneOf, discriminator })),
        put(`${DISCRIMINATOR}/mapping`, {
          other: "#/nowhere",
        }),
      ),
      [DISCRIMINATOR, DISCRIMINATOR, entry("other")],
    ],
    "a code of a choice inside of a choice that is not mapped": [
      all(
        put(schema("Storage"), { oneOf: [ref(schema("storage_failure")), ref(schema("not_found"))] }),
        put(`${error("Failed")}/oneOf/1`, ref(schema("Storage"))),
        put(entry("storage_failure"), `#${schema("Storage")}`),
      ),
      [DISCRIMINATOR],
    ],
    "a code mapped to a name that is no schema's": [
      put(entry("storage_failure"), "storage"),
      [entry("storage_failure")],
    ],
    "no property": [drop(`${DISCRIMINATOR}/propertyName`), [DISCRIMINATOR]],
    "the same for all responses that share the choice, once": [
      all(
        put(schema("Any"), {
          oneOf: [ref(schema("server_failure")), ref(schema("storage_failure"))],
          discriminator: { propertyName: "code", mapping: { server_failure: "server_failure" } },
        }),
        put(error("Failed"), ref(schema("Any"))),
        put(error("Conflict"), ref(schema("Any"))),
      ),
      [`${schema("Any")}/discriminator`],
    ],
    "another property": [put(`${DISCRIMINATOR}/propertyName`, "type"), [DISCRIMINATOR]],
    "names that are not codes, without a mapping": [
      all(
        drop(`${DISCRIMINATOR}/mapping`),
        (document) => put(schema("StorageFailure"), read(document, schema("storage_failure")))(document),
        put(`${error("Failed")}/oneOf/1`, ref(schema("StorageFailure"))),
      ),
      [`${error("Failed")}/oneOf/1`],
    ],
  },
  accepts: {
    "names in place of pointers": put(entry("storage_failure"), "storage_failure"),
    "a choice of all codes that the responses narrow": all(
      change(`${schema("ErrorEnvelope")}/properties`, (properties: object) => ({
        ...properties,
        error: {
          oneOf: ["not_found", "key_missing"].map((code) => ref(schema(code))),
          discriminator: {
            propertyName: "code",
            mapping: { not_found: `#${schema("not_found")}`, key_missing: `#${schema("key_missing")}` },
          },
        },
      })),
    ),
    "the schema that all codes build on, which maps them": put(`${schema("ErrorObject")}/discriminator`, {
      propertyName: "code",
      mapping: { not_found: `#${schema("not_found")}` },
    }),
    "alternatives that leave their code open": all(
      drop(own("storage_failure", "code")),
      drop(entry("storage_failure")),
    ),
    "a discriminator that is no object": put(DISCRIMINATOR, "code"),
    "no discriminator": drop(DISCRIMINATOR),
    "schemas named by their codes, without a mapping": drop(`${DISCRIMINATOR}/mapping`),
    "a discriminator of something else": put(schema("Pet"), {
      oneOf: [{ type: "object" }],
      discriminator: { propertyName: "kind" },
    }),
  },
});

test("a discriminator of errors in the form of somebody else is none of ours", () => {
  const body = {
    oneOf: [object({ code: { const: "gone" } }), object({ code: text })],
    discriminator: { propertyName: "code", mapping: { lost: "Lost" } },
  };
  expect(
    said("error-discriminator-total", documentWith([{ 404: object({ code: text, error: body }) }])),
  ).toEqual([]);
});
