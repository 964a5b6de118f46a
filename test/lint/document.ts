import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** Writes files into a new folder that is gone after the test, and gives its path. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "cstar-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  return folder;
}

/** A small document in two files that every linter is content with. */
export const clean = {
  "openapi.yaml": `openapi: 3.1.0
info:
  title: Shop API
  version: 1.0.0
  description: Sells things.
  contact: {name: Shop, url: https://shop.example.org}
  license: {name: MIT, identifier: MIT}
servers:
  - url: https://shop.example.org
tags:
  - name: Orders
    description: What was ordered.
security:
  - key: []
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [Orders]
      summary: List orders
      description: All orders.
      responses:
        '200': {$ref: responses/Orders.yaml}
        '401': {$ref: responses/Refused.yaml}
    delete:
      operationId: deleteOrders
      tags: [Orders]
      summary: Delete orders
      description: Deletes all orders.
      responses:
        '200': {$ref: responses/Orders.yaml}
        '401': {$ref: responses/Refused.yaml}
components:
  securitySchemes:
    key: {type: http, scheme: bearer, description: A key.}
`,
  "responses/Orders.yaml": `description: The orders.
content:
  application/json:
    schema:
      type: array
      items: {type: string}
`,
  "responses/Refused.yaml": "description: No valid key.\n",
} as const satisfies Record<string, string>;
