import ky from "ky";
import { end, headers, ticket, timeout, url } from "./ticket.mjs";

const retry = { limit: 2, methods: ["post"] };
await ky
  .post(url, { headers, json: ticket, timeout, retry })
  .json()
  .then(
    () => end(true),
    () => end(false),
  );
