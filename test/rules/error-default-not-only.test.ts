import { describeRule, GET, LIST, ref, response } from "./support/describe-rule.ts";
import { all, put } from "./support/edits.ts";

const SUCCESS = { description: "The book." };

describeRule("error-default-not-only", {
  reports: {
    "a default beside a success": [
      put(`${GET}/responses`, { "200": SUCCESS, default: ref(response("Failed")) }),
      [`${GET}/responses/default`],
    ],
    "a default by itself": [
      put(`${GET}/responses`, { default: ref(response("Failed")) }),
      [`${GET}/responses/default`],
    ],
    "each operation": [
      all(
        put(`${GET}/responses`, { "200": SUCCESS, default: ref(response("Failed")) }),
        put(`${LIST}/responses`, { "200": SUCCESS, "304": SUCCESS, default: ref(response("Failed")) }),
      ),
      [`${GET}/responses/default`, `${LIST}/responses/default`],
    ],
  },
  accepts: {
    "a default beside statuses": put(`${GET}/responses/default`, ref(response("Failed"))),
    "a default beside a range": put(`${GET}/responses`, {
      "200": SUCCESS,
      "4XX": ref(response("NotFound")),
      default: ref(response("Failed")),
    }),
    "no errors at all": put(`${GET}/responses`, { "200": SUCCESS }),
  },
});
