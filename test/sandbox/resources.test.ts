import { describe, expect, it } from "vitest";
import { open } from "./open.ts";

const CUSTOMER = "/customers/cus_x9Y8z7W6v5U4";

/** Creates, changes and reads in a world of its own. */
function client() {
  const { send, world } = open();
  const data = async (path: string, body?: object, method = body ? "POST" : "GET") =>
    (await send(path, { method, ...(body && { body }) })).data;
  return { world, data, patch: (path: string, body: object) => data(path, body, "PATCH") };
}

const given = {
  "/articles": {
    ...{ title: "T", slug: "own", excerpt: "e", content: "c", tags: ["a"], notes: "n", isPublic: true },
    ...{ categoryId: "7c9e6679-7425-40de-944b-e07fc1f90ae7", metaDescription: "m", metadata: { k: "v" } },
    status: "published",
  },
  "/customers": {
    ...{ name: "N", email: "n@example.com", sentiment: "happy", status: "inactive", tags: ["a"], notes: "n" },
    ...{ customFields: { a: "b" }, metadata: { k: "v" } },
  },
  "/tickets": {
    ...{ title: "T", status: "open", priority: "low", customerId: "cus_x9Y8z7W6v5U4", tags: ["a"] },
    ...{ customerName: "Own", notes: "n", metadata: { k: "v" } },
  },
};

describe("A resource has all that it was given", () => {
  it.each(Object.entries(given))("when it is created: %s", async (path, body) => {
    expect(await client().data(path, body)).toMatchObject(body);
  });

  it.each(Object.entries(given))("when it is changed: %s", async (path, body) => {
    const { data, patch } = client();
    const [{ id, createdAt }] = await data(path);
    const changed = await patch(`${path}/${id}`, body);
    expect(changed).toMatchObject({ ...body, id, createdAt });
    expect(await data(`${path}/${id}`)).toMatchObject(body);
    expect(changed.updatedAt > createdAt).toBe(true);
  });
});

describe("What a resource was not given", () => {
  it("of an article is empty, and it is a draft", async () => {
    const { data } = client();
    expect(await data("/articles", { title: "T" })).toMatchObject({
      ...{
        status: "draft",
        excerpt: null,
        content: null,
        categoryId: null,
        tags: [],
        notes: null,
        readTime: null,
      },
      ...{
        isPublic: false,
        publishedAt: null,
        metaDescription: null,
        metadata: {},
        viewCount: 0,
        useCount: 0,
      },
    });
  });

  it("of a customer is empty, and they are active", async () => {
    const { data } = client();
    expect(await data("/customers", { name: "N", email: "n@example.com" })).toMatchObject({
      ...{ status: "active", sentiment: null, tags: [], notes: null, customFields: {}, metadata: {} },
      ticketCount: 0,
    });
  });

  it("of a ticket is empty, and it is new, with two hours for a response and a day for a solution", async () => {
    const { data } = client();
    const ticket = await data("/tickets", { title: "T" });
    expect(ticket).toMatchObject({
      ...{ status: "new", priority: "normal", customerId: null, customerName: null, assignedTo: null },
      slaPaused: false,
      ...{ tags: [], notes: null, metadata: {}, closedAt: null, firstResponseAt: null, messageCount: 0 },
    });
    const hours = (deadline: string) => (Date.parse(deadline) - Date.parse(ticket.createdAt)) / 3_600_000;
    expect([hours(ticket.responseDeadline), hours(ticket.resolutionDeadline)]).toEqual([2, 24]);
  });
});

describe("An article", () => {
  it.each([
    ["", "1 min"],
    [" \n a \n ", "1 min"],
    ["word ".repeat(200), "1 min"],
    [" word".repeat(201), "2 min"],
  ])("takes a minute for each 200 words (%#)", async (content, readTime) => {
    expect((await client().data("/articles", { title: "T", content })).readTime).toBe(readTime);
  });

  it("was published when it first was", async () => {
    const { data, patch } = client();
    const { id } = await data("/articles", { title: "T" });
    const first = await patch(`/articles/${id}`, { status: "published" });
    expect(first.publishedAt).toBe(first.updatedAt);
    await patch(`/articles/${id}`, { status: "draft" });
    expect((await patch(`/articles/${id}`, { status: "published" })).publishedAt).toBe(first.publishedAt);
  });
});

describe("A ticket", () => {
  it("has the name of its customer, unless it is given one", async () => {
    const { data, patch } = client();
    const { id } = await data("/tickets", { title: "T" });
    const of = { customerId: "cus_x9Y8z7W6v5U4" };
    expect(await patch(`/tickets/${id}`, of)).toMatchObject({ ...of, customerName: "Jane Doe" });
    expect(await patch(`/tickets/${id}`, { ...of, customerName: "J" })).toMatchObject({ customerName: "J" });
    expect(await patch(`/tickets/${id}`, { customerName: "K" })).toMatchObject({ ...of, customerName: "K" });
  });

  it("that is created closed, or closed again, was closed then", async () => {
    const { data, patch } = client();
    const ticket = await data("/tickets", { title: "T", status: "closed" });
    expect(ticket.closedAt).toBe(ticket.createdAt);
    expect((await patch(`/tickets/${ticket.id}`, { status: "closed" })).closedAt).toBe(ticket.createdAt);
  });

  it("has its first response from an agent, and messages of its customer in their name", async () => {
    const { data } = client();
    const ticket = await data("/tickets", { title: "T", customerName: "Jo" });
    const path = `/tickets/${ticket.id}/messages`;
    const asked = await data(path, { content: "?", sender: "customer" });
    expect(asked).toMatchObject({ sender: "customer", senderName: "Jo", isInternal: false });
    expect((await data(`/tickets/${ticket.id}`)).firstResponseAt).toBeNull();
    const said = await data(path, { content: "!" });
    expect(said).toMatchObject({ sender: "agent", senderName: null, ticketId: ticket.id });
    expect((await data(`/tickets/${ticket.id}`)).firstResponseAt).toBe(said.createdAt);
  });

  it("is not found by no customer, and shows none when it has none", async () => {
    const { data } = client();
    const [ticket] = await data("/tickets?expand=customer&search=sign");
    expect(ticket).toMatchObject({ customerId: null, customer: null });
    expect(await data("/tickets?customerId=cus_none")).toEqual([]);
  });
});

it("A customer counts their own tickets", async () => {
  const { data } = client();
  const { ticketCount } = await data(CUSTOMER);
  await data("/tickets", { title: "T", customerId: "cus_x9Y8z7W6v5U4" });
  await data("/tickets", { title: "T" });
  expect((await data(CUSTOMER)).ticketCount).toBe(ticketCount + 1);
});

it.each([
  ["/articles", "title", "How to change"],
  ["/articles", "excerpt", "THREE steps"],
  ["/articles", "content", "security profile"],
  ["/customers", "name", "jane"],
  ["/customers", "email", "kim@example"],
  ["/customers", "notes", "prefers called"],
  ["/tickets", "title", "twice"],
  ["/tickets", "customerName", "jane change"],
])("A search in %s looks into the %s", async (path, _, search) => {
  expect(await client().data(`${path}?search=${encodeURIComponent(search)}`)).toHaveLength(1);
});

it("A fault of the address comes before one of the world", async () => {
  const { send, world } = open();
  world.fail({ code: "internal_error", times: 2 });
  const codes = [];
  for (const base of [world.withScenarios("database-blip"), world.baseUrl])
    codes.push((await send("/tickets", { base })).error.code);
  expect(codes).toEqual(["database_error", "internal_error"]);
});
