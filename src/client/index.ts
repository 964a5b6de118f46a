export { bindMethods, createCaller } from "./client.ts";
export { createResilientFetch } from "./fetch-client.ts";
export type { FetchedResponse, FetchFunction, FetchInit, FetchOptions } from "./fetch-function.ts";
export {
  type Api,
  type ClientContext,
  type Limits,
  type RequestOptions,
  resolveOptions,
  type TransportOptions,
} from "./options.ts";
export type { Route } from "./request.ts";
export { type ErrorOf, type Failure, type Result, type Success, unwrap } from "./result.ts";
