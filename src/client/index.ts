export type { Route } from "./call.ts";
export { bindMethods, createCaller } from "./client.ts";
export { createResilientFetch } from "./fetch-client.ts";
export {
  type Api,
  type ClientContext,
  type RequestOptions,
  resolveOptions,
  type TransportOptions,
} from "./options.ts";
export { type Result, unwrap } from "./result.ts";
export { type Runtime, runtime } from "./runtime.ts";
export { assertId } from "./url.ts";
