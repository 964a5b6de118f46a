import { expect, test } from "vitest";
import { sitePaths } from "../../scripts/docs/site/paths.ts";
import { contract } from "../contract/project.ts";

test.each([
  ["1.0.0", ["v1", "1.0.0"]],
  ["1.10.0", ["v1", "1.10.0"]],
  ["10.2.11", ["v10", "10.2.11"]],
  ["2.0.0-beta.1", ["v2", "2.0.0-beta.1"]],
])("the files of version %s are published in %j", (version, folders) => {
  expect(sitePaths({ ...contract, version }).versions).toEqual(folders);
});

test.each(["../1.0.0", "1/0", "", "1.0.0 x"])(
  "%j is no version that a folder can be named for",
  (version) => {
    expect(() => sitePaths({ ...contract, version })).toThrow("cannot be part of a path in the site");
  },
);
