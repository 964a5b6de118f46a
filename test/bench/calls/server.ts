// A server of its own process, so that its work does not count as that of a client. Prints its port.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerHeaders, created, ticket } from "./answers.ts";

const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    const post = request.method === "POST";
    response.writeHead(post ? 201 : 200, answerHeaders).end(post ? created : ticket);
  });
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
