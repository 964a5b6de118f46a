import { readdirSync } from "node:fs";
import { contract, operationOf, readJson, root, successStatus } from "./project.ts";

/** A payload that is as it should be, of a code or of the success of an operation. */
export interface GoodSample {
  /** Below `test/samples/`. */
  path: string;
  value: unknown;
  /** The responses that may have this body. */
  bodyOf: BodyPlace[];
  code?: string;
}

/** A payload with one fault. */
export interface BadSample {
  path: string;
  value: unknown;
  bodyOf: BodyPlace;
  code?: string;
  /** Which rule the traffic check has for the fault. */
  rule: string;
  caughtBy: Catcher[];
  /** Why the others do not catch it. */
  why?: string;
}

/** The generated types, the published schema, and the closer look at samples (`strict.ts`). */
export type Catcher = "types" | "schema" | "strict";

/** Where a body belongs. */
export interface BodyPlace {
  operation: string;
  status: string;
}

/**
 * The good samples. The file name says what each is: `errors/<code>.json` or `success/<operationId>.json`, with an
 * optional variant in the middle (`getTicket.without-messages.json`). One of a code that is gone is none: see `goneSamples`.
 */
export function goodSamples(): GoodSample[] {
  const errors = list("good/errors").map((path) => ({
    ...sample(path),
    code: subject(path),
    bodyOf: carriers(subject(path)),
  }));
  return [
    ...errors.filter(({ bodyOf }) => bodyOf.length > 0),
    ...list("good/success").map((path) => ({ ...sample(path), bodyOf: [success(subject(path), path)] })),
  ];
}

/** The samples of codes that no operation returns any more. */
export function goneSamples(): string[] {
  return list("good/errors").filter((path) => carriers(subject(path)).length === 0);
}

/** The bad samples, as `bad.json` explains them. */
export function badSamples(): BadSample[] {
  return Object.entries(badIndex()).map(([path, { of, ...rest }]) => {
    const [name = "", status] = of.split(":");
    const isCode = contract.errors.some(({ code }) => code === name);
    const place = isCode ? carriers(name)[0] : success(name, path);
    if (!place) throw new Error(`No operation declares ${name}.`);
    const bodyOf = status === undefined ? place : { operation: name, status };
    return { ...sample(path), ...rest, bodyOf, ...(isCode && { code: name }) };
  });
}

interface BadEntry {
  /** A code, an operation, or an operation and a status (`listTickets:400`). */
  of: string;
  rule: string;
  caughtBy: Catcher[];
  why?: string;
}

/** Every sample file below a folder of `test/samples/`. */
export function list(folder: string): string[] {
  return readdirSync(`${root}test/samples/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json"))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .sort();
}

/** All responses that declare a code. */
export function carriers(code: string): BodyPlace[] {
  return contract.operations.flatMap(({ id, responses }) =>
    responses.filter(({ codes }) => codes.includes(code)).map(({ status }) => ({ operation: id, status })),
  );
}

function badIndex(): Record<string, BadEntry> {
  return readJson("test/samples/bad.json") as Record<string, BadEntry>;
}

function success(operation: string, path: string): BodyPlace {
  if (!contract.operations.some(({ id }) => id === operation))
    throw new Error(
      `The contract has no ${operation}: delete test/samples/${path}, or make it one of another.`,
    );
  return { operation, status: successStatus(operationOf(operation)) };
}

function sample(path: string): { path: string; value: unknown } {
  return { path, value: readJson(`test/samples/${path}`) };
}

function subject(path: string): string {
  return path.split("/").at(-1)?.split(".")[0] ?? "";
}

/** For `test.each`: the path goes into the name of the test. */
export function named<S extends { path: string }>(samples: S[]): [path: string, sample: S][] {
  return samples.map((one) => [one.path, one]);
}
