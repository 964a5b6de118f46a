/** Something that is to go wrong. It hits requests that would otherwise succeed. */
export interface Fault {
  /** Hits this operation alone. */
  operation?: string | undefined;
  /** Hits requests of this method alone. */
  method?: string | undefined;
  /** Lets so many requests through first; 0 when left out. */
  after?: number | undefined;
  /** How often it hits: 1 when left out, or `always`. */
  times?: number | "always" | undefined;
  /** Whether a write takes effect all the same; `none` when left out. */
  effect?: "none" | "done" | undefined;
  /** Waits so many milliseconds before the response, or before whatever else is asked for. */
  delay?: number | undefined;
  /** Fails with a code that the operation declares. */
  code?: string | undefined;
  /** The `param` of that code. */
  param?: string | undefined;
  /** The `Retry-After` of that code, in seconds; 1 when left out. */
  retryAfter?: number | undefined;
  /** Says nothing more: before the headers, or in the middle of the body. */
  stall?: "headers" | "body" | undefined;
  /** Breaks the connection: before the headers, in the middle of them, or in the middle of the body. */
  reset?: "before" | "headers" | "body" | undefined;
  /** Ends the body in its middle, as if that were all. */
  cut?: boolean | undefined;
  /** Sends no body at all. */
  empty?: boolean | undefined;
  /** Sends a page of HTML, as a gateway does, with `status`; 502 when left out. */
  html?: boolean | undefined;
  status?: number | undefined;
  /** Sends to another address with `status`; 307 when left out. `true` is an address that this sandbox watches. */
  redirect?: string | true | undefined;
  /** Sends exactly this, though the contract may not allow it. The log marks it. */
  raw?: { status: number; headers?: Record<string, string>; body?: string } | undefined;
  /** Hits the replay of a success too. */
  replays?: boolean | undefined;
}

/** What a fault does in the end; a fault does one of these, and may also delay. */
export const effects = ["code", "stall", "reset", "cut", "empty", "html", "redirect", "raw"] as const;

/** What this fault does: one of `effects`, or only a delay. */
export function effectOf(fault: Fault): (typeof effects)[number] | "delay" {
  return effects.find((name) => fault[name] !== undefined && fault[name] !== false) ?? "delay";
}

/** A fault in a few words, such as `reset before the response, the write done`. */
export function describeFault(fault: Fault): string {
  const effect = effectOf(fault);
  const words: Record<typeof effect, string> = {
    code: `${fault.code}`,
    stall: `a stall in the ${fault.stall}`,
    reset: `a reset ${fault.reset === "before" ? "before the response" : `in the ${fault.reset}`}`,
    cut: "a body that is cut off",
    empty: "an empty body",
    html: `a page of HTML with ${fault.status ?? 502}`,
    redirect: "a redirect",
    raw: `a raw response with ${fault.raw?.status}`,
    delay: `a delay of ${fault.delay} ms`,
  };
  const where = fault.operation ?? fault.method;
  return [
    words[effect],
    ...(fault.effect === "done" ? ["with the write done"] : []),
    ...(where ? [`on ${where}`] : []),
  ].join(" ");
}
