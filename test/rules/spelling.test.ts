import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { check, said } from "./support/check.ts";
import { documentWith, object } from "./support/document.ts";
import { push } from "./support/edits.ts";
import { library } from "./support/library.ts";

const source = (file: string) => parse(readFileSync(`openapi/${file}`, "utf8"));
const docUrl: string = source("schemas/ErrorObject.yaml").properties.doc_url.pattern;
const retired: string =
  source("openapi.yaml")["x-extensions"]["x-retired-codes"].schema.items.properties.code.pattern;

test.each([
  ["key_expired", true],
  ["gone", true],
  ["mfa_2_required", true],
  ["sha256", true],
  ["2fa_required", false],
  ["Key_Expired", false],
  ["key__expired", false],
  ["_key", false],
  ["key_", false],
  ["key-expired", false],
  ["", false],
])(
  "%j is a code to the lint, to the published schema and to the list of retired codes: %s",
  async (code, is) => {
    const document = library();
    push("/components/schemas/ErrorCode/enum", code)(document);
    const verdicts = check(document).filter(({ rule }) => rule === "error-code-format");
    expect(verdicts.length === 0).toBe(is);
    expect(new RegExp(docUrl, "u").test(`https://cstar.help/developers/api/errors#${code}`)).toBe(is);
    expect(new RegExp(retired, "u").test(code)).toBe(is);
  },
);

test.each<[name: string, fitting: string[], others: string[]]>([
  [
    "lower_snake_case",
    ["gone", "not_found", "mfa2_lost", "a_b_22", "x_10"],
    ["Gone", "2gone", "gone!", "notFound", "not-found", "not__found", "_gone", "gone_", "not_Found"],
  ],
  [
    "UPPER_SNAKE_CASE",
    ["GONE", "NOT_FOUND", "MFA2_LOST", "A_B_22", "X_10"],
    ["gONE", "2GONE", "GONE!", "NotFound", "NOT-FOUND", "NOT__FOUND", "_GONE", "GONE_", "NOT_found"],
  ],
  ["camelCase", ["gone", "notFound", "mfa2Lost", "aB"], ["Gone", "2gone", "gone!", "not_found", "not-found"]],
  [
    "PascalCase",
    ["Gone", "NotFound", "Mfa2Lost", "AbC"],
    ["gone", "2Gone", "Gone!", "Not_Found", "Not-Found"],
  ],
  [
    "kebab-case",
    ["gone", "not-found", "mfa2-lost", "a-b-22", "x-10"],
    ["Gone", "2gone", "gone!", "notFound", "not_found", "not--found", "-gone", "gone-", "not-Found"],
  ],
  [
    "UPPER-KEBAB-CASE",
    ["GONE", "NOT-FOUND", "MFA2-LOST", "A-B-22", "X-10"],
    ["gONE", "2GONE", "GONE!", "NotFound", "NOT_FOUND", "NOT--FOUND", "-GONE", "GONE-", "NOT-found"],
  ],
  [
    "dotted.words",
    ["pet.gone", "pet.not_found", "pet2.ownerName.lost", "a.b", "a.b1"],
    ["gone", "Pet.gone", "2pet.gone", "pet.gone!", "pet.Gone", "pet..gone", ".gone", "pet.", "pet-a.gone"],
  ],
])("of codes in %s each one in another form is a finding", (name, fitting, others) => {
  const found = (codes: readonly string[]) => {
    const document = documentWith([{ 400: object({ code: { enum: codes } }) }]);
    return said("error-code-format", document);
  };
  expect(found(fitting)).toEqual([]);
  for (const other of others) {
    expect(found([...fitting, other])).toEqual([
      `The code "${other}" is not in the form ${name}, unlike the others. Rename it before it is published.`,
    ]);
  }
});
