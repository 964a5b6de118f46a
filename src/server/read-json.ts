import { createFailure } from "./failure.ts";

const interruptions = /* @__PURE__ */ new WeakSet<object>();

/** Whether this was thrown because the request itself broke off: nobody is left to take a response. */
export function isInterruption(thrown: unknown): boolean {
  return interruptions.has(thrown as object);
}

/**
 * The body as JSON (RFC 8259: UTF-8; a byte order mark is skipped), whatever its media type says.
 * @throws the failure `invalid_json` for anything else, an empty body too; an interruption when the body breaks off;
 * TypeError when somebody has read it before.
 */
export async function readJson(request: Request): Promise<unknown> {
  if (request.bodyUsed) {
    throw new TypeError("The body was read before: read it once, with json() of the context.");
  }
  const bytes = await request.arrayBuffer().catch((cause: unknown) => {
    const interruption = new Error("The body of the request broke off.", { cause });
    interruptions.add(interruption);
    throw interruption;
  });
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw createFailure("invalid_json", { cause });
  }
}
