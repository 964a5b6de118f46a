import { readConfiguration } from "../../src/lint/configuration.ts";

/** What is read from files of a folder, what is told of what was not applied, and what is wrong. */
export function read(files: Readonly<Record<string, string>>) {
  const { configuration, findings, mistakes, named } = readConfiguration(
    "api/",
    "api/v1/main.yaml",
    (file) => {
      const text = files[file.replace(/^api\//, "")];
      if (text === undefined) throw Object.assign(new Error("no such file"), { code: "ENOENT" });
      return text;
    },
  );
  const told = findings.map(({ file, line, message }) => `${file}:${line} ${message}`);
  return { ...configuration, told, mistakes, named: named.map(({ rule, place }) => `${place} ${rule}`) };
}
