import { once } from "node:events";
import { connect, createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { UsageError } from "./command.ts";

const RETRY_MS = 50;

/** Where servers of this program listen unless told otherwise: nobody else reaches it. */
export const LOCAL_HOST = "127.0.0.1";

/**
 * Makes sure that a server may listen on `port` of `host`.
 * @throws UsageError saying what is in the way and what to do.
 */
export async function claimPort(port: number, host: string): Promise<void> {
  if (port > 65535) throw new UsageError(`--port is ${port}; the highest port is 65535.`);
  const server = createServer().listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw refusal(port, error);
  }
  server.close();
  await once(server, "close");
}

/** What to say of the error with which a port was refused; the error itself where there is nothing to do about the port. */
export function refusal(port: number, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return new UsageError(`Port ${port} is in use. Stop what listens there, or choose another with --port.`);
  }
  if (code === "EACCES") {
    return new UsageError(`Port ${port} needs privileges. Choose one from 1024 with --port.`);
  }
  return error;
}

/** Resolves to true when somebody accepts connections there, to false when `signal` is aborted before. */
export async function acceptsConnections(port: number, host: string, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    if (await answers(port, host)) return true;
    await wait(RETRY_MS);
  }
  return false;
}

function answers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    const settle = (answered: boolean) => () => {
      socket.destroy();
      resolve(answered);
    };
    socket.once("connect", settle(true)).once("error", settle(false));
  });
}
