import { expect, test } from "vitest";
import { diffContracts } from "../../src/diff/index.ts";
import { caseOf, contractOfData } from "./support.ts";

const SCHEMAS = "/components/schemas";
const RESPONSES = "/components/responses";
const KEYS = "/components/securitySchemes/key/x-key-prefixes";
const ORDERS = "/paths/~1shops~1{shopId}~1orders";
const ORDER = `${ORDERS}~1{orderId}`;

// Where head says what changed; of what is gone, the list that it was taken from.
test.each<[name: string, ...places: (string | undefined)[]]>([
  ["code-added-with-a-wrong-since", `${SCHEMAS}/key_paused`, `${SCHEMAS}/key_paused`],
  ["code-removed", `${SCHEMAS}/ErrorCode/enum/0`],
  ["code-renamed", `${SCHEMAS}/wrong_key`],
  ["code-retired-comes-back", `${SCHEMAS}/no_tea`],
  ["code-unused-though-registered", `${SCHEMAS}/ErrorCode/enum/1`],
  ["code-used-at-last", `${SCHEMAS}/key_paused`],
  ["doc-urls-move-to-another-page", `${SCHEMAS}/no_key`],
  ["error-without-code-added", `${ORDERS}/get`],
  ["field-removed", `${RESPONSES}/Unknown`],
  ["header-added", `${RESPONSES}/Gone`],
  ["key-kind-changed", `${KEYS}/0`],
  ["key-prefix-added", `${KEYS}/2`],
  ["key-prefix-removed", KEYS],
  ["limit-raised", `${KEYS}/1`],
  ["media-type-changed", `${RESPONSES}/Gone`],
  ["operation-added", "/paths/~1shops~1{shopId}~1count/get"],
  ["operation-id-changed", `${ORDER}/get`],
  ["operation-removed", "/paths"],
  ["operation-returns-one-code-more", `${ORDER}/delete`],
  ["operation-takes-its-first-query", `${ORDER}/get`],
  ["param-never-to-optional", `${SCHEMAS}/failed`],
  ["path-parameter-renamed", `${ORDERS}~1{id}/get`],
  ["retired-entry-removed", `${SCHEMAS}/ErrorCode/enum/0`],
  ["retry-after-dropped-by-one-operation", `${ORDER}/get/responses/429`],
  ["retry-rule-changed", `${SCHEMAS}/failed`],
  ["status-changed", `${SCHEMAS}/taken`],
  ["status-changed-in-one-operation-only", `${RESPONSES}/Gone`],
  ["statuses-split", `${RESPONSES}/Unknown`],
  ["type-added-without-a-code", `${SCHEMAS}/ErrorType/x-error-types/billing_error`],
  ["type-changed", `${SCHEMAS}/taken`],
  ["type-removed-without-a-code", undefined],
  ["words-of-a-code", `${SCHEMAS}/taken`],
  ["words-of-a-response", `${RESPONSES}/Gone`],
  ["words-of-a-type", `${SCHEMAS}/ErrorType/x-error-types/busy_error`],
  ["words-of-the-document", undefined],
])("of %s, the place is the one to look at", (name, ...places) => {
  const { base, head } = caseOf("errors", name);
  const changes = diffContracts(contractOfData(base), contractOfData(head));
  expect(changes.map(({ location }) => location?.pointer)).toEqual(places);
});
