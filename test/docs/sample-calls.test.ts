import { describe, expect, it } from "vitest";
import { environmentName, variableName } from "../../scripts/docs/samples/environment.ts";
import {
  requestOf,
  responseSample,
  type SampleCall,
  sampleCall,
  setups,
} from "../../scripts/docs/samples/index.ts";
import { shapeClient } from "../../scripts/names/client-methods.ts";
import type { Contract, ErrorFact, HeaderFact, ParameterFact } from "../../src/contract/index.ts";
import { petCall, petError, petOperation, petsContract } from "./pets.ts";

const contract = petsContract();
const key = { name: "Idempotency-Key", value: "k1" };

describe("the response of a sample", () => {
  const header = (name: string, examples?: unknown[]) =>
    ({ name, schema: { value: { examples } } }) as unknown as HeaderFact;
  const withHeaders = (headers: HeaderFact[], codes = ["busy"]): SampleCall => {
    const operation = petOperation("getToy");
    const responses = operation.responses.map((one) => ({
      ...one,
      codes: one.codes.length > 0 ? codes : [],
      headers,
    }));
    return petCall("getToy", { operation: { ...operation, responses } });
  };
  const timed: Contract = {
    ...contract,
    envelope: { ...contract.envelope, metaFields: { ...contract.envelope.metaFields, timestamp: "at" } },
  };
  const busy = petError("busy", {
    example: { success: false, error: { code: "busy" }, meta: { at: "1970-01-01T00:01:00Z" } },
  });
  const limits = [
    header("X-Remaining", [9]),
    header("X-Reset", [8]),
    header("retry-after", [5]),
    header("X-Plain", ["a", "b"]),
  ];

  it("is its status, its headers with their examples and the example of the code", () => {
    expect(
      responseSample(
        timed,
        { ...busy, retry: "never" },
        withHeaders([...limits, header("X-None"), header("X-Empty", [])]),
      ).split("\n"),
    ).toEqual([
      ...["HTTP/1.1 429 Too Many Requests", "Content-Type: application/json"],
      ...["X-Remaining: 9", "X-Reset: 8", "retry-after: 5", "X-Plain: a", "X-None: …", "X-Empty: …", ""],
      ...JSON.stringify(busy.example, null, 2).split("\n"),
    ]);
  });

  it.each<[what: string, headers: HeaderFact[], code: ErrorFact, lines: string[]]>([
    [
      "has no requests left, and a window that ends with the wait",
      limits,
      busy,
      ["X-Remaining: 0", "X-Reset: 65", "retry-after: 5", "X-Plain: a"],
    ],
    ["has the example of a window where it names no wait", [header("X-Reset", [8])], busy, ["X-Reset: 8"]],
    [
      "has the example of a window where it has no time",
      limits.slice(1, 3),
      petError("busy"),
      ["X-Reset: 8", "retry-after: 5"],
    ],
    [
      "takes no header for another whose name has more to it",
      [
        header("Remaining-X", [1]),
        header("Reset-X", [2]),
        header("X-Reset", [3]),
        header("X-Retry-After", [4]),
        header("Retry-After-X", [5]),
      ],
      busy,
      ["Remaining-X: 1", "Reset-X: 2", "X-Reset: 3", "X-Retry-After: 4", "Retry-After-X: 5"],
    ],
  ])("%s where one has to wait", (_, headers, code, lines) => {
    const text = responseSample(timed, code, withHeaders(headers));
    expect(text.split("\n\n")[0]?.split("\n").slice(2)).toEqual(lines);
  });

  it("has no more than a status where the operation declares nothing", () => {
    const text = responseSample(contract, petError("busy", { status: 599 }), withHeaders(limits, ["gone"]));
    expect(text.split("\n").slice(0, 3)).toEqual(["HTTP/1.1 599", "Content-Type: application/json", ""]);
    const [first = ""] = responseSample(contract, petError("busy", { status: 418 }), withHeaders([])).split(
      "\n",
    );
    expect(first).toBe("HTTP/1.1 418 I'm a Teapot");
  });
});

describe("the call that a sample shows", () => {
  const parameter = (
    name: string,
    place: ParameterFact["in"],
    more: Partial<ParameterFact> = {},
  ): ParameterFact => {
    const [model] = petOperation("listPets").parameters;
    if (model === undefined) throw new Error("There is no parameter.");
    const { example: _, ...rest } = model;
    return { ...rest, name, in: place, required: false, ...more };
  };

  it("has all that the operation requires, and nothing else", () => {
    const parameters = [
      parameter("homeId", "path", { required: true, example: "h" }),
      parameter("id", "path", { required: true, example: 7 }),
      parameter("needed", "query", { required: true, example: 1 }),
      parameter("further", "query", { example: 2 }),
      parameter("X-Needed", "header", { required: true, example: 3 }),
      parameter("X-Further", "header", { example: 4 }),
      parameter("cookie", "cookie", { required: true, example: 5 }),
    ];
    const call = requestOf(contract, petOperation("listPets", { parameters }));
    expect(call).toMatchObject({
      ids: [{ name: "id", value: "7" }],
      query: [{ name: "needed", value: 1 }],
      headers: [{ name: "X-Needed", value: "3" }],
      common: [{ name: "homeId" }],
    });
    expect("body" in call).toBe(false);
    const [id] = requestOf(contract, petOperation("listPets", { parameters: [parameter("id", "path")] })).ids;
    expect(id?.value).toBe("…");
  });

  it.each<[example: unknown, requiredFields: string[], want: unknown]>([
    [{ a: 1, b: 2, c: 3 }, ["c", "a"], { a: 1, c: 3 }],
    [{ a: 1, b: 2 }, [], { a: 1 }],
    [{}, [], {}],
    [[1, 2], [], [1, 2]],
    ["text", [], "text"],
    [null, [], null],
  ])("has of the body %j, with %j required, %j", (example, requiredFields, want) => {
    const { body } = petOperation("createPet");
    if (body === undefined) throw new Error("There is no body.");
    const call = requestOf(
      contract,
      petOperation("createPet", { body: { ...body, example, requiredFields } }),
    );
    expect(call.body).toEqual(want);
  });

  it.each<[what: string, error: Partial<ErrorFact>, id: string | undefined]>([
    ["the operation that takes the parameter of the example", { example: about("color") }, "listPets"],
    ["one whose body requires it", { example: about("name") }, "createPet"],
    ["one with a key where a retry could do the work twice", { retry: "backoff" }, "createPet"],
    ["the first one otherwise", { operations: ["getToy", "createPet"] }, "getToy"],
    ["the first one where none takes a key", { retry: "backoff", operations: ["getToy"] }, "getToy"],
    ["none where no operation returns it", { operations: ["unknown"] }, undefined],
  ])("is %s", (_, more, id) => {
    expect(sampleCall(contract, petError("gone", more))?.operation.id).toBe(id);
  });

  it("has the query parameter that the error is about, and the key where a retry needs it", () => {
    expect(sampleCall(contract, petError("gone", { example: about("color") }))?.query).toEqual([
      { name: "color", value: "grey & white" },
    ]);
    expect(sampleCall(contract, petError("gone"))?.query).toEqual([]);
    const keyed = { operations: ["createPet"] };
    expect(sampleCall(contract, petError("broken", keyed))?.headers).toEqual([key]);
    expect(sampleCall(contract, petError("gone", keyed))?.headers).toEqual([]);
    expect(
      sampleCall(contract, petError("gone", { ...keyed, example: about("Idempotency-Key") }))?.query,
    ).toEqual([]);
  });

  function about(param: string): ErrorFact["example"] {
    return { success: false, error: { code: "gone", param }, meta: {} };
  }
});

describe("the set-up of the samples", () => {
  const { own } = shapeClient(contract);
  const made = setups(contract, own);
  it("reads what it needs from the environment, in each language", () => {
    expect(made.typescript.split("\n")).toEqual([
      `import { createClient } from "@cstar.help/api-contract";`,
      "",
      "const cstar = createClient({",
      `  baseUrl: process.env.CSTAR_API ?? "https://pets.example",`,
      `  apiKey: process.env.CSTAR_API_KEY ?? "",`,
      `  homeId: process.env.CSTAR_HOME_ID ?? "",`,
      "});",
    ]);
    expect(made.fetch.split("\n")).toEqual([
      `const api = process.env.CSTAR_API ?? "https://pets.example";`,
      "const homeId = process.env.CSTAR_HOME_ID;",
      "const headers = {",
      "  Authorization: `Bearer ${process.env.CSTAR_API_KEY}`,",
      `  "Content-Type": "application/json",`,
      "};",
    ]);
    expect(made.curl.split("\n")).toEqual([
      "export CSTAR_API='https://pets.example'",
      "export CSTAR_API_KEY='sk_…'",
      "export CSTAR_HOME_ID='…'",
    ]);
  });

  it("has the prefix of a key for tests, and the example of a parameter", () => {
    const [model] = contract.keys;
    if (model === undefined) throw new Error("There is no key.");
    const keys = [
      { ...model, prefix: "live_", environment: "live" },
      { ...model, prefix: "try_" },
    ];
    const operations = contract.operations.map((one) => ({
      ...one,
      parameters: one.parameters.map((parameter) => ({ ...parameter, example: `the ${parameter.name}` })),
    }));
    expect(setups({ ...contract, keys, operations }, own).curl).toContain(
      "KEY='try_…'\nexport CSTAR_HOME_ID='the homeId'",
    );
    expect(setups({ ...contract, keys: keys.slice(0, 1) }, own).curl).toContain("KEY='live_…'");
    expect(setups({ ...contract, keys: [], operations: [] }, own).curl).toContain(
      "KEY='…'\nexport CSTAR_HOME_ID='…'",
    );
  });

  it.each([
    ["teamId", "CSTAR_TEAM_ID", "teamId"],
    ["team-id", "CSTAR_TEAM_ID", "team_id"],
    ["v2Id", "CSTAR_V2_ID", "v2Id"],
    ["a.$b", "CSTAR_A_B", "a_$b"],
    ["2nd", "CSTAR_2ND", "_2nd"],
  ])("calls %s %s in the environment, and %s in JavaScript", (name, environment, variable) => {
    expect([environmentName(name), variableName(name)]).toEqual([environment, variable]);
  });
});
