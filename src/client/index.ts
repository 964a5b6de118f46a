export { bindMethods, createCaller } from "./client.ts";
export { createResilientFetch } from "./fetch-client.ts";
export {
  type Api,
  type ClientContext,
  type FetchFunction,
  type FetchOptions,
  type Limits,
  type RequestOptions,
  resolveOptions,
  type TransportOptions,
} from "./options.ts";
export type { Route } from "./request.ts";
export { type ErrorOf, type Failure, type Result, type Success, unwrap } from "./result.ts";
