import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { createRequire } from "node:module";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { root } from "../contract/project.ts";

/** The API at its real name, for those who ask through a proxy. */
export interface Proxied {
  /** The address of the proxy. */
  proxy: string;
  /** What to trust: the certificate of the server, in PEM. */
  certificate: string;
  /** What the proxy was asked to connect to. */
  tunnels: string[];
  close(): void;
}

interface Selfsigned {
  generate(
    attributes: { name: string; value: string }[],
    options: object,
  ): Promise<{ private: string; cert: string }>;
}

/** Starts a server that has a certificate for the name of the API, and a proxy that leads to it whatever it is asked for. */
export async function startProxiedApi(body: string): Promise<Proxied> {
  const name = "www.cstar.help";
  const selfsigned: Selfsigned = createRequire(join(root, "test/guide/tools/"))("selfsigned");
  const { private: key, cert } = await selfsigned.generate([{ name: "commonName", value: name }], {
    keySize: 2048,
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: name }] }],
  });
  const api = createSecureServer({ key, cert }, (_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(body);
  });
  const apiPort = await listen(api);
  const tunnels: string[] = [];
  const proxy = createServer().on("connect", ({ url = "" }, socket) => {
    tunnels.push(url);
    const upstream = connect(apiPort, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
    for (const end of [socket, upstream]) end.on("error", () => end.destroy());
  });
  const proxyPort = await listen(proxy);
  return {
    proxy: `http://127.0.0.1:${proxyPort}`,
    certificate: cert,
    tunnels,
    close() {
      for (const server of [api, proxy]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

async function listen(
  server: ReturnType<typeof createServer> | ReturnType<typeof createSecureServer>,
): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}
