import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";

/** How many pieces the text below the bar arrives in. */
const TEXT_PIECES = 12;

/**
 * Opens a page that arrives piece by piece, and waits after each piece until the browser has painted it; `hash` is the
 * place that the address leads to. Resolves once the whole page has been painted.
 */
export async function loadInPieces(page: Page, html: string, hash: string): Promise<void> {
  const [start = "", ...rest] = piecesOf(html);
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const requested: Promise<[IncomingMessage, ServerResponse]> = once(server, "request") as never;
  try {
    const { port } = server.address() as AddressInfo;
    const opened = page.goto(`http://127.0.0.1:${port}/${hash}`, { waitUntil: "commit" });
    const [, response] = await requested;
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.write(start);
    await opened;
    for (const piece of rest) {
      response.write(piece);
      await page.evaluate(painted);
    }
    response.end();
    await page.waitForLoadState("load");
    await page.evaluate(painted);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Cuts after each tag of the bar, and what follows into pieces of one length. */
function piecesOf(html: string): string[] {
  const start = html.indexOf("<body>");
  const end = html.indexOf("</header>") + "</header>".length;
  const text = html.slice(end);
  const length = Math.ceil(text.length / TEXT_PIECES);
  return [
    html.slice(0, start),
    ...(html.slice(start, end).match(/[^>]*>/g) ?? []),
    ...(text.match(new RegExp(`[^]{1,${length}}`, "g")) ?? []),
  ];
}

function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
