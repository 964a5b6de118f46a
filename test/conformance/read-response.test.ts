import { describe, expect, it } from "vitest";
import { conformanceFacts as facts } from "../../generated/conformance.ts";
import { sourceOf } from "../../src/conformance/bytes/json.ts";
import { checkerOf } from "../../src/conformance/index.ts";
import { deleted, errorBody, json as headers, limits } from "./responses.ts";

const { reader, expectedOf } = checkerOf(facts);

/** What an operation of the contract promises for a status. */
function promised(operation: string, status: number) {
  const expected = expectedOf(operation, status);
  if (expected === undefined) throw new Error(`${operation} must declare ${status}.`);
  return expected;
}
const success = promised("deleteTicket", 200);
const wait = promised("listTickets", 429);
const refused = promised("listTickets", 401);

function isRead(part: "headers" | "body", json: string, expected = success): boolean {
  const bytes = new TextEncoder().encode(json);
  // What stands behind it does not matter.
  const more = new TextEncoder().encode(`${json},"x"`);
  const end = reader[part](sourceOf(bytes), 0, expected);
  expect(reader[part](sourceOf(more), 0, expected)).toBe(end);
  return end === bytes.length;
}

const usual = JSON.stringify(headers);
const { "X-RateLimit-Limit": _, ...fewer } = headers;

describe("headers are known by their bytes", () => {
  it.each([
    ["as they are sent", usual],
    ["in small letters", usual.toLowerCase()],
    ["in capitals", usual.replace(/"[^"]+":/g, (name) => name.toUpperCase())],
    ["in another order", JSON.stringify(Object.fromEntries(Object.entries(headers).reverse()))],
    [
      "with spaces between them",
      usual.replaceAll('":', '" : ').replaceAll(',"', ' , "').replace("{", "{ ").replace("}", " }"),
    ],
    ["with a charset", usual.replace("/json", "/json; charset=utf-8")],
    ["among others", usual.replace("{", '{"via":["a",1],"x-ratelimit":"x",').replace("}", ',"content":"b"}')],
    ["with a limit of 0", usual.replace('"1000"', '"0"')],
  ])("%s", (_, json) => {
    expect(isRead("headers", json)).toBe(true);
  });

  it.each([
    ["a list", "[]"],
    ["text", '"content-type"'],
    ["no limit", JSON.stringify(fewer)],
    ["no media type", JSON.stringify(limits)],
    ["another media type", usual.replace("/json", "/xml")],
    ["a media type that only begins so", usual.replace("/json", "/json5")],
    ["a media type in a list", usual.replace('"application/json"', '["application/json"]')],
    ["a charset with an escape", usual.replace("/json", "/json;\\u0061=b")],
    ["a limit that is a number", usual.replace('"1000"', "1000")],
    ["a limit that is empty", usual.replace('"1000"', '""')],
    ["a limit with a sign", usual.replace('"1000"', '"-1"')],
    ["a limit with letters behind it", usual.replace('"1000"', '"1000x"')],
    ["a limit with an exponent", usual.replace('"1000"', '"1e3"')],
    ["a limit that begins with 0", usual.replace('"1000"', '"01"')],
    ["a limit of more digits than numbers have", usual.replace('"1000"', '"1234567890123456"')],
    ["a limit that comes twice", usual.replace("{", '{"x-ratelimit-limit":"1",')],
    ["a media type that comes twice", usual.replace("{", '{"CONTENT-TYPE":"application/json",')],
    ["no colon", usual.replace(":", " ")],
    ["no comma", usual.replace(",", " ")],
    ["a control character in a name", usual.replace(/(content)-(type)/i, "$1\r$2")],
    ["a key with an escape", usual.replace("{", '{"\\u0061":"1",')],
    ["no end", usual.slice(0, -1)],
    ["a value without an end", usual.slice(0, -2)],
  ])("but not with %s", (_, json) => {
    expect(isRead("headers", json)).toBe(false);
  });

  it("with the time to wait where it is promised, and a number that fits", () => {
    const after = (value: string) => usual.replace("}", `,"Retry-After":"${value}"}`);
    const read = ["30", "soon", "-1"].filter((value) => isRead("headers", after(value), wait));
    expect(read).toEqual(["30"]);
    expect(isRead("headers", usual, wait)).toBe(false);
    const small = success.headers.map((one) => ({ ...one, fits: (value: number) => value < 1000 }));
    expect(isRead("headers", usual, { ...success, headers: small })).toBe(false);
  });

  it("but not where no media type is promised", () => {
    expect(isRead("headers", usual, { ...success, mediaType: undefined })).toBe(false);
  });
});

describe("a body is known by its bytes", () => {
  const text = (code: string, change: Record<string, unknown> = {}, id = "req_1") =>
    JSON.stringify(errorBody(code, change, id));
  it("of a success, and of each error that its status may have", () => {
    expect(isRead("body", JSON.stringify(deleted))).toBe(true);
    for (const code of ["key_expired", "invalid_api_key"])
      expect(isRead("body", text(code), refused)).toBe(true);
  });

  it.each([
    ["a success that is an error", text("key_expired"), success],
    ["an error that is a success", JSON.stringify(deleted), refused],
    ["a code of another status", text("resource_not_found"), refused],
    ["ids of two requests", text("key_expired", { request_id: "req_2" }), refused],
    ["an id that only begins as the other", text("key_expired", { request_id: "req_12" }), refused],
    ["an id that only ends as the other", text("key_expired", { request_id: "req_11" }), refused],
    ["a longer id of its meta", text("key_expired", { request_id: "req_1" }, "req_12"), refused],
    ["ids that are written with escapes", text("key_expired").replaceAll("req_1", "req\\u005f1"), refused],
    ["a field that nobody knows", text("key_expired", { hint: 1 }), refused],
    ["a list", "[]", refused],
    ["nothing", "", refused],
  ])("but not with %s", (_, json, expected) => {
    expect(isRead("body", json, expected)).toBe(false);
  });

  it("with its meta before its error", () => {
    const { success: flag, error, meta } = errorBody("key_expired");
    expect(isRead("body", JSON.stringify({ meta, error, success: flag }), refused)).toBe(true);
    const other = { ...meta, requestId: "req_2" };
    expect(isRead("body", JSON.stringify({ meta: other, error, success: flag }), refused)).toBe(false);
  });

  it("but not where an error might be among its members", () => {
    const shape = success.shape && { ...success.shape, takesMore: true };
    expect(isRead("body", JSON.stringify(deleted), { ...success, shape })).toBe(false);
  });

  it("and so is the code of an error", () => {
    const codeOf = (json: string, expected = refused) =>
      reader.codeOf(sourceOf(new TextEncoder().encode(json)), 0, expected);
    expect([codeOf(text("key_expired")), codeOf(text("invalid_api_key"))]).toEqual([
      "key_expired",
      "invalid_api_key",
    ]);
    expect(codeOf(JSON.stringify(deleted), success)).toBeUndefined();
  });
});
