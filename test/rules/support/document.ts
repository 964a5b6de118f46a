/** The error bodies of an operation, by status. */
export type Bodies = Record<string, unknown>;

/** A document with an operation for each set of error bodies, `/p0` first. */
export function documentWith(operations: readonly Bodies[], schemas: Record<string, unknown> = {}) {
  return {
    openapi: "3.1.0",
    components: { schemas },
    paths: Object.fromEntries(
      operations.map((bodies, index) => {
        const errors = Object.entries(bodies).map(([status, schema]) => [
          status,
          { description: "No.", content: { "application/json": { schema } } },
        ]);
        return [`/p${index}`, { get: { responses: { 200: {}, ...Object.fromEntries(errors) } } }];
      }),
    ),
  };
}

export const text = { type: "string" };
/** An object with these properties. */
export const object = (properties: Record<string, unknown>) => ({ properties });
export const component = (name: string) => ({ $ref: `#/components/schemas/${name}` });
