import type { Contract, ErrorExample } from "../../src/contract/index.ts";

/** The example that shows most of an error: the first one with all the fields that an error can have, else the fullest. */
export function shapeExample({ errors }: Contract): ErrorExample {
  const size = (example: ErrorExample) => Object.keys(example.error).length;
  return errors
    .map(({ example }) => example)
    .reduce((best, example) => (size(example) > size(best) ? example : best), {
      success: false,
      error: {},
      meta: {},
    });
}
