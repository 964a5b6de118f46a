import { describe, expect, it } from "vitest";
import { CStarError, errorCatalog, isCStarError } from "../../src/entries/main.ts";
import { harness } from "./harness.ts";
import { envelope, meta } from "./server.ts";

const rounds = 30_000;

/** The same numbers on every machine (a linear congruential generator, Numerical Recipes' constants). */
function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  return { next, below, pick };
}
type Dice = ReturnType<typeof dice>;

const codes = [
  ...Object.keys(errorCatalog),
  "new_code",
  "constructor",
  "__proto__",
  "toString",
  "timeout",
  "local_error",
  "",
];
const odd = [
  null,
  undefined,
  0,
  -0,
  1e308,
  -1,
  Number.MAX_SAFE_INTEGER,
  "",
  "x",
  "\ud800",
  "\u0000",
  "\u2028",
  [],
  {},
  [[]],
  true,
  false,
];
const statuses = [
  200, 201, 202, 226, 400, 401, 403, 404, 408, 409, 418, 422, 429, 451, 499, 500, 502, 503, 504, 599,
];
const types = [
  "application/json",
  "application/json; charset=utf-8",
  "text/html",
  "",
  ";",
  "application/json; charset=utf-7",
  "application/json;charset=utf-16be",
  "x".repeat(5000),
  "application/problem+json",
  "multipart/form-data; boundary=x",
];
const numbers = [
  "1",
  "0",
  "-1",
  "1e3",
  "NaN",
  "soon",
  "9".repeat(400),
  "99999999999",
  "Sun, 06 Nov 1994 08:49:37 GMT",
  "Fri, 31 Dec 9999 23:59:59 GMT",
  "",
];
const headerNames = [
  "retry-after",
  "date",
  "x-ratelimit-limit",
  "x-ratelimit-remaining",
  "x-ratelimit-reset",
  "x-ratelimit-window",
  "x-request-id",
  "x-cstar-request-id",
  "content-length",
  "location",
  "set-cookie",
];

const good = (d: Dice): Record<string, unknown> => {
  const pagination = { total: 1, page: 1, pageSize: 20, hasMore: false };
  return d.next() < 0.5 ? { success: true, data: {}, meta } : { success: true, data: [], meta, pagination };
};

/** Breaks a value somewhere: takes something out, puts something odd in, or puts it in deeper. */
function mutate(d: Dice, value: unknown): unknown {
  if (typeof value !== "object" || value === null || d.next() < 0.1) return d.pick(odd);
  const copy = structuredClone(value) as Record<string, unknown>;
  const name = d.pick([...Object.keys(copy), "__proto__", "constructor", "extra"]);
  const own = Object.hasOwn(copy, name) ? copy[name] : {};
  const member = d.next() < 0.5 ? mutate(d, own) : d.pick(odd);
  Object.defineProperty(copy, name, { value: member, enumerable: true, configurable: true, writable: true });
  return copy;
}

function body(d: Dice): BodyInit | null {
  const base = () => (d.next() < 0.5 ? envelope(d.pick(codes)) : good(d));
  const text = () => JSON.stringify(d.next() < 0.3 ? base() : mutate(d, base())) ?? "";
  const bytes = () => Uint8Array.from({ length: d.below(200) }, () => d.below(256));
  const kinds: (() => BodyInit | null)[] = [
    text,
    text,
    text,
    () => text().slice(0, d.below(200)),
    () => `\ufeff${text()}`,
    () => text().replace(/"/, '"__proto__":{"polluted":1},"'),
    () => text().replace(/:"/, ':"\\ud800'),
    () => text().replace(/:\w+/, ":1e999999"),
    bytes,
    () => null,
    () => "",
    () => JSON.stringify(d.pick(odd)) ?? "",
    () => d.pick(["[", '{"a":', '{"success":true,"data":['].map((open) => open)).repeat(d.below(3000)),
    () => `<html>${"x".repeat(d.below(2000))}`,
    () =>
      new ReadableStream({
        pull(controller) {
          const luck = d.next();
          if (luck < 0.3) controller.error(new TypeError("terminated"));
          else if (luck < 0.5) controller.close();
          else controller.enqueue(new TextEncoder().encode(text()));
        },
      }),
  ];
  return d.pick(kinds)();
}

const chunk = new Uint8Array(4 * 1024 * 1024).fill(0x5b);
const endless = () => new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });

function response(d: Dice, round: number): Response {
  const headers = new Headers();
  if (d.next() < 0.8) headers.set("content-type", d.pick(types));
  while (d.next() < 0.4) headers.set(d.pick(headerNames), d.pick(numbers));
  const status = d.pick(statuses);
  const content = round % 1000 === 0 ? endless() : body(d);
  const made = new Response(content, { status, headers });
  const rare = d.next();
  // Statuses that the constructor does not take, but the network may send.
  if (rare < 0.02)
    return Object.defineProperty(made, "status", { value: d.pick([0, 100, 204, 205, 304, 301, 600, 999]) });
  return made;
}

describe("hostile answers", () => {
  it(`end in a Result, ${rounds} times: none throws, hangs, or changes a prototype`, async () => {
    const d = dice(20_261_122);
    const before = [Object.prototype, Array.prototype, Error.prototype, Function.prototype].map(
      (o) => Reflect.ownKeys(o).length,
    );
    let round = 0;
    const given: typeof fetch = async () => {
      if (d.next() < 0.01)
        throw d.pick([new TypeError("fetch failed"), "x", null, undefined, { cause: { code: 5 } }]);
      return response(d, round);
    };
    const h = harness("https://cstar.example/api");
    const client = h.client({ fetch: given, maxRetries: 1 });
    const calls = [
      () => client.tickets.get("x"),
      () => client.tickets.list(),
      () => client.customers.create({ name: "A", email: "a@b.example" }),
      () => client.articles.delete("x"),
    ];
    const seen = new Map<string, number>();
    for (; round < rounds; round++) {
      const result =
        await d.pick<() => Promise<{ ok: boolean; error?: unknown; data?: unknown; meta?: unknown }>>(
          calls,
        )();
      const code = result.ok ? "ok" : (result.error as CStarError).code;
      seen.set(code, (seen.get(code) ?? 0) + 1);
      if (result.ok) {
        expect(typeof result.data).toBe("object");
        expect(result.meta).toMatchObject({ requestId: expect.any(String) });
        continue;
      }
      const { error } = result;
      if (!isCStarError(error)) throw new Error("not an error of ours");
      const json = error.toJSON();
      if (!json.message.startsWith(`[${error.code}] `) || (json.excerpt ?? "").length > 256)
        throw new Error(json.message);
      if (round % 10 === 0) expect(CStarError.fromJSON(structuredClone(json)).toJSON()).toEqual(json);
    }
    const after = [Object.prototype, Array.prototype, Error.prototype, Function.prototype].map(
      (o) => Reflect.ownKeys(o).length,
    );
    expect(after).toEqual(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(h.timers.size).toBe(0);
    // The run is worth something only if it came everywhere.
    const expected = [
      "ok",
      "unexpected_response",
      "unrecognized_code",
      "connection_error",
      "key_expired",
      "internal_error",
    ];
    for (const code of expected) expect(seen.get(code) ?? 0, code).toBeGreaterThan(100);
    expect(seen.get("local_error") ?? 0).toBe(0);
  });
});
