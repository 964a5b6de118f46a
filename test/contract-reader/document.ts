import { readContract, readContractLeniently } from "../../src/contract/index.ts";
import { ContractError, loadTree, type ReadText, type Tree } from "../../src/document/index.ts";
import type { Finding } from "../../src/report/index.ts";

/** Files of a document, by path. */
export type Files = Readonly<Record<string, string>>;

/** A small document with every kind of fact, in several files. Line numbers in the tests count from these texts. */
export const files: Files = {
  "api/openapi.yaml": `openapi: 3.1.0
info:
  title: Shop API
  version: 2.3.4
  description: Sells things.
servers:
  - url: https://shop.example/v1/
security:
  - key: []
paths:
  /shops/{shopId}/orders:
    parameters:
      - $ref: parameters/ShopId.yaml
    get:
      operationId: listOrders
      summary: List orders
      description: Pages through the orders.
      tags: [Orders]
      parameters:
        - name: page
          in: query
          style: form
          explode: false
          description: Which page.
          schema: {type: integer, examples: [2]}
      responses:
        '200': {description: The orders.}
        '404': {$ref: responses/Gone.yaml}
        x-note: not a status
    post:
      operationId: createOrder
      security: []
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: schemas/Order.yaml}
      responses:
        '404': {$ref: responses/Gone.yaml}
        '429': {$ref: responses/Busy.yaml}
  x-drafts:
    get: {operationId: never}
components:
  securitySchemes:
    key:
      type: http
      scheme: bearer
      x-key-prefixes:
        - prefix: live_
          kind: secret
          environment: production
          access: Everything.
          requestsPerHour: 10
x-statuses:
  '429': Too many.
  '200': Fine.
  '404': Not there.
x-debugging-tips:
  - Look twice.
x-extensions:
  x-tip:
    description: A tip.
    on: [root]
    schema: {type: string}
`,
  "api/parameters/ShopId.yaml": `name: shopId
in: path
required: true
schema: {type: string}
example: shop_1
`,
  "api/schemas/Order.yaml": `type: object
required: [item]
properties:
  item: {type: string, examples: [tea]}
`,
  "api/responses/Gone.yaml": `description: It is gone.
headers:
  X-Trace:
    required: true
    description: The trace.
    schema: {type: string}
content:
  application/problem+json; charset=utf-8:
    schema:
      allOf:
        - $ref: ../schemas/Envelope.yaml
        - properties:
            error:
              oneOf:
                - $ref: ../errors/sold_out.yaml
                - $ref: ../errors/no_such_order.yaml
`,
  "api/responses/Busy.yaml": `description: Too busy.
content:
  application/json:
    schema:
      allOf:
        - $ref: ../schemas/Envelope.yaml
        - properties:
            error: {$ref: ../errors/too_busy.yaml}
`,
  "api/schemas/Envelope.yaml": `type: object
properties:
  success: {const: false}
  error: {$ref: ErrorObject.yaml}
  meta:
    properties:
      requestId: {$ref: RequestId.yaml}
x-envelope:
  success: success
  error: error
  meta: meta
  fields: {code: code, docUrl: doc_url, param: param}
  metaFields: {requestId: requestId}
`,
  "api/schemas/RequestId.yaml": `type: string
examples: [r1]
`,
  "api/schemas/ErrorObject.yaml": `required: [type, code, message]
properties:
  type:
    $ref: Types.yaml
    description: The category.
  code:
    $ref: Codes.yaml
    description: The exact error.
  message: {type: string, description: For people.}
  doc_url: {type: string, description: Where to read on.}
`,
  "api/schemas/Codes.yaml": `enum:
  - no_such_order
  - sold_out
  - too_busy
x-retired-codes:
  - code: no_tea
    retired: 1.1.0
    reason: There is tea now.
`,
  "api/schemas/Types.yaml": `enum: [gone_error, busy_error]
x-error-types:
  gone_error:
    title: Gone
    description: Something is not there.
    fix: Look elsewhere.
  busy_error:
    title: Busy
    description: We have much to do.
    fix: Come back.
`,
  "api/errors/sold_out.yaml": `title: Sold out
description: Nothing left.
externalDocs: {url: https://shop.example/stock, description: On stock}
x-http-status: 404
x-retry: never
x-actor: nobody
x-applies-to: [always]
x-since: 1.0.0
x-causes: [Others were faster.]
x-fixes: [Be faster.]
allOf:
  - $ref: ../schemas/ErrorObject.yaml
  - required: [param]
    properties:
      type: {const: gone_error}
      code: {const: sold_out}
      param:
        description: What was refused.
        examples: [item]
      message: {examples: [No tea left.]}
      doc_url: {const: https://shop.example/errors#sold_out}
x-message: ['No {param} left.']
`,
  "api/errors/no_such_order.yaml": `title: No such order
description: It does not exist.
x-http-status: 404
x-retry: never
x-actor: developer
x-applies-to: [path-id, explicit]
x-since: 1.2.0
x-causes: [A typing mistake.]
x-fixes: [Check the id.]
allOf:
  - $ref: ../schemas/ErrorObject.yaml
  - properties:
      type: {const: gone_error}
      code: {const: no_such_order}
      param: {examples: [orderId]}
      message: {examples: [There is no such order.]}
      doc_url: {const: https://shop.example/errors#no_such_order}
`,
  "api/errors/too_busy.yaml": `title: Too busy
description: |
  Wait a little.
x-http-status: 429
x-retry: after
x-actor: cstar
x-applies-to: [write]
x-since: 2.0.0
x-causes: [Many callers.]
x-fixes: [Wait.]
allOf:
  - $ref: ../schemas/ErrorObject.yaml
  - properties:
      type: {const: busy_error}
      code: {const: too_busy}
      message: {examples: [Come back later.]}
      doc_url: {const: https://shop.example/errors#too_busy}
`,
};

/** A copy with one text replaced in one file; an absent text is a mistake of the test. */
export function edited(file: string, find: string, replacement: string, base: Files = files): Files {
  const text = base[file];
  if (text === undefined || !text.includes(find)) throw new Error(`${file} has no ${JSON.stringify(find)}`);
  return { ...base, [file]: text.replace(find, () => replacement) };
}

export function reader(base: Files): ReadText {
  return (file) => {
    const text = base[file];
    if (text === undefined) throw new Error("there is no such file");
    return text;
  };
}

export function treeOf(base: Files = files, entry = "api/openapi.yaml"): Tree {
  return loadTree(entry, reader(base));
}

export const read = (base: Files = files) => readContract(treeOf(base));

/** What is wrong with a document, whichever step notices it. */
export function findingsOf(base: Files): Finding[] {
  try {
    return readContractLeniently(treeOf(base)).findings;
  } catch (error) {
    if (error instanceof ContractError) return error.findings;
    throw error;
  }
}

/** Findings in short: `rule file:line:column message`. */
export function brief(findings: readonly Finding[]): string[] {
  return findings.map(
    ({ rule, file, line, column, message }) => `${rule} ${file}:${line}:${column} ${message}`,
  );
}

/** One file as a whole document. */
export function parse(text: string): Tree {
  return loadTree("one.yaml", () => text);
}
