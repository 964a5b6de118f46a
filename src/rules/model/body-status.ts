import { propertiesIn, schemaParts } from "../../document/composition.ts";
import { locationId, memberOf, type Node, nodeAt, type Reader } from "../../document/node.ts";
import { STYLES, type Style } from "./convention.ts";
import { schemaExamples } from "./examples.ts";
import type { Model } from "./model.ts";
import { type ErrorResponse, statusFits } from "./operations.ts";

const FIELD = "status";

/** A status that a body says by itself, and that no use of its response has. */
export interface WrongStatus {
  response: ErrorResponse;
  status: number;
  /** What says so. */
  by: "schema" | "example";
  at: Node;
}

/**
 * The statuses in the bodies of problem details and their like, which should repeat the status of the response (RFC 9457,
 * section 3.1.2) and contradict it. Only what can be the status of an error is taken for one.
 */
export function wrongBodyStatuses(model: Model): WrongStatus[] {
  const { convention, responses } = model;
  if (convention === undefined) return [];
  return responses.flatMap((response) =>
    [...inSchemas(model.reader, response, convention.style), ...inExamples(model, response)].filter(
      ({ status }) => !response.uses.some((use) => statusFits(use.status, status)),
    ),
  );
}

function inSchemas(reader: Reader, response: ErrorResponse, style: Style): WrongStatus[] {
  return response.media.flatMap(({ branches }) =>
    branches
      .flatMap(({ parts }) => STYLES[style].hold(reader, parts))
      .flatMap((parts) => propertiesIn(reader, parts, FIELD))
      .flatMap((property) => schemaParts(reader, property))
      .flatMap((part) => {
        const at = reader.child(part, "const") ?? onlyEntry(reader, part);
        return at && isErrorStatus(at.value)
          ? [{ response, status: at.value, by: "schema" as const, at }]
          : [];
      }),
  );
}

function onlyEntry(reader: Reader, part: Node): Node | undefined {
  const entries = reader.children(reader.child(part, "enum"));
  return entries.length === 1 ? entries[0] : undefined;
}

/** The example of a schema stands for every response with that schema, and so for none. */
function inExamples({ examplesOf, reader }: Model, response: ErrorResponse): WrongStatus[] {
  return response.media.flatMap((media) => {
    const general = schemaExamples(reader, media.schema).map((node) => locationId(node));
    const own = examplesOf(media).filter(({ value }) => !general.includes(locationId(value)));
    return own.flatMap(({ value }) => {
      const status = memberOf(value.value, FIELD);
      if (!isErrorStatus(status)) return [];
      return [{ response, status, by: "example" as const, at: nodeAt(value, [FIELD], status) }];
    });
  });
}

function isErrorStatus(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599;
}
