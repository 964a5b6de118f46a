import type { ReadText } from "../document/index.ts";
import { parseSource } from "../document/parse-source.ts";
import { appendKey } from "../document/pointer.ts";
import { SourceError } from "../document/source.ts";
import type { Finding } from "../report/finding.ts";

/** A file with settings that a project keeps for the linters. */
export interface ConfigFile {
  data: Record<string, unknown>;
  /** Says that a setting is understood and not applied, and why; the lint goes on. */
  notApplied(keys: readonly string[], message: string): void;
  /** Says what is wrong with a setting; nothing is linted then. */
  wrong(keys: readonly string[], message: string): void;
  /** Where a setting stands, such as `redocly.yaml:3:5`. */
  placeOf(keys: readonly string[]): string;
}

/** What is said about all configuration files of a project. */
export interface ConfigNotes {
  /** Settings that are not applied. */
  findings: Finding[];
  /** Mistakes, each a sentence that begins with its place. */
  mistakes: string[];
}

/**
 * Reads a configuration file; undefined when there is none, or nothing in it. A file that is there and cannot be read as
 * an object is a mistake: a lint that went on would apply other rules than its reader thinks.
 */
export function readConfigFile(
  file: string,
  readText: ReadText,
  { findings, mistakes }: ConfigNotes,
): ConfigFile | undefined {
  const text = readIfThere(file, readText, mistakes);
  if (text === undefined) return undefined;
  try {
    const source = parseSource(file, text);
    const { data } = source;
    if (data === null) return undefined;
    if (!isRecord(data)) {
      mistakes.push(`${file}:1:1 It is not a YAML object. Write one, such as \`rules: {}\`.`);
      return undefined;
    }
    const locate = (keys: readonly string[]) => source.locate(keys.reduce<string>(appendKey, ""));
    const placeOf = (keys: readonly string[]): string => {
      const { line, column } = locate(keys);
      return `${file}:${line}:${column}`;
    };
    return {
      data,
      placeOf,
      wrong: (keys, message) => mistakes.push(`${placeOf(keys)} ${message}`),
      notApplied(keys, message) {
        const pointer = keys.reduce<string>(appendKey, "");
        findings.push({
          rule: "config-not-applied",
          severity: "info",
          file,
          ...locate(keys),
          pointer,
          message,
        });
      },
    };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    mistakes.push(
      `${file}:${error.position.line}:${error.position.column} It cannot be read as YAML: ${error.message}`,
    );
    return undefined;
  }
}

function readIfThere(file: string, readText: ReadText, mistakes: string[]): string | undefined {
  try {
    return readText(file);
  } catch (error) {
    if (!isAbsent(error)) {
      const reason = error instanceof Error ? error.message : String(error);
      mistakes.push(`${file} cannot be read: ${reason}. Repair it, or remove it.`);
    }
    return undefined;
  }
}

/** Whether an error of the file system, or the one that caused an error, says that there is no such file. */
function isAbsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return true;
  return isAbsent(error.cause);
}

/** Whether a value is an object of YAML or JSON. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The members of a setting that is one value or a list of them. */
export function listOf(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** The members of the object under a key, with their own keys; a value of another kind is a mistake. */
export function membersOf(
  { data, wrong }: ConfigFile,
  keys: readonly string[],
): [name: string, value: unknown][] {
  let value: unknown = data;
  for (const key of keys) value = isRecord(value) ? value[key] : undefined;
  if (value === undefined || value === null) return [];
  if (isRecord(value)) return Object.entries(value);
  wrong(keys, `\`${keys.at(-1)}\` is ${JSON.stringify(value)}: write an object.`);
  return [];
}
