export type { Method } from "../document/openapi.ts";
export * from "./contract.ts";
export { type ReadResult, readContract, readContractLeniently } from "./read/index.ts";
export { type SampleRequest, sampleRequest } from "./sample-request.ts";
