import { ofetch } from "ofetch";
import { end, headers, ticket, timeout, url } from "./ticket.mjs";

const options = { method: "POST", headers, body: ticket, timeout, retry: 2, retryDelay: 500 };
await ofetch(url, options).then(
  () => end(true),
  () => end(false),
);
