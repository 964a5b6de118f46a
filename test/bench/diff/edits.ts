/** A published document, as data. */
// biome-ignore lint/suspicious/noExplicitAny: the edits know the document that they change
export type Json = any;

export type Step = "major" | "minor" | "patch" | "none";

/** One edit of this contract, with the right answer. */
export interface Edit {
  name: string;
  /** The step of the version that it asks for; `none` for another way to write the same. */
  step: Step;
  apply(document: Json): void;
}

const schemas = (document: Json) => document.components.schemas;
const responses = (document: Json) => document.components.responses;
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const errorOf = (response: Json): Json =>
  response.content["application/json"].schema.allOf[1].properties.error;
const own = (document: Json, code: string): Json => schemas(document)[code].allOf[1];

/** Gives a code another name wherever the document has it. */
function rename(document: Json, before: string, after: string): void {
  const replace = (value: Json): Json => {
    if (typeof value === "string") return value.replaceAll(new RegExp(`\\b${before}\\b`, "g"), after);
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [replace(key), replace(member)]));
  };
  Object.assign(document, replace(document));
}

function takeOut(list: Json[], fits: (item: Json) => boolean): void {
  list.splice(list.findIndex(fits), 1);
}

function addCode(document: Json, like: string, code: string): void {
  const copy = JSON.parse(JSON.stringify(schemas(document)[like]).replaceAll(like, code));
  schemas(document)[code] = {
    ...copy,
    title: "Key paused",
    description: "The key is paused.",
    "x-since": "1.1.0",
  };
  schemas(document).ErrorCode.enum.push(code);
}

const errors: Edit[] = [
  {
    name: "a code is added to all operations",
    step: "minor",
    apply(document) {
      addCode(document, "key_expired", "key_paused");
      errorOf(responses(document).Unauthenticated).oneOf.push(ref("key_paused"));
    },
  },
  {
    name: "a code is removed",
    step: "major",
    apply(document) {
      takeOut(schemas(document).ErrorCode.enum, (code) => code === "key_expired");
      takeOut(errorOf(responses(document).Unauthenticated).oneOf, ({ $ref }) =>
        $ref.endsWith("/key_expired"),
      );
      delete schemas(document).key_expired;
    },
  },
  {
    name: "a code is renamed",
    step: "major",
    apply(document) {
      rename(document, "key_expired", "expired_key");
      schemas(document).ErrorCode["x-retired-codes"] = [
        { code: "key_expired", retired: "2.0.0", reason: "Renamed.", replacedBy: "expired_key" },
      ];
    },
  },
  {
    name: "a code gets another type",
    step: "major",
    apply: (document) => {
      own(document, "resource_conflict").properties.type.const = "not_found_error";
    },
  },
  {
    name: "a retry rule changes",
    step: "minor",
    apply: (document) => {
      schemas(document).internal_error["x-retry"] = "never";
    },
  },
  {
    name: "`param` is no longer promised",
    step: "major",
    apply: (document) => takeOut(own(document, "parameter_invalid").required, (name) => name === "param"),
  },
  {
    name: "`Retry-After` is no longer sent",
    step: "major",
    apply: (document) => {
      delete responses(document).RateLimited.headers["Retry-After"];
    },
  },
  {
    name: "a field of all errors may be absent",
    step: "major",
    apply: (document) => takeOut(schemas(document).ErrorObject.required, (name) => name === "request_id"),
  },
  {
    name: "fewer requests an hour",
    step: "major",
    apply: (document) => {
      document.components.securitySchemes.bearerKey["x-key-prefixes"][0].requestsPerHour = 1;
    },
  },
  {
    name: "the description of `Meta` changes",
    step: "patch",
    apply: (document) => {
      schemas(document).Meta.description = "Another description.";
    },
  },
];

const rest: Edit[] = [
  {
    name: "a field of a request is required, in an `allOf`",
    step: "major",
    apply: (document) => {
      schemas(document).CreateTicket.allOf.push({ required: ["priority"] });
    },
  },
  {
    name: "an enum of requests and responses loses a value",
    step: "major",
    apply: (document) => takeOut(schemas(document).TicketStatus.enum, (value) => value === "pending"),
  },
  {
    name: "a field of responses is added",
    step: "minor",
    apply: (document) => {
      schemas(document).Ticket.properties.mood = { type: "string", description: "The mood." };
    },
  },
  {
    name: "a query parameter is added",
    step: "minor",
    apply: (document) => {
      const parameter = { name: "sort", in: "query", description: "The order.", schema: { type: "string" } };
      document.paths["/teams/{teamId}/tickets"].get.parameters.push(parameter);
    },
  },
  {
    name: "the status of a success changes",
    step: "major",
    apply(document) {
      const { responses: all } = document.paths["/teams/{teamId}/tickets"].post;
      all["200"] = all["201"];
      delete all["201"];
    },
  },
];

const refactorings: Edit[] = [
  {
    name: "same: a parameter moves to the operations",
    step: "none",
    apply(document) {
      for (const item of Object.values<Json>(document.paths)) {
        const { parameters = [] } = item;
        delete item.parameters;
        for (const operation of Object.values<Json>(item))
          operation.parameters = [...(operation.parameters ?? []), ...parameters];
      }
    },
  },
  {
    name: "same: an `allOf` is flattened",
    step: "none",
    apply(document) {
      for (const [name, schema] of Object.entries<Json>(schemas(document))) {
        const [base, part] = schema.allOf ?? [];
        if (!/Envelope$/.test(name) || !base?.$ref || !part?.properties) continue;
        const from = structuredClone(schemas(document)[base.$ref.split("/").at(-1)]);
        if (from.allOf) continue;
        const { allOf: _, ...own } = schema;
        schemas(document)[name] = {
          ...{ ...from, ...part, ...own },
          required: [...(from.required ?? []), ...(part.required ?? [])],
          properties: { ...from.properties, ...part.properties },
        };
      }
    },
  },
  {
    name: "same: a choice of one",
    step: "none",
    apply(document) {
      const body =
        document.components.requestBodies?.CreateTicketBody ??
        document.paths["/teams/{teamId}/tickets"].post.requestBody;
      const media = body.content["application/json"];
      media.schema = { oneOf: [media.schema] };
    },
  },
  {
    name: "same: a `const` as an enum of one",
    step: "none",
    apply(document) {
      for (const schema of Object.values<Json>(schemas(document))) {
        for (const { properties = {} } of schema.allOf ?? []) {
          for (const property of Object.values<Json>(properties)) {
            if (property.const === undefined) continue;
            property.enum = [property.const];
            delete property.const;
          }
        }
      }
    },
  },
  {
    name: "same: a shared schema has another name",
    step: "none",
    apply: (document) => rename(document, "TicketStatus", "StateOfTicket"),
  },
];

export const edits: readonly Edit[] = [...errors, ...rest, ...refactorings];
