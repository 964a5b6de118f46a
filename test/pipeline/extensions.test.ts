import { expect, test } from "vitest";
import { checkExtensions } from "../../scripts/extensions.ts";
import { brief, type Files, treeOf } from "../contract-reader/document.ts";

const registered = `x-extensions:
  x-color:
    description: A colour.
    on: [schema]
    schema: {type: string, enum: [red, green]}
  x-made:
    description: Added later.
    on: [bundle]
    schema: {type: string}
  x-extensions:
    description: This.
    on: [root]
    schema: {type: object}
`;

/** What is found in a document that has `text` besides a registry of `x-color` (used), `x-made` and `x-extensions`. */
function findings(text: string, more: Files = {}): string[] {
  const tree = treeOf({ "a.yaml": `${registered}used: {x-color: red}\n${text}`, ...more }, "a.yaml");
  return brief(checkExtensions(tree)).map((row) => row.replace("extension-registered ", ""));
}

const unregistered = (at: string, name = "x-new") =>
  `${at} \`${name}\` is not registered. Describe it under \`x-extensions\` in a.yaml.`;

test("extensions that are registered, used and well-formed have no findings", () => {
  expect(findings("")).toEqual([]);
});

test.each<[string, string, string]>([
  ["at the root", "x-new: 1", "a.yaml:15:1"],
  ["deep in a list", "a: [{b: {x-new: 1}}]", "a.yaml:15:10"],
  ["beside a reference", "a: {$ref: '#/used', x-new: 1}", "a.yaml:15:21"],
  ["in a property's schema", "properties: {x-size: {x-new: 1}}", "a.yaml:15:23"],
  ["in a header", "headers: {x-trace: {x-new: 1}}", "a.yaml:15:21"],
  ["among responses", "responses: {x-new: 1}", "a.yaml:15:13"],
  ["in the default response", "responses: {default: {x-new: 1}}", "a.yaml:15:23"],
  ["in a property of the name default", "properties: {default: {x-new: 1}}", "a.yaml:15:24"],
  ["in a schema of the name example", "schemas: {example: {x-new: 1}}", "a.yaml:15:21"],
])("an unregistered extension %s is told on its line", (_, text, at) => {
  expect(findings(text)).toEqual([unregistered(at)]);
});

test.each([
  ["an example", "example: {x-new: 1}"],
  ["examples", "examples: {one: {value: {x-new: 1}}}"],
  ["a default value", "default: {x-new: 1}"],
  ["a const", "const: {x-new: 1}"],
  ["an enum", "enum: [{x-new: 1}]"],
  ["the names of properties", "properties: {x-new: {}}"],
  ["the names of headers", "headers: {x-new: {}}"],
  [
    "the names of definitions",
    "$defs: {x-new: {}}\npatternProperties: {x-new: {}}\ndependentSchemas: {x-new: {}}",
  ],
  ["the names of components", "schemas: {x-new: {}}\nparameters: {x-new: {}}\nsecuritySchemes: {x-new: {}}"],
  [
    "other names that somebody chose",
    "requestBodies: {x-new: {}}\nlinks: {x-new: {}}\npathItems: {x-new: {}}\ncontent: {x-new/y: {}}\nencoding: {x-new: {}}\nvariables: {x-new: {}}\nmapping: {x-new: a}\nscopes: {x-new: a}",
  ],
  ["a capital letter", "X-New: 1"],
  ["a word with an x- inside", "max-x-new: 1"],
])("what looks like an extension in %s is none", (_, text) => {
  expect(findings(text)).toEqual([]);
});

test("an unregistered extension in another file is told there", () => {
  expect(findings("a: {$ref: b.yaml}", { "b.yaml": "type: string\nx-new: 1\n" })).toEqual([
    unregistered("b.yaml:2:1"),
  ]);
});

test("a value that does not fit is told with the reason and what to do", () => {
  expect(findings("a: {x-color: blue}\nb: {x-color: [red]}")).toEqual([
    "a.yaml:15:5 `x-color` does not fit its schema in `x-extensions`: must be one of red, green. Correct it here.",
    "a.yaml:16:5 `x-color` does not fit its schema in `x-extensions`: must be string. Correct it here.",
  ]);
});

test("a word that is almost right is told with the one that was meant", () => {
  expect(findings("a: {x-color: gren}\nb: {x-colour: red}")).toEqual([
    "a.yaml:15:5 `x-color` does not fit its schema in `x-extensions`: must be one of red, green. Did you mean `green`? Correct it here.",
    "a.yaml:16:5 `x-colour` is not registered. Did you mean `x-color`? Describe it under `x-extensions` in a.yaml.",
  ]);
});

test("a fault inside a value is told with its pointer", () => {
  const text = "x-list: [{}]\n";
  const registry = registered.replace(
    "  x-made:",
    "  x-list:\n    description: L.\n    on: [root]\n    schema: {items: {required: [a]}}\n  x-made:",
  );
  const tree = treeOf({ "a.yaml": `${registry}used: {x-color: red}\n${text}` }, "a.yaml");
  expect(brief(checkExtensions(tree))[0]).toContain(
    "`x-extensions`: /0 must have required property 'a'. Correct it here.",
  );
});

test("what stands in the value of an extension is data", () => {
  const text =
    "x-extensions:\n  x-extensions: {schema: {}}\n  x-map: {schema: {type: object}}\nx-map: {x-new: {x-new: 1}}\n";
  expect(brief(checkExtensions(treeOf({ "a.yaml": text }, "a.yaml")))).toEqual([]);
});

test("an extension that the document may do without is not missed", () => {
  const optional = registered.replace("  x-color:\n", "  x-color:\n    optional: true\n");
  expect(optional).not.toBe(registered);
  expect(brief(checkExtensions(treeOf({ "a.yaml": optional }, "a.yaml")))).toEqual([]);
});

test("a registered extension that nothing uses is told in the registry, unless the bundle adds it", () => {
  const tree = treeOf({ "a.yaml": registered }, "a.yaml");
  expect(brief(checkExtensions(tree))).toEqual([
    "extension-registered a.yaml:2:3 `x-color` is registered and used nowhere: remove it, or use it.",
  ]);
});

test.each([
  ["schema: {type: 7}", /has no usable `schema` \(.+\): write a JSON Schema\.$/],
  ["schema: text", /has no usable `schema` \(.+\): write a JSON Schema\.$/],
  ["note: none", /has no usable `schema` \(.+\): write a JSON Schema\.$/],
])("a registry entry with %s is told there, and other extensions are still checked", (entry, message) => {
  const text = `x-extensions:\n  x-extensions: {schema: {}}\n  x-bad: {${entry}}\nx-bad: 1\nx-new: 1\n`;
  const rows = brief(checkExtensions(treeOf({ "a.yaml": text }, "a.yaml")));
  expect(rows[0]).toMatch(/^extension-registered a.yaml:3:3 `x-bad`/);
  expect(rows[0]).toMatch(message);
  expect(rows.slice(1)).toEqual([
    "extension-registered a.yaml:5:1 `x-new` is not registered. Describe it under `x-extensions` in a.yaml.",
  ]);
});

test("what is found is an error, with its pointer", () => {
  const tree = treeOf({ "a.yaml": "a: {x-new: 1}\n" }, "a.yaml");
  expect(checkExtensions(tree)).toMatchObject([{ severity: "error", file: "a.yaml", pointer: "/a/x-new" }]);
});

test("a document without a registry has every extension told", () => {
  const tree = treeOf({ "a.yaml": "x-new: 1\n" }, "a.yaml");
  expect(brief(checkExtensions(tree))).toHaveLength(1);
});

/** A document with one of each kind of object, in two files. */
const kinds = (text: string) => ({
  "a.yaml": `x-extensions:
  x-extensions: {on: [root], schema: {}}
  x-id: {on: [operation, securityScheme], schema: {}, optional: true}
  x-note: {on: [schema], schema: {}, optional: true}
  x-whole: {on: [root], schema: {}, optional: true}
  x-made: {on: [bundle], schema: {}, optional: true}
  x-any: {schema: {}, optional: true}
paths: {/a: {$ref: b.yaml#/item}}
components: {securitySchemes: {key: {x-id: 1, type: http}}}
`,
  "b.yaml": text,
});

test.each([
  ["an operation behind a reference", "item: {get: {x-id: 1}}"],
  ["a schema in a response", "item: {get: {responses: {'200': {content: {a/b: {schema: {x-note: 1}}}}}}}"],
  [
    "a schema deep in a schema",
    "item: {get: {parameters: [{schema: {properties: {a: {items: {allOf: [{x-note: 1}]}}}}}]}}",
  ],
  [
    "a schema that refers to itself",
    "item: {get: {parameters: [{schema: &a {x-note: 1, not: {$ref: '#/item/get/parameters/0/schema'}}}]}}",
  ],
  ["anything, where the registry does not say", "item: {x-any: 1, get: {x-any: 1}}"],
  ["what is nothing of OpenAPI", "item: {get: {stranger: {x-id: 1, x-note: 1}}}"],
])("an extension may stand on %s", (_, text) => {
  expect(brief(checkExtensions(treeOf(kinds(text), "a.yaml")))).toEqual([]);
});

test.each([
  [
    "item: {get: {x-note: 1}}",
    "1:14 `x-note` belongs on a schema, and this is an operation. Move it, or take it out.",
  ],
  [
    "item: {x-id: 1, get: {}}",
    "1:8 `x-id` belongs on an operation or a security scheme, and this is a path item. Move it, or take it out.",
  ],
  [
    "item: {get: {responses: {'200': {x-whole: 1, headers: {A: {x-note: 1}}}}}}",
    "1:34 `x-whole` belongs on the document as a whole, and this is a response. Move it, or take it out.",
    "1:60 `x-note` belongs on a schema, and this is a header. Move it, or take it out.",
  ],
  [
    "item: {get: {requestBody: {x-made: 1}}}",
    "1:28 `x-made` is added to the published document, and this is a request body. Move it, or take it out.",
  ],
])("an extension on another kind of object than the registry says is told: %s", (text, ...want) => {
  expect(brief(checkExtensions(treeOf(kinds(text), "a.yaml")))).toEqual(
    want.map((row) => `extension-registered b.yaml:${row}`),
  );
});

test.each<[place: string, kind: string]>([
  ["openapi", "the document as a whole"],
  ["info: {AT}", "an info"],
  ["servers: [{url: u, AT}]", "a server"],
  ["tags: [{name: t, AT}]", "a tag"],
  ["components: {AT}", "a components"],
  ["webhooks: {w: {AT}}", "a path item"],
  ["webhooks: {w: {servers: [{AT}]}}", "a server"],
  ["webhooks: {w: {parameters: [{AT}]}}", "a parameter"],
  ["webhooks: {w: {query: {AT}}}", "an operation"],
  ["webhooks: {w: {additionalOperations: {COPY: {AT}}}}", "an operation"],
  ["webhooks: {w: {post: {servers: [{AT}]}}}", "a server"],
  ["webhooks: {w: {post: {requestBody: {content: {a/b: {AT}}}}}}", "a media type"],
  ["webhooks: {w: {post: {requestBody: {content: {a/b: {itemSchema: {AT}}}}}}}", "a schema"],
  ["components: {schemas: {A: {AT}}}", "a schema"],
  ["components: {schemas: {A: {properties: {b: {AT}}}}}", "a schema"],
  ["components: {responses: {A: {AT}}}", "a response"],
  ["components: {responses: {A: {headers: {B: {content: {a/b: {AT}}}}}}}", "a media type"],
  ["components: {responses: {A: {headers: {B: {schema: {AT}}}}}}", "a schema"],
  ["components: {parameters: {A: {AT}}}", "a parameter"],
  ["components: {parameters: {A: {schema: {AT}}}}", "a schema"],
  ["components: {parameters: {A: {content: {a/b: {AT}}}}}", "a media type"],
  ["components: {headers: {A: {AT}}}", "a header"],
  ["components: {requestBodies: {A: {AT}}}", "a request body"],
  ["components: {securitySchemes: {A: {AT}}}", "a security scheme"],
  ["components: {pathItems: {A: {AT}}}", "a path item"],
])("an extension at %s is at %s", (place, kind) => {
  const text = place === "openapi" ? "x-made: 1" : place.replace("AT", "x-made: 1");
  const registry = "x-extensions: {x-extensions: {schema: {}}, x-made: {on: [bundle], schema: {}}}\n";
  const [found = "", ...more] = brief(
    checkExtensions(treeOf({ "a.yaml": `${registry}${text}\n` }, "a.yaml")),
  );
  expect(more).toEqual([]);
  expect(/, and this is (.*)\. Move it/.exec(found)?.[1]).toBe(kind);
});

test("an extension whose value fits none of several forms is told with what each asks for", () => {
  const registry =
    "x-extensions: {x-extensions: {schema: {}}, x-a: {schema: {anyOf: [{type: string}, {type: number}]}}}\n";
  expect(brief(checkExtensions(treeOf({ "a.yaml": `${registry}x-a: true\n` }, "a.yaml")))).toEqual([
    "extension-registered a.yaml:2:1 `x-a` does not fit its schema in `x-extensions`: must be string, must be number, must match a schema in anyOf. Correct it here.",
  ]);
});

test("an extension that is misspelt everywhere is not missed besides", () => {
  const text = registered.replace("used:", "");
  const tree = treeOf({ "a.yaml": `${text}used: {x-colr: red}\n` }, "a.yaml");
  expect(brief(checkExtensions(tree))).toEqual([expect.stringContaining("Did you mean `x-color`?")]);
});
