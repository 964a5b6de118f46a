import { expect, test } from "vitest";
import { parsedDocument } from "../../src/document/index.ts";
import { readModel } from "../../src/rules/model/model.ts";
import { rules } from "../../src/rules/rules.ts";
import { lint } from "./support/library.ts";
import { synthetic } from "./support/synthetic.ts";

/** Runs all rules and counts how often they look into the document: a measure of work that no machine changes. */
function work(document: unknown): number {
  let count = 0;
  const proxies = new WeakMap<object, object>();
  const wrap = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const known = proxies.get(value);
    if (known) return known;
    const proxy = new Proxy(value, {
      get: (target, key) => {
        count += 1;
        return wrap(Reflect.get(target, key));
      },
      has: (target, key) => {
        count += 1;
        return Reflect.has(target, key);
      },
      ownKeys: (target) => {
        const keys = Reflect.ownKeys(target);
        count += keys.length;
        return keys;
      },
    });
    proxies.set(value, proxy);
    return proxy;
  };
  const model = readModel(parsedDocument(wrap(document)));
  for (const rule of rules) rule.check(model);
  return count;
}

test("the work of the rules grows in proportion to the document", () => {
  const [one = 0, two = 0, four = 0] = [250, 500, 1000].map((count) => work(synthetic(count)));
  expect(one).toBeGreaterThan(1000);
  expect(two / one).toBeLessThan(2.05);
  expect(four / one).toBeLessThan(4.1);
});

test("the synthetic document keeps to the convention", async () => {
  expect(await lint(synthetic(60))).toEqual([]);
});
