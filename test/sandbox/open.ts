import { createSandbox, type SandboxOptions, type SandboxWorld } from "../../src/entries/sandbox.ts";

/** A request to a world. */
export interface Sent {
  method?: string;
  /** Name of a key of the world, or a key; none is sent when it is empty. */
  key?: string;
  body?: string | object;
  headers?: Record<string, string>;
  /** In place of that of the world. */
  base?: string;
}

/** A response of the sandbox, with its body read. */
export interface Got {
  response: Response;
  status: number;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test says by its expectations what is there
  data: any;
  // biome-ignore lint/suspicious/noExplicitAny: the same
  body: any;
  // biome-ignore lint/suspicious/noExplicitAny: the same
  error: any;
}

/** A strict sandbox, one world of it, and a short way to send it a request. */
export function open(options: SandboxOptions = {}) {
  const sandbox = createSandbox({ strict: true, ...options });
  const world = sandbox.world("test");
  return { sandbox, world, send: senderTo(world, sandbox.fetch) };
}

/** Sends requests to a world. A path that is not below a team is below that of the world. */
export function senderTo(world: SandboxWorld, fetch: typeof globalThis.fetch) {
  return async (
    path: string,
    { method = "GET", key = "unlimited", body, headers = {}, base }: Sent = {},
  ): Promise<Got> => {
    const secret = Object.hasOwn(world.keys, key) ? world.keys[key as keyof typeof world.keys] : key;
    const response = await fetch(
      (base ?? world.baseUrl) + (path.startsWith("/teams") ? path : `/teams/${world.teamId}${path}`),
      {
        method,
        headers: { ...(secret && { authorization: `Bearer ${secret}` }), ...headers },
        ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      },
    );
    const text = await response.clone().text();
    const json =
      text !== "" && response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : {};
    return { response, status: response.status, text, body: json, data: json.data, error: json.error };
  };
}
