import type { Reply } from "./server.ts";

/** Takes the request and never answers. */
export const silent: Reply = () => {};

/** Sends headers and half a body, and then nothing. */
export const stall: Reply = (response) => {
  response.writeHead(200, {
    "content-type": "application/json",
    "content-length": "100",
    "x-request-id": "req_h1",
  });
  response.write('{"success":true,');
};

/** A fetch that tells when a body has begun to arrive. */
export function bodies(): { fetch: typeof fetch; begun: () => number } {
  let begun = 0;
  const counting: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    begun++;
    return response;
  };
  return { fetch: counting, begun: () => begun };
}
