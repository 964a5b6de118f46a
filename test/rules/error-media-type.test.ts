import { describeRule, GET, json, response } from "./support/describe-rule.ts";
import { all, change, drop, put } from "./support/edits.ts";

const content = (name: string) => `${response(name)}/content`;
const rename = (name: string, type: string) =>
  change(content(name), (value: Record<string, unknown>) => ({ [type]: value["application/json"] }));
const RESPONSES = ["Unauthenticated", "Invalid", "NotFound", "Conflict", "Limited", "Failed"];

describeRule("error-media-type", {
  reports: {
    "problem details": [
      rename("NotFound", "application/problem+json"),
      [`${content("NotFound")}/application~1problem+json`],
    ],
    "a second type beside JSON": [
      put(`${content("NotFound")}/text~1html`, { schema: { type: "string" } }),
      [`${content("NotFound")}/text~1html`],
    ],
    "a wildcard": [rename("Failed", "*/*"), [`${content("Failed")}/*~1*`]],
    "problem details even where all are": [
      all(...RESPONSES.map((name) => rename(name, "application/problem+json"))),
      RESPONSES.map((name) => `${content(name)}/application~1problem+json`),
    ],
    "the one body that differs from the type of the others": [
      all(...RESPONSES.slice(1).map((name) => rename(name, "application/vnd.library+json"))),
      [json("Unauthenticated")],
    ],
  },
  accepts: {
    "a charset": rename("NotFound", "application/json; charset=utf-8"),
    "a charset behind a space": rename("NotFound", "application/json ; charset=utf-8"),
    "another case": rename("NotFound", "Application/JSON"),
    "a JSON type of its own, used throughout": all(
      ...RESPONSES.map((name) => rename(name, "application/vnd.library+json")),
    ),
    "another type of a success": put(`${GET}/responses/200/content`, { "text/csv": {} }),
    "a response without a body, which is for another rule": drop(content("NotFound")),
  },
});
