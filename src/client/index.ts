export { bindMethods } from "./bind-methods.ts";
export { createCaller } from "./caller.ts";
export { createResilientFetch } from "./fetch-client.ts";
export { demandId, type RequestOptions, type TransportOptions } from "./options.ts";
export type { Result } from "./result.ts";
export type { Route } from "./route.ts";
export { type Runtime, runtime } from "./runtime.ts";
export { type Api, type Setup, setUp } from "./setup.ts";
export { unwrap } from "./unwrap.ts";
