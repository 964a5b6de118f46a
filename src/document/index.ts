export type { Node, Reader } from "./node.ts";
export { refOf } from "./node.ts";
export { traceOrigins } from "./origins.ts";
export { fromFragment, fromPointer, toPointer, valueAt } from "./pointer.ts";
export type { Place, Position, Source } from "./source.ts";
export { ContractError, loadTree, type ReadText, type Tree } from "./tree.ts";
