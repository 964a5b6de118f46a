import { fromPointer, toPointer, valueAt } from "../../src/document/index.ts";
import { published, resolve, validatorAt } from "./schemas.ts";

/**
 * What is wrong with a sample although the published schema accepts it. Schemas of answers are open on purpose, and they
 * cannot compare two values; a sample has to be exact nevertheless, or it would prove nothing.
 */
export function strictFaults(value: unknown, schemaPointer: string): string[] {
  return [
    ...unknownFields(value, schemaPointer).map((at) => `${at} is not in the contract`),
    ...twoRequestIds(value),
  ];
}

function twoRequestIds(value: unknown): string[] {
  const inError = valueAt(value, ["error", "request_id"]);
  const inMeta = valueAt(value, ["meta", "requestId"]);
  return inError === undefined || inError === inMeta ? [] : ["/error/request_id is not /meta/requestId"];
}

type Json = Record<string, unknown>;

/** Pointers to the fields that no part of the schema names. Of a choice, only the branches that fit count. */
function unknownFields(value: unknown, schemaPointer: string, keys: string[] = []): string[] {
  const parts = applicableParts(value, schemaPointer);
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => below(item, parts, ["items"], [...keys, String(index)]));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const at = [...keys, key];
    const named = parts.filter((part) => hasKey(part, ["properties", key]));
    if (named.length > 0) return below(member, named, ["properties", key], at);
    const free = parts.some((part) => hasKey(part, ["additionalProperties"]));
    return free ? [] : [toPointer(at)];
  });
}

/** Unknown everywhere, or it is known to one of the parts: several parts describe the same member together. */
function below(value: unknown, parts: string[], path: string[], keys: string[]): string[] {
  const found = parts
    .filter((part) => hasKey(part, path))
    .map((part) => unknownFields(value, child(part, path), keys));
  return (found[0] ?? []).filter((pointer) => found.every((others) => others.includes(pointer)));
}

function applicableParts(value: unknown, schemaPointer: string): string[] {
  const { value: schema, pointer } = resolve(schemaPointer);
  const branches = (keyword: string): string[] => {
    const list = (schema as Json | undefined)?.[keyword];
    return Array.isArray(list) ? list.map((_, index) => child(pointer, [keyword, String(index)])) : [];
  };
  const chosen = [...branches("oneOf"), ...branches("anyOf")].filter((branch) => validatorAt(branch)(value));
  return [pointer, ...[...branches("allOf"), ...chosen].flatMap((branch) => applicableParts(value, branch))];
}

function hasKey(pointer: string, path: string[]): boolean {
  return valueAt(published, [...fromPointer(pointer), ...path]) !== undefined;
}

function child(pointer: string, path: string[]): string {
  return toPointer([...fromPointer(pointer), ...path]);
}
