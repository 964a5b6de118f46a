import type { ErrorCode, OperationErrorCodes } from "../../generated/catalog.ts";
import type { Catalog, EnvelopeNames } from "../errors/index.ts";

/** What the server kit knows of the contract; `generated/server.ts` hands it over. */
export interface ServerTable {
  readonly catalog: Catalog;
  readonly envelope: EnvelopeNames;
  /** Texts for `message`, with `{param}` for the parameter's name: the first whose placeholders are known is taken. */
  readonly messages: Readonly<Record<ErrorCode, readonly string[]>>;
  /** The codes that each operation declares. */
  readonly operations: Readonly<Record<OperationId, readonly ErrorCode[]>>;
  /** The names of what each operation takes, in the order of the document. */
  readonly params: Readonly<Record<OperationId, readonly string[]>>;
}

/** The operationId of an operation, such as the `O` in `OperationErrorCode<O>`. */
export type OperationId = keyof OperationErrorCodes;
