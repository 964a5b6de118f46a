import { propertiesIn, schemaParts } from "../../document/composition.ts";
import { locationId, type Node, type Reader } from "../../document/node.ts";
import { type Convention, judged, STYLES, type Style } from "./convention.ts";
import type { ErrorResponse, Media, Operations } from "./operations.ts";

/** A code of a document in a style of somebody else, where it stands. */
export interface Word {
  value: string;
  at: Node;
}

/** The words that one alternative of a body may carry. */
interface WordList {
  /** The schema that lists them. */
  part: Node;
  words: Word[];
}

/** All words that a body of a style may carry. */
export function wordsOf(reader: Reader, media: Media, style: Style): Word[] {
  return listsOf(reader, media, style).flatMap((lists) => lists.flatMap(({ words }) => words));
}

/** What is known of the codes of a document in a style of somebody else. */
export interface Words {
  /** Every word that some body may carry. */
  all: readonly Word[];
  /** The codes that a response says it carries; none where it leaves them open. */
  of(response: ErrorResponse): readonly Word[];
  /** The codes of an example of a body. */
  inExample(value: unknown): string[];
}

/**
 * Reads which codes each response carries. A list of many words that is used under several statuses is the list of all, and
 * says nothing about one response.
 */
export function readWords(
  reader: Reader,
  { responses }: Pick<Operations, "responses">,
  { style }: Convention,
): Words {
  const lists = new Map(
    responses.map((response) => [
      response,
      judged(response).flatMap((media) => narrowest(reader, media, style)),
    ]),
  );
  const statuses = new Map<string, Set<string>>();
  for (const [{ uses }, own] of lists) {
    for (const { part } of own) {
      const id = locationId(part);
      statuses.set(id, new Set([...(statuses.get(id) ?? []), ...uses.map(({ status }) => status)]));
    }
  }
  const shared = new Set([...statuses].filter(([, found]) => found.size > 1).map(([id]) => id));
  const isGeneral = ({ part, words }: WordList): boolean => words.length > 1 && shared.has(locationId(part));
  return {
    all: responses.flatMap(judged).flatMap((media) => wordsOf(reader, media, style)),
    of(response) {
      const own = lists.get(response) ?? [];
      return own.some(isGeneral) ? [] : own.flatMap(({ words }) => words);
    },
    inExample: (value) => STYLES[style].inExample(value).filter((word) => typeof word === "string"),
  };
}

/** Of the lists that apply to an alternative at once, the one that narrows it most. */
function narrowest(reader: Reader, media: Media, style: Style): WordList[] {
  return listsOf(reader, media, style).flatMap((lists) => {
    const [shortest] = [...lists].sort((a, b) => a.words.length - b.words.length);
    return shortest ?? [];
  });
}

/** For each alternative of a body, the lists of words that apply to it. */
function listsOf(reader: Reader, media: Media, style: Style): WordList[][] {
  const { field, hold } = STYLES[style];
  return media.branches
    .flatMap(({ parts }) => hold(reader, parts))
    .map((parts) => {
      const schemas = propertiesIn(reader, parts, field).flatMap((property) => schemaParts(reader, property));
      return schemas.flatMap((part) => {
        const words = wordsAt(reader, part);
        return words.length > 0 ? [{ part, words }] : [];
      });
    });
}

function wordsAt(reader: Reader, part: Node): Word[] {
  const constant = reader.child(part, "const");
  const entries = constant ? [constant] : reader.children(reader.child(part, "enum"));
  return entries.flatMap((at) => (typeof at.value === "string" ? [{ value: at.value, at }] : []));
}
