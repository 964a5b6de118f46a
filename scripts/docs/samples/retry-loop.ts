import type { Contract, RetryRule } from "../../../src/contract/index.ts";

/** Attempts that the loops make: as many as the client by default. */
export const ATTEMPTS = 3;

/** A loop in TypeScript that needs no package and retries what the contract allows. */
export function typescriptLoop(contract: Contract): string {
  return `// Not processed: safe to repeat after the wait.
const AFTER_WAIT = ${codes(contract, "after")};
// Perhaps processed: repeat only what is safe to repeat.
const WITH_BACKOFF = ${codes(contract, "backoff")};

export async function callApi(
  url: string,
  init: RequestInit = {},
): Promise<any> {
  const { method = "GET" } = init;
  const repeatable =
    method === "GET" || method === "DELETE" ||
    new Headers(init.headers).has("Idempotency-Key");
  for (let attempt = 1; ; attempt++) {
    let status = 0; // no response
    let seconds = 0;
    let body: any;
    try {
      const signal = AbortSignal.timeout(30_000);
      const response = await fetch(url, { ...init, signal });
      status = response.status;
      seconds = Number(response.headers.get("Retry-After"));
      body = await response.json();
    } catch {
      // No connection, or an HTML page from a proxy.
    }
    if (body?.success === true) return body.data;
    const code = body?.error?.code;
    const unclear = !code && (status === 0 || status >= 500);
    const again =
      AFTER_WAIT.includes(code) ||
      (repeatable && (unclear || WITH_BACKOFF.includes(code)));
    if (!again || attempt === ${ATTEMPTS}) {
      const error = new Error(code ?? \`status \${status}\`);
      throw Object.assign(error, { status }, body?.error);
    }
    // What the server says, or full jitter.
    const limit = Math.min(8_000, 500 * 2 ** attempt);
    const pause = seconds > 0
      ? seconds * 1000 + Math.random() * 1000
      : Math.random() * limit;
    await new Promise((done) => setTimeout(done, pause));
  }
}`;
}

/** The same in Python, with the standard library alone. */
export function pythonLoop(contract: Contract): string {
  return `import json, random, time, urllib.error, urllib.request

# Not processed: safe to repeat after the wait.
AFTER_WAIT = ${codes(contract, "after")}
# Perhaps processed: repeat only what is safe to repeat.
WITH_BACKOFF = ${codes(contract, "backoff")}


class ApiError(Exception):
    pass


def call_api(url, method="GET", headers={}, data=None):
    body = None if data is None else json.dumps(data).encode()
    headers = {"Content-Type": "application/json", **headers}
    repeatable = method in ("GET", "DELETE") or "Idempotency-Key" in headers
    for attempt in range(1, ${ATTEMPTS + 1}):
        status, seconds, reply = 0, 0, None  # status 0: no response
        request = urllib.request.Request(url, body, headers, method=method)
        try:
            try:
                response = urllib.request.urlopen(request, timeout=30)
            except urllib.error.HTTPError as error:
                response = error
            with response:
                status = response.status
                wait = response.headers.get("Retry-After", "")
                seconds = int(wait) if wait.isdigit() else 0
                reply = json.load(response)
        except (OSError, ValueError):
            pass  # the connection failed, or a proxy sent an HTML page
        reply = reply if isinstance(reply, dict) else {}
        if reply.get("success") is True:
            return reply["data"]
        error = reply.get("error") or {}
        code = error.get("code")
        unclear = not code and (status == 0 or status >= 500)
        again = code in AFTER_WAIT or (
            repeatable and (unclear or code in WITH_BACKOFF)
        )
        if not again or attempt == ${ATTEMPTS}:
            raise ApiError(code or f"status {status}", error)
        # What the server says, or full jitter under a growing limit.
        if seconds:
            time.sleep(seconds + random.random())
        else:
            time.sleep(random.random() * min(8, 0.5 * 2**attempt))`;
}

function codes({ errors }: Contract, rule: RetryRule): string {
  return JSON.stringify(errors.filter(({ retry }) => retry === rule).map(({ code }) => code)).replaceAll(
    '","',
    '", "',
  );
}
