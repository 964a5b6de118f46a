import { expect, it } from "vitest";
import { conformanceFacts as facts } from "../../generated/conformance.ts";
import { type CheckedResponse, checkResponse } from "../../src/conformance/index.ts";
import { deleted, errorBody } from "./responses.ts";

const of = (code: string, change: Record<string, unknown> = {}) => ({ body: errorBody(code, change) });
const body = errorBody("resource_not_found");
const ofMeta = (change: Record<string, unknown>) => ({
  body: { ...body, meta: { ...body.meta, ...change } },
});
/** What is no `meta` of the contract, but for one member. */
const other = { requestId: "req_1", w: 1, x: 2, y: 3, z: 4 };
const get = { operation: "getTicket", status: 404 };
const success = { operation: "deleteTicket", status: 200, body: deleted };
const unknown = (code: string) =>
  `There is no code ${code} in version ${facts.version} of the contract; a later one may have it.`;
const page = "The body must be JSON; it is HTML or XML.";
const noJson = "The body must be JSON; it is text that is not JSON.";
const envelope = "The body must be an object with success, error and meta; it is";

it.each<[name: string, given: CheckedResponse, messages: string[]]>([
  ["nothing", { ...get, text: " \n" }, ["The body must be JSON; it is empty."]],
  ["text", { ...get, text: "no" }, [noJson]],
  ["text with a sign of less", { ...get, text: "< 5" }, [noJson]],
  ["text with a tag in it", { ...get, text: "see <p>" }, [noJson]],
  ["a page", { ...get, text: " <p>x" }, [page]],
  ["a page with its type", { ...get, text: "<!DOCTYPE html>" }, [page]],
  ["XML", { ...get, text: "<?xml v?>" }, [page]],
  ["a list", { ...get, body: [1] }, [`${envelope} a list.`]],
  ["null", { ...get, body: null }, [`${envelope} null.`]],
  [
    "an error that is text",
    { ...get, body: { ...body, error: "no" } },
    [`${envelope} one whose error is a string of 2 characters.`],
  ],
  ["the error alone", { ...get, body: body.error }, [`${envelope} the error object alone.`]],
  ["a code alone", { ...get, body: { code: "x" } }, [`${envelope} an object without error.`]],
  ["a message alone", { ...get, body: { message: "x" } }, [`${envelope} an object without error.`]],
  ["an error without a status that is text", { body: "x" }, [`${envelope} a string of 1 character.`]],
  [
    "a failure without an error or a status",
    { body: { success: false } },
    [`${envelope} an object without error.`],
  ],
  [
    "another body of a success",
    { ...success, body: { a: 1 } },
    ["The body must be an object with success, data and meta; it is an object without data."],
  ],
  [
    "a list of a success",
    { ...success, body: [] },
    ["The body must be an object with success, data and meta; it is an empty list."],
  ],
  [
    "text of an operation without a status",
    { operation: "getTicket", body: "x" },
    ["The body must be an object with success, data and meta; it is a string of 1 character."],
  ],
  [
    "a success under an error's status",
    { ...success, status: 400 },
    ["`success` must be false with status 400; it is true."],
  ],
  [
    "a success whose flag is text",
    { ...success, body: { ...deleted, success: "true" } },
    ["`success` must be a boolean; it is a string of 4 characters."],
  ],
  [
    "a success without its parts",
    { ...success, body: { success: true } },
    ["`meta` is missing.", "`data` is missing."],
  ],
  [
    "a success without a flag, of no operation",
    { body: { data: 1 } },
    ["`success` is missing.", "`meta` is missing."],
  ],
  [
    "a success without parts of its meta, of no operation",
    { body: { ...deleted, meta: {} } },
    ["`meta` must be an object with requestId, timestamp; it is an object with none of them."],
  ],
  ["a success flag alone, of no operation", { body: { success: true } }, ["`meta` is missing."]],
  [
    "an id of a success that is a number, of no operation",
    { body: { ...deleted, meta: { ...deleted.meta, requestId: 7 } } },
    ["`meta.requestId` must be a string; it is a number."],
  ],
  [
    "data that lacks something, under another status",
    { ...success, status: 202, body: { ...deleted, data: {} } },
    [
      "deleteTicket declares no status 202.",
      "`data` must be an object with id, deleted; it is an object with none of them.",
    ],
  ],
  [
    "data that lacks something, without a status",
    { operation: "deleteTicket", body: { ...deleted, data: {} } },
    ["`data` must be an object with id, deleted; it is an object with none of them."],
  ],
  [
    "a code in a list",
    of("key_expired", { code: ["key_expired"] }),
    ["`error.code` must be a string; it is a list."],
  ],
  [
    "a meta of something else",
    { body: { ...body, meta: other } },
    ["`meta` must be an object with requestId, timestamp; it is an object of another kind."],
  ],
  [
    "a meta of something else and another field",
    { body: { ...body, meta: other, hint: 1 } },
    [
      "`meta` must be an object with requestId, timestamp; it is an object of another kind.",
      "`hint` is not in the contract.",
    ],
  ],
  ["a method alone", { method: "GET", status: 404, body }, []],
  ["a path alone", { path: "/x", status: 404, body }, []],
  [
    "a text beside a status that has no body",
    { ...success, body: undefined, status: 204, text: "x" },
    ["deleteTicket declares no status 204."],
  ],
  [
    "a text beside a status of before a response",
    { ...success, body: undefined, status: 101, text: "x" },
    ["deleteTicket declares no status 101."],
  ],
  [
    "a text beside the first status of a redirect",
    { ...success, body: undefined, status: 300, text: "x" },
    ["deleteTicket declares no status 300."],
  ],
  [
    "a text beside a status that says that nothing changed",
    { ...success, body: undefined, status: 304, text: "x" },
    [],
  ],
  [
    "a failure with data, of no operation",
    { body: { ...deleted, success: false } },
    ["`success` must be true; it is false."],
  ],
  [
    "data that lacks something",
    { ...success, body: { ...deleted, data: { id: 7 } } },
    ["`data.deleted` is missing.", "`data.id` must be a string; it is a number."],
  ],
  [
    "a status of another code",
    { ...get, status: 400, body },
    ["The status of resource_not_found must be 404; it is 400."],
  ],
  [
    "an unknown error under a success",
    { ...get, status: 200, ...of("gone") },
    ["The status must be 4xx or 5xx with an error; it is 200.", unknown("gone")],
  ],
  [
    "an unknown error under the first status of an error",
    { ...get, status: 400, ...of("gone") },
    [unknown("gone")],
  ],
  [
    "an unknown error under another status",
    { ...get, status: 418, ...of("gone") },
    ["getTicket declares no status 418.", unknown("gone")],
  ],
  [
    "a code of another operation",
    { ...get, operation: "listTickets", body },
    ["listTickets does not declare resource_not_found."],
  ],
  ["no meta", { body: { ...body, meta: undefined } }, ["`meta` is missing."]],
  ["a meta of null", { body: { ...body, meta: null } }, ["`meta` must be an object; it is null."]],
  ["no time", ofMeta({ timestamp: undefined }), ["`meta.timestamp` is missing."]],
  [
    "a time that is none",
    ofMeta({ timestamp: "x" }),
    ["`meta.timestamp` must be a string with the format date-time; it is a string of 1 character."],
  ],
  [
    "a time that is a number",
    ofMeta({ timestamp: 7 }),
    ["`meta.timestamp` must be a string; it is a number."],
  ],
  [
    "an id that is a number",
    ofMeta({ requestId: 7 }),
    ["`meta.requestId` must be a string; it is a number."],
  ],
  [
    "an id in another form",
    ofMeta({ requestId: "an id" }),
    ["`meta.requestId` must be a string that matches ^req_[A-Za-z0-9]+$; it is a string of 5 characters."],
  ],
  [
    "ids of two requests",
    of("resource_not_found", { request_id: "req_2" }),
    ["`meta.requestId` must be the same as `error.request_id`; it is another id."],
  ],
  [
    "a field of meta in another spelling",
    ofMeta({ request_id: "x" }),
    ["`meta.request_id` is not in the contract. The contract has `requestId`."],
  ],
  [
    "a field of the error in another spelling",
    of("resource_not_found", { docUrl: 1 }),
    ["`error.docUrl` is not in the contract. The contract has `doc_url`."],
  ],
  [
    "a field of the body in another spelling",
    { body: { ...body, Success: 1 } },
    ["`Success` is not in the contract. The contract has `success`."],
  ],
  ["a field with signs", of("resource_not_found", { "a/b~c": 1 }), ["`error.a/b~c` is not in the contract."]],
  [
    "a code that is a number",
    of("resource_not_found", { code: 7 }),
    ["`error.code` must be a string; it is a number."],
  ],
  ["a type that is none", of("resource_not_found", { type: "odd_error" }), ["There is no type odd_error."]],
  [
    "a type of another code",
    of("resource_not_found", { type: "api_error" }),
    ["`error.type` of resource_not_found must be not_found_error; it is api_error."],
  ],
  [
    "an address of another code",
    of("resource_not_found", { doc_url: "https://x.example/a" }),
    [
      `\`error.doc_url\` of resource_not_found must be ${facts.errors.resource_not_found?.docUrl}; it is https://x.example/a.`,
    ],
  ],
  ["no message", of("resource_not_found", { message: undefined }), ["`error.message` is missing."]],
  [
    "a message that is a number",
    of("resource_not_found", { message: 7 }),
    ["`error.message` must be a string; it is a number."],
  ],
  [
    "an empty message",
    of("resource_not_found", { message: "" }),
    ["`error.message` must be a string that is not empty; it is an empty string."],
  ],
  ["no param where one is needed", of("parameter_missing"), ["`error.param` is missing."]],
  [
    "a param of null where one is needed",
    of("parameter_missing", { param: null }),
    ["`error.param` must be a string; it is null."],
  ],
  [
    "an empty param where one is needed",
    of("parameter_missing", { param: "" }),
    ["`error.param` must be a string that is not empty; it is an empty string."],
  ],
  [
    "a param where none may be",
    of("key_expired", { param: "x" }),
    ["`error.param` must be left out; it is a string of 1 character."],
  ],
  [
    "a param of null where none may be",
    of("key_expired", { param: null }),
    ["`error.param` must be left out; it is null."],
  ],
  [
    "a param of null of an unknown code",
    of("nope", { param: null }),
    [unknown("nope"), "`error.param` must be left out, or a string; it is null."],
  ],
  [
    "an empty param of an unknown code",
    of("nope", { param: "" }),
    [unknown("nope"), "`error.param` must be a string that is not empty; it is an empty string."],
  ],
  [
    "a param that is a number of an unknown code",
    of("nope", { param: 7 }),
    [unknown("nope"), "`error.param` must be a string that is not empty; it is a number."],
  ],
])("it is told what is wrong with %s", (_, given, messages) => {
  expect(checkResponse(facts, given).map(({ message }) => message)).toEqual(messages);
});
