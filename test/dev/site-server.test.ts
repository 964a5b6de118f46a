import { expect, onTestFinished, test } from "vitest";
import { createSiteServer, mediaTypeOf } from "../../scripts/dev/site-server.ts";
import { freePort } from "../mock/mock.ts";

const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;

/** A server of one page and one file, with the first line of what it answers. */
async function serve() {
  const server = createSiteServer();
  const port = await freePort();
  await server.listen(port, "127.0.0.1");
  onTestFinished(() => server.close());
  server.update([
    { path: "a/index.html", content: `<head>\n${policy}\n</head>one` },
    { path: "a/errors.json", content: "{}" },
  ]);
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    const [type] = (response.headers.get("content-type") ?? "").split(";");
    return {
      status: response.status,
      type,
      cache: response.headers.get("cache-control"),
      url: new URL(response.url).pathname,
      text: await response.text(),
    };
  };
  return { server, port, get };
}

test("pages reload themselves, and nothing forbids them to; other files stay as they are", async () => {
  const { get } = await serve();
  const page = await get("/a/");
  expect(page.cache).toBe("no-store");
  expect(page).toMatchObject({ status: 200, type: "text/html" });
  expect(page.text).toMatch(/^<head>\n<\/head>one<script>new EventSource\("\/_dev\/events"\)/);
  expect(await get("/a/errors.json")).toMatchObject({ status: 200, type: "application/json", text: "{}" });
});

test.each([
  ["a/b.html", "text/html; charset=utf-8"],
  ["a.b/c.js", "text/javascript"],
  ["errors.json", "application/json"],
  ["a.b.md", "text/markdown; charset=utf-8"],
  ["llms.txt", "text/plain; charset=utf-8"],
  ["openapi.yaml", "application/yaml"],
  ["yaml.exe", "application/octet-stream"],
  ["html/none", "application/octet-stream"],
])("the media type of %s is %s", (path, type) => {
  expect(mediaTypeOf(path)).toBe(type);
});

test("a folder is led to its slash, so that relative links work", async () => {
  const { get } = await serve();
  expect(await get("/a")).toMatchObject({ status: 200, url: "/a/" });
});

test("what is not there is not found, on a page that reloads as well", async () => {
  const { get } = await serve();
  const page = await get("/b/../../etc/passwd");
  expect(page).toMatchObject({ status: 404, type: "text/html" });
  expect(page.text).toContain("new EventSource(");
});

test("an update reaches every browser that is open, with the new files", async () => {
  const { server, port, get } = await serve();
  const open = await Promise.all([1, 2].map(() => fetch(`http://127.0.0.1:${port}/_dev/events`)));
  const readers = open.map(({ body }) => body?.pipeThrough(new TextDecoderStream()).getReader());
  for (const { headers } of open) {
    expect([headers.get("content-type"), headers.get("cache-control")]).toEqual([
      "text/event-stream",
      "no-store",
    ]);
  }
  for (const reader of readers) expect((await reader?.read())?.value).toBe(": connected\n\n");
  server.update([{ path: "a/index.html", content: "two" }]);
  for (const reader of readers) expect((await reader?.read())?.value).toBe("data: reload\n\n");
  expect((await get("/a/")).text).toMatch(/^two<script>/);
  expect((await get("/a/errors.json")).status).toBe(404);
});
