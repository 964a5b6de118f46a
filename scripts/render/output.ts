import type { Contract } from "../../src/contract/index.ts";
import type { Bundle } from "../../src/lint/index.ts";

/** What every emitter may read. */
export interface EmitInput {
  contract: Contract;
  /** The document in one piece, before anything derived is added to it. Not to be changed. */
  bundle: Bundle;
}

/** One file to be written, or to be compared with what is there. */
export interface OutputFile {
  /** Relative to the output folder, with `/`. */
  path: string;
  content: string;
}

/** Makes files out of the contract and touches nothing else. */
export type Emitter = (input: EmitInput) => OutputFile[] | Promise<OutputFile[]>;
