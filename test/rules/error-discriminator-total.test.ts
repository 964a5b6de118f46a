import { describeRule, error, ref, schema } from "./support/describe-rule.ts";
import { all, drop, push, put, read } from "./support/edits.ts";

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
    "no discriminator": drop(DISCRIMINATOR),
    "schemas named by their codes, without a mapping": drop(`${DISCRIMINATOR}/mapping`),
    "a discriminator of something else": put(schema("Pet"), {
      oneOf: [{ type: "object" }],
      discriminator: { propertyName: "kind" },
    }),
  },
});
