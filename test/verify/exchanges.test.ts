import { describe, expect, it } from "vitest";
import { har, harEntry, lines, notFound, verify, verifyRecords } from "./records.ts";

describe("an entry of a HAR", () => {
  it.each([
    ["a WebSocket by its type", { _resourceType: "websocket" }],
    ["server-sent events", { _resourceType: "eventsource" }],
    ["a WebSocket by its messages", { _webSocketMessages: [] }],
  ])("that is %s is a stream, which has no body to check", async (_, more) => {
    const entry = { ...harEntry(notFound()), ...more };
    expect(await verify(JSON.stringify(har(entry)))).toMatchObject({ records: 1, skippedBy: { stream: 1 } });
  });

  it("of any other type is checked", async () => {
    const entry = { ...harEntry(notFound()), _resourceType: "fetch" };
    expect(await verify(JSON.stringify(har(entry)))).toMatchObject({ records: 1, skipped: 0, conforming: 1 });
  });
});

describe("a record", () => {
  it.each([
    ["url", { url: 7 }],
    ["url", { url: "" }],
    ["method", { method: ["GET"] }],
  ])("whose %s is no text is taken to have none, as one without", async (member, odd) => {
    const without = Object.fromEntries(Object.entries(notFound()).filter(([key]) => key !== member));
    const [one, other] = await Promise.all([verify(lines(notFound(odd))), verify(lines(without))]);
    expect(one).toEqual(other);
  });

  it("has its address as url, path or originalUrl, the first that is there", async () => {
    const { url, ...rest } = notFound();
    for (const address of [{ path: url }, { originalUrl: url }, { url, path: "/elsewhere" }]) {
      const request = { method: rest.method, ...address };
      const response = { status: rest.status, headers: rest.headers, body: rest.body };
      expect(await verifyRecords([{ request, response }])).toMatchObject({ conforming: 1, skipped: 0 });
    }
  });
});
