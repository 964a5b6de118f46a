/** A body of errors, by its media type. */
export interface Body {
  type?: string;
  schema?: unknown;
  example?: unknown;
}

/** A document with an operation for each set of error bodies, by status; `/p0` first. */
export function documentOf(
  operations: readonly Record<string, Body>[],
  schemas: Record<string, unknown> = {},
): Record<string, unknown> {
  const response = ({ type = "application/json", ...media }: Body) => ({
    description: "No.",
    content: { [type]: media },
  });
  return {
    openapi: "3.1.0",
    components: { schemas },
    paths: Object.fromEntries(
      operations.map((bodies, index) => {
        const errors = Object.entries(bodies).map(([status, body]) => [status, response(body)]);
        return [`/p${index}`, { get: { responses: { 200: {}, ...Object.fromEntries(errors) } } }];
      }),
    ),
  };
}

/** The same for bodies of JSON with these schemas. */
export function documentWith(
  operations: readonly Record<string, unknown>[],
  schemas: Record<string, unknown> = {},
): Record<string, unknown> {
  const bodies = operations.map((one) => Object.entries(one).map(([status, schema]) => [status, { schema }]));
  return documentOf(
    bodies.map((one) => Object.fromEntries(one)),
    schemas,
  );
}

export const text = { type: "string" };
/** An object with these properties. */
export const object = (properties: Record<string, unknown>) => ({ properties });
export const component = (name: string) => ({ $ref: `#/components/schemas/${name}` });
