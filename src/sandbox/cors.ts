/** Headers that a browser of another origin must be told it may read. */
const EXPOSED =
  "X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, X-RateLimit-Window, Retry-After";

/** The reply to a preflight (Fetch, 3.3.5): whatever headers it asks for are allowed. */
export function preflight(request: Request): Response {
  const headers = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, POST, PATCH, DELETE",
    "access-control-allow-headers": request.headers.get("access-control-request-headers") ?? "*",
    "access-control-max-age": "600",
  };
  return new Response(null, { status: 204, headers });
}

/** The response with what lets a browser of another origin read it, errors too. */
export function withCors(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set("access-control-allow-origin", "*");
  headers.set("access-control-expose-headers", EXPOSED);
  const { status, body } = response;
  return new Response(body, { status, headers });
}
