// Gives the contract and the lockfile the version that `changeset version` gave package.json: they have one version.
import { readFileSync, renameSync, writeFileSync } from "node:fs";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/** Replaces what `pattern` finds, between its first and second group; finding nothing or more is a fault. */
function stamp(file, pattern, count) {
  const text = readFileSync(file, "utf8");
  const found = [...text.matchAll(pattern)].length;
  if (found !== count) throw new Error(`${file} has its version in ${found} places, not in ${count}.`);
  const temporary = `${file}.tmp`; // whoever is interrupted here has the old file or the new one, never a part
  writeFileSync(temporary, text.replaceAll(pattern, `$1${version}$2`));
  renameSync(temporary, file);
}

stamp("openapi/openapi.yaml", /^(info:\n(?: .*\n)*? {2}version: )\S+()$/gm, 1);
// The lockfile names the package at its top and again in its list, before any other.
stamp("package-lock.json", /(\n {2,6}"name": "@cstar\.help\/api-contract",\n {2,6}"version": ")[^"]+(")/g, 2);
