// Prints what CHANGELOG.md says about one version: `node .changeset/notes.mjs 1.2.0`.
import { readFileSync } from "node:fs";

const version = process.argv[2];
const sections = readFileSync("CHANGELOG.md", "utf8").split(/^## /m);
const section = sections.find((text) => text.startsWith(`${version}\n`));
if (!section) {
  process.stderr.write(`CHANGELOG.md has no section "## ${version}".\n`);
  process.exitCode = 2;
} else {
  process.stdout.write(`${section.slice(section.indexOf("\n")).trim()}\n`);
}
