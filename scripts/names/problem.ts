import type { SourceLocation } from "../../src/document/index.ts";

/** Something in the document that the generated code cannot express, or should express otherwise. */
export interface Problem {
  rule: string;
  severity: "error" | "warning";
  location: SourceLocation;
  /** What is there, what was expected, and what to do. */
  message: string;
}

/** Takes note of a problem. Whoever reports an error goes on with a value that will not be used. */
export type Report = (problem: Problem) => void;

/**
 * Refuses errors and ignores warnings: for a document that was checked before.
 * @throws Error
 */
export const refuse: Report = ({ severity, location, message }) => {
  if (severity === "error") throw new Error(`${location.file}: ${message}`);
};
