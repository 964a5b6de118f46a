import { type Branch, branchesOf } from "../../document/branches.ts";
import { propertiesIn, schemaParts } from "../../document/composition.ts";
import { memberOf, type Node, type Reader } from "../../document/node.ts";
import { constantsOf } from "./constants.ts";
import type { ErrorResponse, Media, Operations } from "./operations.ts";

/** Where error bodies have the word that programs branch on, in the order in which public documents prefer them. */
export const STYLES = {
  flat: { place: "`code`", field: "code", hold: body, inExample: (value) => [memberOf(value, "code")] },
  list: {
    place: "`errors[].code`",
    field: "code",
    hold: (reader, parts) => itemsOf(reader, parts, "errors"),
    inExample(value) {
      const items = memberOf(value, "errors");
      return Array.isArray(items) ? items.map((item) => memberOf(item, "code")) : [];
    },
  },
  errorCode: {
    place: "`errorCode`",
    field: "errorCode",
    hold: body,
    inExample: (value) => [memberOf(value, "errorCode")],
  },
  error_code: {
    place: "`error_code`",
    field: "error_code",
    hold: body,
    inExample: (value) => [memberOf(value, "error_code")],
  },
  problem: {
    place: "`type` of problem details (RFC 9457)",
    field: "type",
    hold: problem,
    inExample: (value) => [memberOf(value, "type")],
  },
  error: {
    place: "`error.code`",
    field: "code",
    hold: (reader, parts) => below(reader, parts, "error"),
    inExample: (value) => [memberOf(memberOf(value, "error"), "code")],
  },
} as const satisfies Record<string, StyleDefinition>;

export type Style = keyof typeof STYLES;

interface StyleDefinition {
  place: string;
  /** The property with the word. */
  field: string;
  /** Finds the parts that hold the property, each list an alternative; none where a body is of another style. */
  hold(reader: Reader, parts: readonly Node[]): (readonly Node[])[];
  /** What an example of a body has in the place of the word. */
  inExample(value: unknown): unknown[];
}

/** How a document returns errors. */
export interface Convention {
  style: Style;
  /** How many error bodies with a schema there are, and how many of them keep to the style. */
  bodies: number;
  following: number;
  follows(media: Media): boolean;
}

/**
 * Learns the convention from the error bodies alone: the style of most of them, if at least half have it. Undefined
 * where they have none in common, or no schemas.
 */
export function findConvention(reader: Reader, { responses }: Operations): Convention | undefined {
  const bodies = responses.flatMap(judged);
  const styles = Object.keys(STYLES) as Style[];
  const counts = styles.map((style) => ({
    style,
    following: bodies.filter((media) => hasStyle(reader, media, style)).length,
  }));
  const best = counts.reduce((most, one) => (one.following > most.following ? one : most));
  if (best.following === 0 || best.following * 2 < bodies.length) return undefined;
  return { ...best, bodies: bodies.length, follows: (media) => hasStyle(reader, media, best.style) };
}

/** The bodies of a response that say something about their shape. */
export function judged({ media }: ErrorResponse): Media[] {
  return media.filter(
    ({ type, branches }) => /json/i.test(type) && branches.some(({ parts }) => parts.length > 0),
  );
}

function hasStyle(reader: Reader, { branches }: Media, style: Style): boolean {
  const { field, hold } = STYLES[style];
  return branches.some(({ parts }: Branch) => {
    const holders = hold(reader, parts);
    return holders.length > 0 && holders.every((holder) => isWord(reader, holder, field));
  });
}

/**
 * Whether a property may be a word; a number, such as the status, is another convention. A list of words is one,
 * whatever type it says it has.
 */
export function isWord(reader: Reader, parts: readonly Node[], field: string): boolean {
  const properties = propertiesIn(reader, parts, field);
  const told = properties.flatMap((property) => schemaParts(reader, property));
  return (
    properties.length > 0 && told.every((part) => !isNumeric(part) || constantsOf(part)?.[0] !== undefined)
  );
}

/** Whether a part leaves room for numbers alone, or for null beside them. */
function isNumeric(part: Node): boolean {
  const types = [memberOf(part.value, "type")].flat();
  return types.some((type) => type === "integer" || type === "number") && !types.includes("string");
}

function body(_reader: Reader, parts: readonly Node[]): (readonly Node[])[] {
  return [parts];
}

function below(reader: Reader, parts: readonly Node[], name: string): (readonly Node[])[] {
  return propertiesIn(reader, parts, name).flatMap((property) =>
    branchesOf(reader, property).map((branch) => branch.parts),
  );
}

function itemsOf(reader: Reader, parts: readonly Node[], name: string): (readonly Node[])[] {
  const lists = below(reader, parts, name).flat();
  const items = lists.flatMap((list) => {
    const schema = reader.child(list, "items");
    return schema ? [branchesOf(reader, schema).map((branch) => branch.parts)] : [];
  });
  // Where no list offers a choice, all of them apply to an item at once.
  return items.every((choices) => choices.length === 1) ? [items.flat(2)] : items.flat();
}

/** A body with `type`, `title` and `status` is problem details, whatever its media type says. */
function problem(reader: Reader, parts: readonly Node[]): (readonly Node[])[] {
  const has = (name: string): boolean => propertiesIn(reader, parts, name).length > 0;
  return has("type") && has("title") && has("status") ? [parts] : [];
}
