export { type Branch, branchesOf } from "./branches.ts";
export {
  alternatives,
  constOf,
  propertiesIn,
  propertyNames,
  propertySchemas,
  requiredIn,
  requiredNames,
  schemaParts,
} from "./composition.ts";
export type { Node, Reader } from "./node.ts";
export { keyOf, locationId, memberOf, nameOf, nodeAt, nodeId, refOf } from "./node.ts";
export { isJsonType, METHODS, type Method, type Security, securityOf } from "./openapi.ts";
export { traceOrigins } from "./origins.ts";
export { type ParsedDocument, parsedDocument } from "./parsed.ts";
export {
  appendKey,
  fromFragment,
  fromPointer,
  parentOf,
  pointersAround,
  toPointer,
  valueAt,
} from "./pointer.ts";
export { DATA, NAMED } from "./references.ts";
export { locationKey, type Position, type Source, type SourceLocation } from "./source.ts";
export { ContractError, loadTree, openTree, type ReadText, type Tree } from "./tree.ts";
