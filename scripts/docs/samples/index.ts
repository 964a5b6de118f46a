export { type SampleCall, sampleCall } from "./call.ts";
export { curlSample } from "./curl.ts";
export { typescriptSample } from "./typescript.ts";
