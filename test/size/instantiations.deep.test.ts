import { expect, it } from "vitest";
import { countInstantiations } from "../bench/types/report.ts";

it("A program that calls all operations is less work for the compiler than the same on openapi-fetch", () => {
  const { client, openapiFetch } = countInstantiations();
  expect(client).toBeGreaterThan(0);
  expect(client).toBeLessThan(openapiFetch);
});
