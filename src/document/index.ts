export {
  alternatives,
  constOf,
  propertyNames,
  propertySchemas,
  requiredNames,
  schemaParts,
} from "./composition.ts";
export type { Node, Reader } from "./node.ts";
export { nodeId, refOf } from "./node.ts";
export { traceOrigins } from "./origins.ts";
export { appendKey, fromFragment, fromPointer, toPointer, valueAt } from "./pointer.ts";
export type { Position, Source, SourceLocation } from "./source.ts";
export { ContractError, loadTree, type ReadText, type Tree } from "./tree.ts";
