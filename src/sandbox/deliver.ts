import { effectOf, type Fault } from "./fault.ts";

/** What really goes out: a response, whose body may break or stall on its way, or none. */
export type Delivery =
  | { kind: "response"; response: Response }
  /** The connection breaks, at once or in the middle of the headers. */
  | { kind: "reset"; at: "before" | "headers" }
  /** Nothing is ever said. */
  | { kind: "stall" };

/** What a fault makes of the response that would have gone out. `watched` is an address that this sandbox watches. */
export async function applyFault(fault: Fault, response: Response, watched: string): Promise<Delivery> {
  const effect = effectOf(fault);
  const sent = (made: Response): Delivery => ({ kind: "response", response: made });
  switch (effect) {
    case "reset":
      return fault.reset === "body"
        ? sent(await halved(response, "break"))
        : { kind: "reset", at: fault.reset ?? "before" };
    case "stall":
      return fault.stall === "body" ? sent(await halved(response, "stall")) : { kind: "stall" };
    case "cut":
      return sent(await halved(response, "end"));
    case "empty":
      return sent(new Response(null, response));
    case "html":
      return sent(html(fault.status ?? 502));
    case "redirect": {
      const location = fault.redirect === true ? watched : String(fault.redirect);
      return sent(new Response(null, { status: fault.status ?? 307, headers: { location } }));
    }
    case "raw": {
      const { status = 200, headers = {}, body } = fault.raw ?? {};
      return sent(new Response(body ?? null, { status, headers }));
    }
    case "code":
    case "delay":
      return sent(response);
  }
}

function html(status: number): Response {
  const body = `<!doctype html><title>${status}</title><h1>${status}</h1><p>The gateway did not get a response.</p>\n`;
  return new Response(body, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}

/** Sends half of the body, and then breaks the connection, says nothing more, or ends as if that were all. */
async function halved(response: Response, then: "break" | "stall" | "end"): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  let begun = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (!begun) {
        begun = true;
        controller.enqueue(bytes.slice(0, Math.ceil(bytes.length / 2)));
        if (then === "end") controller.close();
        return undefined;
      }
      if (then === "break") controller.error(new TypeError("The connection was reset."));
      return then === "stall" ? new Promise(() => {}) : undefined;
    },
  });
  const { status, headers } = response;
  return new Response(body, { status, headers });
}
