import { describe, expect, it } from "vitest";
import { adviceFor } from "../../scripts/docs/samples/advice.ts";
import {
  curlSample,
  fetchSample,
  type SampleCall,
  samplesOf,
  typescriptSample,
} from "../../scripts/docs/samples/index.ts";
import type { ErrorFact } from "../../src/contract/index.ts";
import { petCall, petError, petOperation, petsContract } from "./pets.ts";

const contract = petsContract();
const key = { name: "Idempotency-Key", value: "k1" };
const color = { name: "the color", value: "grey & white" };

describe("what a program should do about an error", () => {
  it.each<[facts: Partial<ErrorFact>, headers: SampleCall["headers"], advice: string]>([
    [
      { retry: "backoff" },
      [key],
      "Call again later with the same key: if the first attempt took effect, you get its response.",
    ],
    [{ retry: "backoff" }, [], "Call again later."],
    [{ retry: "after", param: "required" }, [key], "Wait, then send the same request again."],
    [{ param: "required", actor: "administrator" }, [], "Show this next to the field that it is about."],
    [{ param: "optional" }, [], "Show this next to the field that it is about."],
    [
      { actor: "administrator", appliesTo: ["path-id"] },
      [],
      "Stop, and alert whoever manages the team's keys.",
    ],
    [
      { appliesTo: ["query", "path-id"] },
      [],
      "Final for this id: remove your own copy. After a repeated DELETE, this means success.",
    ],
    [{ appliesTo: ["query"] }, [], "A retry fails the same way: correct the program."],
  ])("%j", (facts, headers, advice) => {
    expect(adviceFor(petError("gone", facts), petCall("listPets", { headers })).join(" ")).toBe(advice);
  });
});

describe("a call of fetch", () => {
  const report = "  console.error(error.message, error.request_id);";
  it("has the URL of the request, and reports the error", () => {
    expect(fetchSample(petError("gone"), petCall("getToy"))).toBe(
      [
        `const response = await fetch(\`\${api}/homes/\${homeId}/toys/%E2%80%A6\`, { headers });`,
        "const { error } = await response.json();",
        `if (error?.code === "gone") {`,
        "  // A retry fails the same way: correct the program.",
        report,
        "}",
      ].join("\n"),
    );
  });

  it.each<[what: string, call: Partial<SampleCall>, url: string]>([
    ["a query", { query: [color, { name: "b", value: 2 }] }, "/pets?the%20color=grey%20%26%20white&b=2`"],
    [
      "what a template would read as its own",
      { operation: petOperation("listPets", { path: "/a`b\\c${d}" }) },
      "/a\\`b\\\\c\\$d`",
    ],
    [
      "an id with signs",
      {
        operation: petOperation("getToy", { path: "/toys/{toyId}" }),
        ids: [{ name: "toyId", value: "a/b" }],
      },
      "${api}/toys/a%2Fb`",
    ],
  ])("writes %s", (_, call, url) => {
    expect(fetchSample(petError("gone"), petCall("listPets", call))).toContain(url);
  });

  it("sends a body, and a key where a retry needs one", () => {
    const call = petCall("createPet", { headers: [key], body: { name: "Rex" } });
    expect(fetchSample(petError("broken"), call).split("\n").slice(0, 6)).toEqual([
      "const key = crypto.randomUUID();",
      `const response = await fetch(\`\${api}/homes/\${homeId}/pets\`, {`,
      `  method: "POST",`,
      `  headers: { ...headers, "Idempotency-Key": key },`,
      `  body: JSON.stringify({ name: "Rex" }),`,
      "});",
    ]);
    const plain = fetchSample(petError("gone"), petCall("createPet", { body: undefined }));
    expect(plain).toContain(`{\n  method: "POST",\n  headers,\n});`);
  });

  it("waits where it has to, and shows the parameter where there is one", () => {
    expect(fetchSample(petError("busy"), petCall("getToy"))).toContain(
      [
        "  // Wait, then send the same request again.",
        `  const seconds = Number(response.headers.get("Retry-After"));`,
        "  await new Promise((done) => setTimeout(done, seconds * 1000));",
        "}",
      ].join("\n"),
    );
    expect(fetchSample(petError("bad_name"), petCall("listPets"))).toContain(
      "\n  console.error(error.param, error.message);\n}",
    );
  });
});

describe("a call of the client", () => {
  const report = "  console.error(error.rawMessage, error.requestId);";
  it.each<[code: string, call: Partial<SampleCall>, lines: string[]]>([
    [
      "gone",
      {},
      [
        "const { error } = await cstar.pets.list();",
        `if (error?.code === "gone") {`,
        "  // A retry fails the same way: correct the program.",
        report,
        "}",
      ],
    ],
    [
      "bad_name",
      { ids: [{ name: "a", value: `a"b` }], body: { name: "Rex" }, query: [color] },
      [
        `const { error } = await cstar.pets.list("a\\"b", { name: "Rex" }, { "the color": "grey & white" });`,
        `if (error?.code === "bad_name") {`,
        "  // Show this next to the field that it is about.",
        "  console.error(error.param, error.rawMessage);",
        "}",
      ],
    ],
    [
      "busy",
      {},
      [
        "const { error } = await cstar.pets.list();",
        `if (error?.code === "busy") {`,
        "  // The client waits by itself, but not beyond its deadline.",
        `  console.error("Try again at", error.retryAt);`,
        "}",
      ],
    ],
    [
      "broken",
      { headers: [key] },
      [
        "const idempotencyKey = crypto.randomUUID();",
        "const { error } = await cstar.pets.list({ idempotencyKey });",
        `if (error?.code === "broken") {`,
        "  // The client has retried already, and gave up.",
        "  // Call again later with the same key: if the first",
        "  // attempt took effect, you get its response.",
        report,
        "}",
      ],
    ],
  ])("handles %s as its facts demand", (code, call, lines) => {
    expect(typescriptSample(petError(code), petCall("listPets", call)).split("\n")).toEqual(lines);
  });

  it("is left out where the client has no method", () => {
    const operations = contract.operations.map((one) => ({ ...one, clientMethod: false as const }));
    const samples = samplesOf({ ...contract, operations }, petError("gone"));
    expect(Object.keys(samples ?? {})).toEqual(["response", "fetch", "curl"]);
    expect(samplesOf(contract, petError("gone", { operations: [] }))).toBeUndefined();
  });
});

describe("a call for a shell", () => {
  it.each<[what: string, call: Partial<SampleCall>, text: string]>([
    ["reads without a verb", {}, `curl -i "$CSTAR_API/homes/$CSTAR_HOME_ID/pets"`],
    [
      "has the key where a request needs one",
      { operation: petOperation("listPets", { secured: true, path: "/a" }) },
      `curl -i "$CSTAR_API/a" \\\n  -H "Authorization: Bearer $CSTAR_API_KEY"`,
    ],
    [
      "has the query",
      { query: [color, { name: "b", value: "$x!" }] },
      `pets?the%20color=grey%20%26%20white&b=%24x%21"`,
    ],
    [
      "has headers and a body",
      { headers: [key], body: { name: "it's" } },
      `-H 'Idempotency-Key: k1' \\\n  -H "Content-Type: application/json" \\\n  -d '{"name":"it'\\''s"}'`,
    ],
    [
      "has its ids",
      { operation: petOperation("getToy", { path: "/{a}/{b}" }), ids: [{ name: "a", value: "x y" }] },
      `"$CSTAR_API/x%20y/b"`,
    ],
    [
      "has nothing in its path that a shell would expand",
      { operation: petOperation("listPets", { path: "/$a/`b`/!" }) },
      '"$CSTAR_API/\\$a/\\`b\\`/%21"',
    ],
    [
      "names its verb",
      { operation: petOperation("createPet", { path: "/a" }) },
      `curl -i -X POST "$CSTAR_API/a"`,
    ],
  ])("%s", (_, call, text) => {
    expect(curlSample(petCall("listPets", call))).toContain(text);
  });
});
