import { describeRule, GET, LIST, ref, response, schema } from "./support/describe-rule.ts";
import { all, drop, put } from "./support/edits.ts";

const at401 = `${GET}/responses/401`;
/** Takes the 401 out of an operation of which nothing else says that it has one. */
const without401 = all(drop(`${schema("key_missing")}/x-applies-to`), drop(at401));

describeRule("error-401-iff-secured", {
  reports: {
    "a secured operation without a 401": [without401, [`${GET}/responses`]],
    "a default in the place of a 401": [
      all(without401, put(`${GET}/responses/default`, ref(response("Failed")))),
      [`${GET}/responses`],
    ],
    "an open operation with a 401": [put(`${GET}/security`, []), [at401]],
    "every operation, once": [drop("/security"), [`${LIST}/responses/401`]],
    "an operation that is open by an empty requirement": [put(`${GET}/security`, [{}]), [at401]],
    "an operation that is secured by itself": [
      all(drop("/security"), put(`${GET}/security`, [{ key: [] }]), without401),
      [`${GET}/responses`, `${LIST}/responses/401`, "/paths/~1shelves~1{shelf}~1books/post/responses/401"],
    ],
  },
  accepts: {
    "a 401 that is missing by what its codes say, which is for another rule": drop(at401),
    "a 403 in the place of a 401": all(without401, put(`${GET}/responses/403`, ref(response("NotFound")))),
    "an open operation without a 401": all(put(`${GET}/security`, []), drop(at401)),
    "an open operation of which nothing says that it has a 401": all(without401, put(`${GET}/security`, [])),
    "optional credentials with a 401": put(`${GET}/security`, [{ key: [] }, {}]),
    "optional credentials without a 401": all(put(`${GET}/security`, [{}, { key: [] }]), drop(at401)),
    "a range that covers 401": all(drop(at401), put(`${GET}/responses/4XX`, ref(response("NotFound")))),
    "a document that does not describe credentials": all(
      drop("/security"),
      drop("/components/securitySchemes"),
    ),
  },
});
