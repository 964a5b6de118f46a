import axios from "axios";
import axiosRetry, { exponentialDelay, isNetworkError, isRetryableError } from "axios-retry";
import { end, headers, ticket, timeout, url } from "./ticket.mjs";

const client = axios.create({ headers, timeout });
axiosRetry(client, {
  retries: 2,
  retryDelay: exponentialDelay,
  retryCondition: (error) => isNetworkError(error) || isRetryableError(error),
});
await client.post(url, ticket).then(
  () => end(true),
  () => end(false),
);
