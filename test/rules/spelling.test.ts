import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { check } from "./support/check.ts";
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
