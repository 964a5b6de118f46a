export type * from "../../generated/client.ts";
export { createClient, createFetchClient } from "../../generated/client.ts";
export { type RequestOptions, type Result, unwrap } from "../client/index.ts";
export * from "./errors.ts";
