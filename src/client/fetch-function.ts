/**
 * What `fetch` is to the client: the platform's, the one of a package such as undici, or a stub of a test. Only what the
 * client gives and reads is asked for, because the types of such packages do not fit those of the platform as a whole.
 */
export type FetchFunction = (url: string, init: FetchInit) => Promise<FetchedResponse>;

/** What a `fetch` is given: what the client decides, and the options of the caller as they are. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body: string | null;
  redirect: "manual";
  signal: AbortSignal;
  // biome-ignore lint/suspicious/noExplicitAny: each platform has options of its own, and a stub may read any of them
  [option: string]: any;
}

/** What a `fetch` must give back: what a `Response` of any platform has. */
export interface FetchedResponse
  extends Pick<Response, "status" | "statusText" | "ok" | "type" | "url" | "bodyUsed">,
    Pick<Response, "arrayBuffer" | "json" | "text"> {
  readonly headers: Pick<Headers, "get">;
  readonly body: object | null;
}

/**
 * Options that are passed on to `fetch` as they are: `cache`, `credentials`, `keepalive`, `dispatcher`, `next` and
 * whatever else the platform knows. What the client itself decides is not among them.
 */
export interface FetchOptions
  extends Omit<RequestInit, "method" | "headers" | "body" | "signal" | "redirect"> {
  [option: string]: unknown;
}
