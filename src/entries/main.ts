export type { FetchResponse } from "openapi-fetch";
export type * from "../../generated/client.ts";
export { createClient, createFetchClient } from "../../generated/client.ts";
export {
  type ErrorOf,
  type Failure,
  type FetchedResponse,
  type FetchFunction,
  type FetchInit,
  type FetchOptions,
  type Limits,
  type RequestOptions,
  type Result,
  type Success,
  type TransportOptions,
  unwrap,
} from "../client/index.ts";
export * from "./errors.ts";
