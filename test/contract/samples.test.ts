import { describe, expect, test } from "vitest";
import { expectNone } from "./expect-none.ts";
import { contract } from "./project.ts";
import { badSamples, goneSamples, goodSamples, list, named } from "./samples.ts";
import { bodySchema, validatorAt } from "./schemas.ts";
import { strictFaults } from "./strict.ts";

const good = goodSamples();
const bad = badSamples();

describe("good samples", () => {
  const missing = (folder: string, names: string[]) =>
    names
      .filter((name) => !good.some(({ path }) => path.startsWith(`good/${folder}/${name}.`)))
      .map((name) => `Add test/samples/good/${folder}/${name}.json, a body as the API sends it.`);

  test("there is one for each code", () => {
    const codes = contract.errors.map(({ code }) => code);
    expectNone(missing("errors", codes));
    expectNone(goneSamples().map((path) => `Delete test/samples/${path}: no operation returns such a code.`));
  });

  test("there is one for the success of each operation", () => {
    const operations = contract.operations.map(({ id }) => id);
    expectNone(missing("success", operations));
  });

  test.each(named(good))(
    "%s validates against the schema of each response that may carry it",
    (_, { value, bodyOf }) => {
      expect(bodyOf).not.toEqual([]);
      for (const place of bodyOf) {
        const validate = validatorAt(bodySchema(place));
        expect(validate(value), JSON.stringify({ place, errors: validate.errors })).toBe(true);
      }
    },
  );

  test.each(named(good))(
    "%s has no field that the contract does not know, and one request id",
    (_, { value, bodyOf }) => {
      for (const place of bodyOf) expect(strictFaults(value, place)).toEqual([]);
    },
  );
});

describe("bad samples", () => {
  test("each file is explained in bad.json, and nothing else is", () => {
    expect(bad.map(({ path }) => path).sort()).toEqual(list("bad"));
  });

  test("what not every check catches says why", () => {
    for (const { path, caughtBy, why } of bad) {
      expect(caughtBy, path).not.toEqual([]);
      const byBoth = caughtBy.includes("types") && caughtBy.includes("schema");
      expect(why === undefined, path).toBe(byBoth);
    }
  });

  test.each(named(bad))(
    "%s fails the published schema exactly if bad.json says so",
    (_, { value, bodyOf, caughtBy }) => {
      expect(validatorAt(bodySchema(bodyOf))(value)).toBe(!caughtBy.includes("schema"));
    },
  );

  test.each(named(bad.filter(({ caughtBy }) => caughtBy.includes("strict"))))(
    "%s has exactly one fault in the eyes of the closer look",
    (_, { value, bodyOf }) => {
      expect(strictFaults(value, bodyOf)).toHaveLength(1);
    },
  );
});
