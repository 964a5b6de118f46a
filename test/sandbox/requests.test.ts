import { describe, expect, it } from "vitest";
import { open } from "./open.ts";

const TICKET = "/tickets/tkt_a1B2c3D4e5F6";

describe("A list", () => {
  const titles = async (query: string, path = "/tickets") => {
    const { send } = open();
    const { data } = await send(`${path}?${query}`);
    return data.map(({ title, name }: { title?: string; name?: string }) => title ?? name);
  };

  it("has the newest first, and messages the oldest", async () => {
    const { send } = open();
    expect(await titles("")).toEqual(["Change of address", "Cannot sign in", "Charged twice for March"]);
    const { data } = await send(`${TICKET}/messages`);
    expect(data.map(({ sender }: { sender: string }) => sender)).toEqual(["customer", "agent"]);
  });

  it.each([
    ["a page", "page=2&pageSize=2", 1, { total: 3, page: 2, pageSize: 2, hasMore: false }],
    ["a page before the last", "pageSize=2", 2, { total: 3, page: 1, pageSize: 2, hasMore: true }],
    ["the whole as one page", "pageSize=3", 3, { total: 3, page: 1, pageSize: 3, hasMore: false }],
    ["a page beyond the end", "page=9", 0, { total: 3, page: 9, pageSize: 20, hasMore: false }],
  ])("gives %s", async (_, query, count, pagination) => {
    const { send } = open();
    const { body, data } = await send(`/tickets?${query}`);
    expect(data).toHaveLength(count);
    expect(body.pagination).toEqual(pagination);
  });

  it.each([
    ["status", "/tickets", "status=open", ["Charged twice for March"]],
    ["priority", "/tickets", "priority=urgent", ["Cannot sign in"]],
    ["nobody's work", "/tickets", "assignedTo=nobody", []],
    ["two filters at once", "/tickets", "status=closed&priority=low", ["Change of address"]],
    ["customer", "/tickets", "customerId=cus_x9Y8z7W6v5U4", ["Change of address", "Charged twice for March"]],
    ["words in any order and case", "/tickets", "search=MARCH%20charged", ["Charged twice for March"]],
    ["the name of the customer", "/tickets", "search=jane", ["Change of address", "Charged twice for March"]],
    [
      "another form of the same character",
      "/customers",
      "search=%C3%81NGEL%20n%75%CC%81n%CC%83ez",
      ["Ángel Núñez"],
    ],
    ["no word of what is empty", "/tickets", "search=null", []],
    ["tag", "/customers", "tag=vip", ["Jane Doe"]],
    ["mood", "/customers", "sentiment=frustrated", ["Kim Lee"]],
    ["what is public", "/articles", "isPublic=true", ["How to change your password"]],
    ["what is not", "/articles", "isPublic=false", ["Refunds"]],
    ["category", "/articles", "category=7c9e6679-7425-40de-944b-e07fc1f90ae7", ["Refunds"]],
    ["a parameter that nobody knows", "/articles", "colour=red", ["Refunds", "How to change your password"]],
  ])("filters by %s", async (_, path, query, wanted) => {
    expect(await titles(query, path)).toEqual(wanted);
  });

  it("filters by a customer's UUID as well, in any case", async () => {
    const { send, sandbox } = open();
    void sandbox;
    const { data } = await send("/customers", {
      method: "POST",
      body: { name: "U", email: "u@example.com" },
    });
    const uuid = uuidOf(data.id);
    await send("/tickets", { method: "POST", body: { title: "By UUID", customerId: uuid.toUpperCase() } });
    const found = await send(`/tickets?customerId=${uuid}`);
    expect(found.data.map(({ customerId }: { customerId: string }) => customerId)).toEqual([data.id]);
    expect((await send(`/customers/${uuid}`)).data.id).toBe(data.id);
  });

  it.each([
    ["page=0", "page"],
    ["page=abc", "page"],
    ["page=1.5", "page"],
    ["page=1e1", "page"],
    ["page=1&page=2", "page"],
    ["pageSize=101", "pageSize"],
    ["status=lost", "status"],
    ["customerId=tkt_1", "customerId"],
    ["expand=customer,foo", "expand"],
  ])("refuses %s by its name", async (query, param) => {
    const { send } = open();
    const { error } = await send(`/tickets?${query}`);
    expect([error.code, error.param]).toEqual(["parameter_invalid", param]);
  });

  it.each(["TRUE", "1", ""])("takes no %j for a truth value", async (value) => {
    const { send } = open();
    expect((await send(`/articles?isPublic=${value}`)).error.param).toBe("isPublic");
  });

  it("shows the customer where it is asked to, and null for one that was deleted", async () => {
    const { send } = open();
    await send("/customers/cus_x9Y8z7W6v5U4", { method: "DELETE" });
    const { data } = await send("/tickets?expand=customer");
    expect(data.map(({ customer }: { customer: unknown }) => customer)).toEqual([null, null, null]);
    expect(data[0].customerId).toBe("cus_x9Y8z7W6v5U4");
    const { data: plain } = await send("/tickets?expand=");
    expect(plain[0]).not.toHaveProperty("customer");
  });
});

/** The other id of a resource: both come from one counter, one after the other. */
function uuidOf(id: string): string {
  const number = Number.parseInt(id.split("_")[1] ?? "", 36) + 1;
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
}

describe("A resource", () => {
  it("keeps what it was created with, ignores what it does not know, and fills in the rest", async () => {
    const { send } = open();
    const body = { title: "New", customerId: "cus_x9Y8z7W6v5U4", initialMessage: "Hello", colour: "red" };
    const { status, data } = await send("/tickets", { method: "POST", body });
    expect(status).toBe(201);
    expect(data).toMatchObject({
      status: "new",
      priority: "normal",
      customerName: "Jane Doe",
      messageCount: 1,
    });
    expect(data).not.toHaveProperty("colour");
    const { data: thread } = await send(`/tickets/${data.id}`);
    expect(thread.messages).toMatchObject([{ content: "Hello", sender: "customer", senderName: "Jane Doe" }]);
  });

  it("knows what follows from other facts", async () => {
    const { send } = open();
    expect((await send(TICKET)).data).toMatchObject({ messageCount: 2, closedAt: null });
    const { data } = await send("/tickets", { method: "POST", body: { title: "a" } });
    await send(`/tickets/${data.id}/messages`, { method: "POST", body: { content: "Hi" } });
    const replied = (await send(`/tickets/${data.id}`)).data;
    expect(replied.firstResponseAt).toBe(replied.messages[0].createdAt);
    const patch = (change: object) => send(`/tickets/${data.id}`, { method: "PATCH", body: change });
    const closed = (await patch({ status: "closed" })).data;
    expect(closed.closedAt).toBe(closed.updatedAt);
    expect((await patch({ notes: "still closed" })).data.closedAt).toBe(closed.closedAt);
    expect((await patch({ status: "open" })).data.closedAt).toBeNull();
    expect((await send("/customers/cus_x9Y8z7W6v5U4")).data.ticketCount).toBe(2);
    const article = { title: "T", status: "published", content: "word ".repeat(401) };
    const { data: published } = await send("/articles", { method: "POST", body: article });
    expect(published).toMatchObject({ readTime: "3 min", publishedAt: published.createdAt, isPublic: false });
  });

  it("moves its updatedAt with every update, and never back", async () => {
    const { send } = open();
    const times: string[] = [(await send(TICKET)).data.updatedAt];
    for (const notes of ["a", "a", "b"]) {
      times.push((await send(TICKET, { method: "PATCH", body: { notes } })).data.updatedAt);
    }
    expect(times).toEqual([...new Set(times)].sort());
  });

  it.each([
    ["PATCH", { notes: "x" }],
    ["DELETE", undefined],
    ["GET", undefined],
  ])("is gone after it was deleted, for %s", async (method, body) => {
    const { send } = open();
    await send(TICKET, { method: "DELETE" });
    const { error } = await send(TICKET, { method, ...(body && { body }) });
    expect(error.code).toBe("resource_not_found");
  });

  it("numbers a slug that it made itself, and refuses one that was given", async () => {
    const { send } = open();
    const make = (body: object) => send("/articles", { method: "POST", body });
    const slugs = [await make({ title: "Crème brûlée!" }), await make({ title: "Creme brulee" })];
    expect(slugs.map(({ data }) => data.slug)).toEqual(["creme-brulee", "creme-brulee-2"]);
    const { error } = await make({ title: "x", slug: "creme-brulee" });
    expect([error.code, error.param]).toEqual(["resource_conflict", "slug"]);
    expect((await make({ title: "!" })).data.slug).toBe("article");
    expect((await make({ title: "x", slug: "Creme-Brulee" })).data.slug).toBe("Creme-Brulee");
  });

  it("keeps its own email in an update, and refuses another's in any case", async () => {
    const { send } = open();
    const patch = (email: string) =>
      send("/customers/cus_x9Y8z7W6v5U4", { method: "PATCH", body: { email } });
    expect((await patch("Jane@Example.com")).status).toBe(200);
    expect((await patch("KIM@example.com")).error).toMatchObject({
      code: "resource_conflict",
      param: "email",
    });
  });

  it.each([
    ["/tickets", { title: "x", customerId: "cus_none" }, "customerId"],
    ["/articles", { title: "x", categoryId: "550e8400-e29b-41d4-a716-446655440000" }, "categoryId"],
  ])("refers in %s to what exists", async (path, body, param) => {
    const { send } = open();
    expect((await send(path, { method: "POST", body })).error).toMatchObject({
      code: "parameter_invalid",
      param,
    });
  });

  it.each([
    ["no body", undefined, "invalid_json", undefined],
    ["null", "null", "parameter_invalid", "body"],
    ["a list", "[]", "parameter_invalid", "body"],
    ["an update of nothing", "{}", "parameter_invalid", "body"],
    ["null for a field", '{"title":null}', "parameter_invalid", "title"],
    ["an empty title", '{"title":""}', "parameter_invalid", "title"],
    ["a tag that is none", '{"tags":["a",1]}', "parameter_invalid", "tags[1]"],
    ["a priority of its own", '{"priority":"critical"}', "parameter_invalid", "priority"],
  ])("is not updated by %s", async (_, body, code, param) => {
    const { send } = open();
    const { error } = await send(TICKET, { method: "PATCH", ...(body !== undefined && { body }) });
    expect([error.code, error.param]).toEqual([code, param]);
  });

  it("is not told apart by a body that a read or a deletion brings along", async () => {
    const { send } = open();
    expect((await send(TICKET, { method: "DELETE", body: "{" })).status).toBe(200);
  });

  it("belongs to its team, in any case of the id", async () => {
    const { send, world } = open();
    expect((await send(`/teams/${world.teamId.toUpperCase()}${TICKET}`)).status).toBe(200);
  });

  it("is another one under a live key, and none under that of another team", async () => {
    const { send } = open();
    const live = (await send("/tickets", { key: "live" })).data;
    expect(live.map(({ title }: { title: string }) => title)).toEqual(["A live ticket"]);
    expect((await send(TICKET, { key: "live" })).error.code).toBe("resource_not_found");
    expect((await send("/tickets/tkt_ofAnotherTeam")).error.code).toBe("resource_not_found");
  });

  it.each([
    ["no form", "/tickets/%ZZ"],
    ["nothing", "/tickets/"],
    ["an id of another kind", "/tickets/cus_x9Y8z7W6v5U4"],
  ])("has an id: %s is none", async (_, path) => {
    const { send } = open();
    expect((await send(path)).error).toMatchObject({ code: "invalid_id_format", param: "ticketId" });
  });
});
