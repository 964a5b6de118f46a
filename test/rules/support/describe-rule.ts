import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fromPointer, parsedDocument, pointersAround, valueAt } from "../../../src/document/index.ts";
import { checkRule } from "../../../src/rules/check.ts";
import { readModel } from "../../../src/rules/model/model.ts";
import { rules } from "../../../src/rules/rules.ts";
import type { Edit } from "./edits.ts";
import { library } from "./library.ts";

/** What a rule must report, and what it must leave alone. */
export interface RuleCases {
  /** By a sentence: a change to the library, and where the rule's findings then stand. */
  reports: Record<string, [edit: Edit, at: string[]]>;
  /** By a sentence: a change that must give no finding of the rule. */
  accepts: Record<string, Edit>;
}

/** What was found, and what to do: at least two sentences. */
const SENTENCES = /^[A-Z`"].+[.,;:] .*[A-Z].+[.?]$/s;

/**
 * Tests a rule with changes to the library; what it says of each stands in `test/rules/sentences/<rule>.yaml`. That
 * Spectral finds the same is tested by the pages of the rules.
 */
export function describeRule(id: string, { reports, accepts }: RuleCases): void {
  describe(id, () => {
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined) throw new Error(`There is no rule ${id}.`);
    const findings = (edit: Edit): { at: string; message: string }[] => {
      const document = library();
      const before = JSON.stringify(document);
      edit(document);
      expect(JSON.stringify(document), "the change changes something").not.toBe(before);
      // What is missing is shown where it should stand: at the nearest thing that is there.
      const isThere = (pointer: string): boolean => valueAt(document, fromPointer(pointer)) !== undefined;
      return checkRule(rule, readModel(parsedDocument(document))).map(({ at, message }) => {
        expect(message).toMatch(SENTENCES);
        expect(message).not.toMatch(/undefined|NaN|\[object|\w {2}\w| [.,]|,\.|all 0/);
        return { at: pointersAround(at.location.pointer).find(isThere) ?? "", message };
      });
    };
    const file = new URL(`../sentences/${id}.yaml`, import.meta.url);
    const sentences: Record<string, string[]> = parse(readFileSync(file, "utf8"));
    test.each(Object.entries(reports))("reports %s", (name, [edit, at]) => {
      const found = findings(edit);
      expect(found.map((finding) => finding.at).sort()).toEqual([...at].sort());
      expect(found.map(({ message }) => message)).toEqual(sentences[name]);
    });
    test.each(Object.entries(accepts))("accepts %s", (_, edit) => {
      expect(findings(edit)).toEqual([]);
    });
  });
}

/** The codes of the library. */
export const CODES: readonly string[] = valueAt(library(), [
  "components",
  "schemas",
  "ErrorCode",
  "enum",
]) as string[];

/** A response whose errors have this schema. */
export const responseWith = (schemaOfError: unknown) => ({
  description: "Something is wrong.",
  content: {
    "application/json": {
      schema: { allOf: [ref(schema("ErrorEnvelope")), { properties: { error: schemaOfError } }] },
    },
  },
});

/** Places of the library, short. */
export const schema = (name: string): string => `/components/schemas/${name}`;
export const response = (name: string): string => `/components/responses/${name}`;
export const json = (name: string): string => `${response(name)}/content/application~1json`;
export const error = (name: string): string => `${json(name)}/schema/allOf/1/properties/error`;
export const own = (code: string, field: string): string => `${schema(code)}/allOf/1/properties/${field}`;
export const example = (name: string, code: string): string => `${json(name)}/examples/${code}/value`;
export const LIST = "/paths/~1shelves~1{shelf}~1books/get";
export const ADD = "/paths/~1shelves~1{shelf}~1books/post";
export const GET = "/paths/~1shelves~1{shelf}~1books~1{book}/get";
export const ref = (pointer: string): { $ref: string } => ({ $ref: `#${pointer}` });
