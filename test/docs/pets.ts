import { requestOf, type SampleCall, samplesOf } from "../../scripts/docs/samples/index.ts";
import { sitePaths } from "../../scripts/docs/site/paths.ts";
import type { Site } from "../../scripts/docs/site/site.ts";
import { shapeClient } from "../../scripts/names/client-methods.ts";
import type { Contract, ErrorFact, OperationFact } from "../../src/contract/index.ts";
import { addCodes, body, documentOf, inputOf, operation, pets, query } from "../emit/document.ts";

/** A document with each thing that a page can show, and no more than one or two of a kind. */
export function petsDocument() {
  const header = { name: "Idempotency-Key", in: "header", schema: { type: "string" } };
  const document = documentOf({
    "GET /homes/{homeId}/pets": operation("listPets", {
      tags: ["Pets"],
      summary: "List pets",
      description: "Lists the `pets`.",
      parameters: [
        query("color", { type: "string" }, { description: "Of the coat.", example: "grey & white" }),
      ],
      responses: { 200: pets() },
    }),
    "POST /homes/{homeId}/pets": operation("createPet", {
      tags: ["Pets"],
      summary: "Add a pet",
      parameters: [{ ...header, description: "Is kept for a day.", example: "k1" }],
      requestBody: body("application/json"),
    }),
    "GET /homes/{homeId}/toys/{toyId}": operation("getToy", { tags: ["Toys"], summary: "Show a toy" }),
  });
  addCodes(document, "bad_name", "busy", "broken");
  const info = { title: "Pets & more", version: "2.1.0", description: "All about **pets**." };
  return { ...document, info, tags: [{ name: "Pets", description: "Animals at home." }] };
}

/** How the codes of the document differ from the first. */
const CODES: Readonly<Record<string, Partial<ErrorFact>>> = {
  gone: {
    status: 404,
    title: "Gone",
    description: "The pet is gone. It ran.",
    retry: "never",
    actor: "nobody",
  },
  bad_name: {
    ...{
      status: 422,
      title: "Bad name",
      description: "No pet is called that, see [gone](https://pets.example/docs/errors#gone).",
    },
    ...{
      param: "required",
      actor: "developer",
      appliesTo: ["body", "query"],
      operations: ["listPets", "createPet"],
    },
    ...{ more: { url: "https://pets.example/names", description: "Names of pets" } },
  },
  busy: {
    ...{ type: "server_error", status: 429, title: "Busy", description: "The vet is busy.", retry: "after" },
    ...{ actor: "nobody", appliesTo: ["explicit"], operations: ["getToy"], since: "2.0.0" },
  },
  broken: { type: "server_error", status: 500, title: "Broken", retry: "backoff", actor: "cstar" },
};

const MEANINGS: Readonly<Record<string, string>> = { type: "What kind it is.", code: "Which it is." };

const { contract } = inputOf(petsDocument());

export function petsContract(change: Partial<Contract> = {}): Contract {
  const [type] = contract.types;
  if (type === undefined) throw new Error("The document has no type.");
  return {
    ...contract,
    types: [
      { ...type, title: "Gone pets", description: "They *left*.", fix: "Call them." },
      { ...type, type: "server_error", title: "Server", description: "It is us.", fix: "Wait for us." },
    ],
    fields: contract.fields.map((field) => ({ ...field, description: MEANINGS[field.name] ?? "Says more." })),
    keys: contract.keys.map((key) => ({ ...key, requestsPerHour: 12_000 })),
    statuses: [
      { status: 404, meaning: "Not `there`." },
      { status: 500, meaning: "Our fault." },
    ],
    tips: ["Whistle *twice*.", "Look under the bed."],
    errors: contract.errors.map((error) => ({
      ...error,
      docUrl: `https://pets.example/docs/errors#${error.code}`,
      ...CODES[error.code],
    })),
    ...change,
  };
}

/** The site of the document, with scripts and style that can be told apart. */
export function petsSite(change: Partial<Contract> = {}, more: Omit<Partial<Site>, "support"> = {}): Site {
  const changed = petsContract(change);
  return {
    contract: changed,
    paths: sitePaths(changed),
    assets: {
      ...{
        css: "main{}",
        themeInit: "theme()",
        errors: "errors()",
        plain: "plain()",
        notFound: "notFound()",
      },
      explain: "explain()",
    },
    commonParameters: shapeClient(changed).own,
    samplesOf: (error) => samplesOf(changed, error),
    ...more,
  };
}

/** The same where the document says whom to ask. */
export function petsSiteWithSupport(): Site {
  return { ...petsSite(), support: { name: "The vet", url: "https://pets.example/vet" } };
}

/** The errors of the document seven times over: more than one page can hold. */
export function manyPetErrors(): ErrorFact[] {
  const { errors } = petsContract();
  return [0, 1, 2, 3, 4, 5, 6].flatMap((index) => {
    return errors.map((error) => ({
      ...error,
      code: `${error.code}_${index}`,
      docUrl: `${error.docUrl}_${index}`,
    }));
  });
}

/** A code of the document, with other facts. */
export function petError(code: string, more: Partial<ErrorFact> = {}): ErrorFact {
  const error = petsContract().errors.find((one) => one.code === code);
  if (error === undefined) throw new Error(`There is no ${code}.`);
  return { ...error, ...more };
}

/** An operation of the document, with other facts if there are any: else the client's method is found by it. */
export function petOperation(id: string, more?: Partial<OperationFact>): OperationFact {
  const operation = contract.operations.find((one) => one.id === id);
  if (operation === undefined) throw new Error(`There is no ${id}.`);
  return more ? { ...operation, ...more } : operation;
}

/** A call of an operation of the document, with other parts. */
export function petCall(id: string, more: Partial<SampleCall> = {}): SampleCall {
  return { ...requestOf(contract, petOperation(id)), ...more };
}
