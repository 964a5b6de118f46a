import { propertiesIn, schemaParts } from "../../document/composition.ts";
import { locationId, memberOf, type Node, type Reader } from "../../document/node.ts";
import type { ParsedDocument } from "../../document/parsed.ts";
import { type Applies, createApplies } from "./applies-to.ts";
import { type CodeDefinition, componentDefinitions, readDefinition } from "./codes.ts";
import { type Convention, findConvention } from "./convention.ts";
import { EXTENSION, FIELD, REGISTRY_NAME, TYPES_NAME } from "./conventions.ts";
import { type Enumeration, findEnumeration } from "./enumeration.ts";
import { type Envelope, findEnvelope } from "./envelope.ts";
import { type Example, readExamples } from "./examples.ts";
import { type ErrorResponse, type Media, type Operation, readOperations } from "./operations.ts";
import { codesOf, readVariants, type Variant } from "./variants.ts";
import { readWords, type Words } from "./words.ts";

/** What the rules know of a document, read once for all of them. */
export interface Model {
  root: Node;
  reader: Reader;
  operations: Operation[];
  /** Error responses that operations use, each once. */
  responses: ErrorResponse[];
  /** How the document returns errors; absent when its error bodies have nothing in common. */
  convention: Convention | undefined;
  /** The codes of a document in a style of somebody else; absent where there is an envelope, and definitions of codes. */
  words: Words | undefined;
  /** Absent when the document does not follow the convention; most rules then have nothing to say. */
  envelope: Envelope | undefined;
  /** The enumeration of all codes. */
  registry: Enumeration | undefined;
  /** The enumeration of all types. */
  types: Enumeration | undefined;
  /** Definitions of codes, each once; a code with two definitions has two entries. */
  definitions: CodeDefinition[];
  definitionOf(code: string): CodeDefinition | undefined;
  /** The variants of a response, each definition once. */
  variantsOf(response: ErrorResponse): Variant[];
  /** Codes that a response carries. */
  codesOf(response: ErrorResponse): ReadonlySet<string>;
  examplesOf(media: Media): Example[];
  /** Entries of the list of retired codes. */
  retired: Node[];
  applies: Applies;
  /** Whether the document is OpenAPI 3. */
  isOpenApi: boolean;
}

/** Reads what the rules need of a document, in one file or many. Never throws. */
export function readModel(document: ParsedDocument): Model {
  const { reader, root } = document;
  const read = readOperations(document);
  const { operations, responses } = read;
  const convention = findConvention(reader, read);
  const envelope = convention?.style === "error" ? findEnvelope(reader, read) : undefined;
  const wanted = (field: string, name: string): Enumeration | undefined =>
    envelope && findEnumeration(document, read, { field, name, envelope });
  const registry = wanted(FIELD.code, REGISTRY_NAME);

  const variants = new Map<ErrorResponse, Variant[]>();
  const codes = new Map<ErrorResponse, Set<string>>();
  for (const response of envelope ? responses : []) {
    const found = unique(response.media.flatMap((media) => readVariants(document, registry, media)));
    variants.set(response, found);
    codes.set(response, new Set(found.flatMap((variant) => variant.codes)));
  }
  const definitions = envelope ? readDefinitions(document, { envelope, registry, variants }) : [];
  const byCode = new Map<string, CodeDefinition>();
  for (const definition of definitions) {
    if (!byCode.has(definition.code)) byCode.set(definition.code, definition);
  }
  const examples = new Map<Media, Example[]>();
  return {
    root,
    reader,
    operations,
    responses,
    convention,
    words: envelope || !convention ? undefined : readWords(reader, read, convention),
    envelope,
    registry,
    types: wanted(FIELD.type, TYPES_NAME),
    definitions,
    definitionOf: (code) => byCode.get(code),
    variantsOf: (response) => variants.get(response) ?? [],
    codesOf: (response) => codes.get(response) ?? new Set(),
    examplesOf(media) {
      const known = examples.get(media) ?? readExamples(reader, media);
      examples.set(media, known);
      return known;
    },
    retired: reader.children(reader.get(registry?.node, EXTENSION.retired)),
    applies: createApplies(document, operations),
    isOpenApi: isOpenApi3(root.value),
  };
}

/** Whether a parsed document says that it is OpenAPI 3. */
export function isOpenApi3(document: unknown): boolean {
  const version = memberOf(document, "openapi");
  return typeof version === "string" && /^3\./.test(version);
}

interface Sources {
  envelope: Envelope;
  registry: Enumeration | undefined;
  variants: ReadonlyMap<ErrorResponse, Variant[]>;
}

function readDefinitions(document: ParsedDocument, sources: Sources): CodeDefinition[] {
  const { reader } = document;
  const { envelope, registry, variants } = sources;
  const errors = propertiesIn(reader, schemaParts(reader, envelope.node), FIELD.error);
  const base = new Set(errors.flatMap((error) => schemaParts(reader, error)).map((part) => locationId(part)));
  const codesIn = (parts: readonly Node[]): string[] => codesOf(reader, registry, parts);
  const definitions = new Map<string, CodeDefinition>();
  for (const variant of [...variants.values()].flat()) {
    const id = locationId(variant.definition);
    const definition = definitions.has(id) ? undefined : readDefinition(document, variant);
    if (definition) definitions.set(id, definition);
  }
  for (const definition of componentDefinitions(document, { codesIn, base })) {
    const id = locationId(definition.node);
    if (!definitions.has(id)) definitions.set(id, definition);
  }
  return [...definitions.values()];
}

function unique(variants: readonly Variant[]): Variant[] {
  const byPlace = new Map(variants.map((variant) => [locationId(variant.at), variant]));
  return [...byPlace.values()];
}
