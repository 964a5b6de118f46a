import { describe, expect, test } from "vitest";
import { acceptChanges, nameOf, readAcceptances } from "../../src/diff/accept.ts";
import { changeOf } from "../../src/diff/change.ts";

const MOMENT = { version: "1.4.0", today: "2026-03-30" };
const changes = [
  changeOf("code-removed", { code: "old_code", operations: ["listOrders", "getOrder"], message: "Gone." }),
  changeOf("field-removed", { codes: ["one", "two"], operations: ["getOrder"], message: "Gone." }),
  changeOf("limit-lowered", { message: "Lower." }),
];
const accepting = (text: string) => acceptChanges(changes, readAcceptances("accepted.yaml", text), MOMENT);
const accepted = (text: string) =>
  accepting(text).changes.flatMap((change) => (change.accepted ? [change.id] : []));

const RULES = "reason: Agreed., until: 2.0.0";

test.each([
  ["by its kind", "{id: limit-lowered, RULES}", ["limit-lowered"]],
  ["by its kind and code", "{id: code-removed, code: old_code, RULES}", ["code-removed"]],
  ["by one of its codes", "{id: field-removed, code: two, RULES}", ["field-removed"]],
  ["by an operation that it touches", "{id: code-removed, operation: getOrder, RULES}", ["code-removed"]],
  ["not with another code", "{id: code-removed, code: new_code, RULES}", []],
  ["not with an operation that it does not touch", "{id: limit-lowered, operation: getOrder, RULES}", []],
  ["not with another kind", "{id: code-added, RULES}", []],
])("a change is accepted %s", (_, entry, wanted) => {
  expect(accepted(`- ${entry.replace("RULES", RULES)}\n`)).toEqual(wanted);
});

test("an accepted change stays in the list, with the reason and how long it is accepted", () => {
  const { changes: all } = accepting(
    "- {id: limit-lowered, reason: Agreed with partners., until: 2026-12-31}\n",
  );
  expect(all).toHaveLength(3);
  expect(all[2]).toEqual({
    ...changes[2],
    accepted: { reason: "Agreed with partners.", until: "2026-12-31" },
  });
});

test("an acceptance that no change needs any more is reported as unused", () => {
  const { unused } = accepting(`- {id: limit-lowered, ${RULES}}\n- {id: code-renamed, ${RULES}}\n`);
  expect(unused.map(({ id }) => id)).toEqual(["code-renamed"]);
});

test.each([
  ["2026-03-30", false],
  ["2026-03-29", true],
  ["1.5.0", false],
  ["1.4.0", true],
  ["1.3.9", true],
  ["10.0.0", false],
])("on 2026-03-30 and at version 1.4.0, `until: %s` is over: %j", (until, over) => {
  const {
    expired,
    unused,
    changes: all,
  } = accepting(`- {id: limit-lowered, reason: Agreed., until: ${until}}\n`);
  expect(expired.length).toBe(over ? 1 : 0);
  expect(unused).toEqual([]);
  expect(all[2]?.accepted !== undefined).toBe(!over);
});

describe("a malformed file is refused with the entry and the fault", () => {
  test.each([
    ["id: limit-lowered", "accepted.yaml must be a list of accepted changes, each `{id, reason, until}`."],
    ["- limit-lowered", "accepted.yaml: entry 1 is not an object."],
    ["- {id: limit-lowered}", "accepted.yaml: entry 1 has no reason and until."],
    ["- {id: limit-lowered, reason: '  ', until: 2.0.0}", "accepted.yaml: entry 1 has no reason."],
    [
      `- {id: limit-lowered, ${RULES}}\n- {id: x, ${RULES}, codes: [a]}`,
      "accepted.yaml: entry 2 has the unknown key codes (there are id, code, operation, reason, until).",
    ],
    [
      "- {id: x, reason: r, until: soon}",
      'accepted.yaml: entry 1 has the `until` "soon", which is neither a version such as 2.0.0 nor a date such as 2026-12-31.',
    ],
    [
      "- {id: x, reason: r, until: 2026-13-01}",
      'accepted.yaml: entry 1 has the `until` "2026-13-01", which is neither a version such as 2.0.0 nor a date such as 2026-12-31.',
    ],
    ["- null", "accepted.yaml: entry 1 is not an object."],
    ["- [id]", "accepted.yaml: entry 1 is not an object."],
    ["- {id: x, reason: r, until: 2.0}", 'accepted.yaml: entry 1 has the `until` "2.0", which is neither'],
    [
      "- {id: x, reason: r, until: 2026-1-1}",
      'accepted.yaml: entry 1 has the `until` "2026-1-1", which is neither',
    ],
    [
      "- {id: x}\n- {id: y, reason: r, until: 2.0.0, a: 1, b: 2}",
      "accepted.yaml: entry 1 has no reason and until; entry 2 has the unknown key a, b (there are id, code, operation, reason, until).",
    ],
    ["- {id: x", /^accepted\.yaml is not valid YAML: /],
  ])("%j", (text, message) => {
    expect(() => readAcceptances("accepted.yaml", text)).toThrow(message);
  });

  test("an empty file accepts nothing", () => {
    expect(readAcceptances("accepted.yaml", "# none\n")).toEqual([]);
  });
});

test("dates and versions are read as they are written", () => {
  const [one, two] = readAcceptances(
    "accepted.yaml",
    "- {id: a, reason: 1.10, until: 2026-12-31}\n- {id: b, reason: yes, until: 1.10.0}\n",
  );
  expect(one).toEqual({ id: "a", reason: "1.10", until: "2026-12-31" });
  expect(two).toEqual({ id: "b", reason: "yes", until: "1.10.0" });
});

test.each([
  ["its kind", {}, "`x` (until 2.0.0)"],
  ["its code", { code: "c" }, "`x` `c` (until 2.0.0)"],
  ["its operation", { operation: "o" }, "`x` `o` (until 2.0.0)"],
  ["all of them", { code: "c", operation: "o" }, "`x` `c` `o` (until 2.0.0)"],
])("an acceptance is called by %s", (_, parts, name) => {
  expect(nameOf({ id: "x", reason: "r", until: "2.0.0", ...parts })).toBe(name);
});
