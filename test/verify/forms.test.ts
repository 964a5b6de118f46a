import { describe, expect, it } from "vitest";
import { createJsonSplitter } from "../../src/verify/json-splitter.ts";
import { createValueReader } from "../../src/verify/read-values.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The values of an input that arrives in pieces, `#` for what is no JSON, and whether it ends in the middle of one. */
function read(pieces: readonly string[]) {
  const values: unknown[] = [];
  const reader = createValueReader({
    onValue: (value) => values.push(value),
    onUnreadable: () => values.push("#"),
  });
  for (const piece of pieces) reader.push(encoder.encode(piece));
  return { values, isCut: reader.end() };
}

describe("the form of an input is told by its content", () => {
  it.each<[name: string, input: string, values: unknown[]]>([
    ["a value on each line", '{"a":1}\n{"b":2}\n', [{ a: 1 }, { b: 2 }]],
    ["scalars on lines", '1\n"a"\ntrue\nnull\n', [1, "a", true, null]],
    ["empty lines before and between", '\n  \n{"a":1}\r\n\t\r\n{"b":2}', [{ a: 1 }, { b: 2 }]],
    ["spaces around a value", '  {"a":1} \t\n {"b":2}', [{ a: 1 }, { b: 2 }]],
    ["a line that is no JSON among others", '{"a":1}\n{"b":\n{"c":3}\n', [{ a: 1 }, "#", { c: 3 }]],
    ["a line of text first", 'starting {x}\n{"a":1}\n', ["#", { a: 1 }]],
    ["a time before each value", '2026-03-30 10:00 api {"a":1}\n2026-03-30 {"b":2}\n', [{ a: 1 }, { b: 2 }]],
    ["a name before each value", 'api | {"a":1}\n<6>api: {"b":2}\n', [{ a: 1 }, { b: 2 }]],
    [
      "a level in brackets before each value",
      '[info] {"a":1}\n[2026-03-30] [info] api: {"b":2}\n',
      [{ a: 1 }, { b: 2 }],
    ],
    ["a level in brackets before a later value", '{"a":1}\n[info] {"b":2}\n', [{ a: 1 }, { b: 2 }]],
    ["a number before each value", '17 {"a":1}\n-1.5 {"b":2}\n', [{ a: 1 }, { b: 2 }]],
    [
      "words before a value that begin as those of JSON do",
      'nginx {"a":1}\ntrue {"b":2}\n',
      [{ a: 1 }, { b: 2 }],
    ],
    ["two labels before the first value", '[2026-03-30] [info] api: {"a":1}\n', [{ a: 1 }]],
    ["a label before a last value without an end of line", '{"a":1}\n[info] {"b":2}', [{ a: 1 }, { b: 2 }]],
    ["values over lines that hold what is like a label", '{"m":"[x] {",\n"a":1}\n', [{ m: "[x] {", a: 1 }]],
    [
      "values over lines, each behind a byte order mark",
      '\ufeff{\n"a":1}\n\ufeff{\n"b":2}',
      [{ a: 1 }, { b: 2 }],
    ],
    ["values on lines, each behind a byte order mark", '\ufeff{"a":1}\n\ufeff{"b":2}', [{ a: 1 }, { b: 2 }]],
    ["something in quotes before a later value", '{"a":1}\n"api" {"b":2}\n', [{ a: 1 }, { b: 2 }]],
    ["braces before a value", 'app{v1} {"a":1}\n', [{ a: 1 }]],
    ["text that holds JSON", '{"a":1}\n"see {\\"b\\":2}"\n', [{ a: 1 }, 'see {"b":2}']],
    ["a list on a line behind another value", '{"a":1}\n[1,2]\n', [{ a: 1 }, [1, 2]]],
    ["a list on one line", '[{"a":1},[2],"x",3]\n', [{ a: 1 }, [2], "x", 3]],
    ["lists on lines", '[{"a":1}]\n[{"b":2}]\n', [{ a: 1 }, { b: 2 }]],
    ["a list over lines", '[\n  {"a":1},\n  2\n]\n', [{ a: 1 }, 2]],
    ["values over lines", '\n\n{\n  "a": [\n    1\n  ]\n}\n{\n  "b": 2\n}\n', [{ a: [1] }, { b: 2 }]],
    ["values over lines with one on a line behind", '{\n"a":1}\n{"b":2}', [{ a: 1 }, { b: 2 }]],
    ["one value without an end of line", '{"a":1}', [{ a: 1 }]],
    ["two values without an end of line", '{"a":1}{"b":2}', [{ a: 1 }, { b: 2 }]],
    ["text without an end of line", "hello", ["#"]],
    ["nothing", "", []],
    ["nothing but empty lines", "\n \n", []],
  ])("%s", (_, input, values) => {
    for (const size of [1, 5, 1000]) {
      const pieces = input.match(new RegExp(`.{1,${size}}`, "gs")) ?? [];
      expect([size, read(pieces)]).toEqual([size, { values, isCut: false }]);
    }
  });

  it.each<[name: string, input: string, values: unknown[]]>([
    ["of lines within its last value", '{"a":1}\n{"b":', [{ a: 1 }]],
    ["of lines within a value behind a time", '{"a":1}\n2026-03-30 { "b":', [{ a: 1 }]],
    ["of values over lines", '{\n"a":1}\n{\n"b":', [{ a: 1 }]],
    ["of a list", '[{"a":1},{"b', [{ a: 1 }]],
    ["of a list within a number", '[{"a":1},2', [{ a: 1 }]],
    ["of a HAR", '{"log":{"entries":[{"a":1},{"b":"', [{ a: 1 }]],
  ])("one that ends in the middle %s gives what is whole, and says so", (_, input, values) => {
    for (const pieces of [[input], [...input]]) expect(read(pieces)).toEqual({ values, isCut: true });
  });

  it("a last line that is no beginning of a value is just no JSON", () => {
    expect(read(['{"a":1}\n{}x'])).toEqual({ values: [{ a: 1 }, "#"], isCut: false });
    expect(read(['{"a":1}\nbye {'])).toEqual({ values: [{ a: 1 }, "#"], isCut: false });
  });
});

describe("values are handed on as they arrive", () => {
  const [line, long] = ['{"a":1}\n', "x".repeat(1024 * 1024)];
  it.each<[name: string, arrived: string[], values: unknown[]]>([
    ["those of whole lines", [line, line, '{"a"'], [{ a: 1 }, { a: 1 }]],
    ["the elements of a list over lines", ['[\n{"a":1},\n{'], [{ a: 1 }]],
    ["the elements of a list on a line, once a million characters tell that", [`[1,"${long}",`], [1, long]],
    ["nothing before its form can be told", ['[1,"x",'], []],
    ["nothing of a line without an end", ['{"a":1}'], []],
  ])("%s", (_, arrived, want) => {
    const values: unknown[] = [];
    const reader = createValueReader({
      onValue: (value) => values.push(value),
      onUnreadable: () => values.push("#"),
    });
    for (const piece of arrived) {
      const bytes = encoder.encode(piece);
      reader.push(bytes);
      bytes.fill(0); // a stream may write over what it has given
    }
    expect(values).toEqual(want);
  });
});

describe("values are cut out of JSON", () => {
  it.each<[name: string, json: string, values: unknown[]]>([
    ["of a list", '[1, "a" ,true\n,null,{"a":[1]},[2,3]]', [1, "a", true, null, { a: [1] }, [2, 3]]],
    [
      "of a list of strings with brackets and quotes",
      '["]","\\"","\\\\","{\\\\\\"["]',
      ["]", '"', "\\", '{\\"['],
    ],
    ["that follow each other at once", '1 "a"{"b":1}"c"[2]3\t4', [1, "a", { b: 1 }, "c", 2, 3, 4]],
    ["that follow each other", '{"a":1}[2]{"b":{}}\n"c"\t4\r5 ', [{ a: 1 }, 2, { b: {} }, "c", 4, 5]],
    ["of a HAR", '{"log":{"version":"1.2","entries":[{"a":1}, 2 ]}}', [{ a: 1 }, 2]],
    [
      "of a HAR alone, not of what is beside it",
      '{"log":{"pages":[7],"entries":[1],"x":[8]},"y":[9],"z":"w"}',
      [1],
    ],
    ["of a HAR, and what follows it", '{"log":{"entries":[1],"x":{"y":[8]}}}{"b":2} [3]', [1, { b: 2 }, 3]],
    ["of nothing that only looks like a HAR", '{"a":{"entries":[1]}}', [{ a: { entries: [1] } }]],
    ["nor has other members", '{"log":{"pages":[1]}}', [{ log: { pages: [1] } }]],
    ["nor is deeper", '{"log":{"a":{"entries":[1]}}}', [{ log: { a: { entries: [1] } } }]],
    ["nor is less deep", '{"log":[1],"entries":[2]}', [{ log: [1], entries: [2] }]],
    ["nor holds an object", '{"log":{"entries":{"a":[1]}}}', [{ log: { entries: { a: [1] } } }]],
    [
      "behind a HAR with brackets in its strings",
      '{"log":{"entries":[1],"x":"]}"},"y":"]}"}{"b":2}',
      [1, { b: 2 }],
    ],
    ["nor follows a HAR", '{"log":{"entries":[1]}}{"log":[[2]]}', [1, { log: [[2]] }]],
    ["nor is in a list", '[{"log":{"entries":[1]}}]', [{ log: { entries: [1] } }]],
    ["behind a bracket too many", ']}{"a":1}', [{ a: 1 }]],
  ])("%s", (_, json, values) => {
    for (const size of [1, 4, 1000]) {
      const found: unknown[] = [];
      const splitter = createJsonSplitter(({ bytes }, from, to) => {
        found.push(JSON.parse(decoder.decode(bytes.subarray(from, to))));
      });
      for (const piece of json.match(new RegExp(`.{1,${size}}`, "gs")) ?? [])
        splitter.push(encoder.encode(piece));
      const isCut = splitter.end();
      expect([size, found, isCut]).toEqual([size, values, false]);
    }
  });
});
