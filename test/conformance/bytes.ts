import fc from "fast-check";
import { conformanceFacts as facts } from "../../generated/conformance.ts";
import { sourceOf } from "../../src/conformance/bytes/json.ts";
import { checkerOf, checkResponse, type Problem } from "../../src/conformance/index.ts";
import type { Mutated } from "./mutate.ts";

type Place = Pick<Mutated, "operation" | "status">;

const { expectedOf, reader } = checkerOf(facts);
const encoder = new TextEncoder();

/** Whether the bytes of a body alone show that it is as it should be. */
export function isCleanByBytes({ operation, status }: Place, json: string): boolean {
  const expected = expectedOf(operation, status);
  const bytes = encoder.encode(json);
  return expected !== undefined && reader.body(sourceOf(bytes), 0, expected) === bytes.length;
}

const STRING_OR_SIGN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** JSON as others write it: with spaces, in other words, cut off, or with a character that is wrong. */
export function rewritten(value: unknown): fc.Arbitrary<string> {
  const json = JSON.stringify(value) ?? "null";
  const characters = fc.constantFrom(...'"\\,:{}[]0123456789eE+-. \t\r\nutfalsn\u0000\u007fä\ud83d');
  const damage = fc
    .tuple(fc.nat({ max: json.length }), characters, fc.nat({ max: 2 }))
    .map(([at, character, length]) => json.slice(0, at) + character + json.slice(at + length));
  const spaced = fc
    .array(fc.constantFrom("", " ", "  ", " \t", " \r"), { minLength: 7, maxLength: 7 })
    .map((spaces) => {
      let count = 0;
      const next = () => spaces[count++ % spaces.length] as string;
      const space = (token: string) => (token.startsWith('"') ? token : `${next()}${token}${next()}`);
      return json.replace(STRING_OR_SIGN, space).trim();
    });
  const escaped = fc.nat({ max: json.length }).map((from) => {
    const at = json.slice(from).search(/[a-z]/) + from;
    const code = json.charCodeAt(at).toString(16).padStart(4, "0");
    return at < from ? json : `${json.slice(0, at)}\\u${code}${json.slice(at + 1)}`;
  });
  const twice = fc.nat({ max: json.length }).map((from) => {
    const [, member = ""] = /,("[^"]*":[^,{}[\]]*)/.exec(json.slice(from)) ?? [];
    return member === "" ? json : json.replace(member, `${member},${member}`);
  });
  return fc.oneof(
    fc.constant(json),
    fc.constant(JSON.stringify(value, null, 2) ?? "null"),
    fc.constant((JSON.stringify(value, null, 1) ?? "null").replaceAll("\n", " ")),
    fc.nat({ max: json.length }).map((length) => json.slice(0, length)),
    damage,
    spaced,
    escaped,
    twice,
  );
}

/** What the full check finds in a text; undefined where it is no JSON. */
export function problemsIn({ operation, status }: Place, json: string): Problem[] | undefined {
  let body: unknown;
  try {
    body = JSON.parse(json);
  } catch {
    return undefined;
  }
  return checkResponse(facts, { operation, status, body });
}
