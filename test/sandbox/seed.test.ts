import { describe, expect, it } from "vitest";
import { createSandbox, type Seed } from "../../src/entries/sandbox.ts";
import { OTHER_TEAM } from "../../src/sandbox/keys.ts";
import { defaultSeed } from "../../src/sandbox/seed-data.ts";
import { readText } from "../contract/project.ts";
import { open } from "./open.ts";

describe("A seed", () => {
  it("is what each world begins with", async () => {
    const seed: Seed = {
      customers: [{ id: "cus_1", name: "A", email: "a@example.com" }],
      tickets: [{ title: "T", customerId: "cus_1", messages: [{ content: "Hi", sender: "customer" }] }],
    };
    const { send } = open({ seed });
    const { data } = await send("/tickets");
    expect(data).toMatchObject([{ title: "T", customerName: "A", messageCount: 1 }]);
    expect((await send("/articles")).data).toEqual([]);
  });

  it("may be what the guide shows", async () => {
    const [, sample = ""] = /```json data\.json\n(.+?)```/s.exec(readText("docs/sandbox.md")) ?? [];
    const { send } = open({ seed: JSON.parse(sample) });
    expect((await send("/tickets")).data).toMatchObject([{ customerName: "Ann", messageCount: 1 }]);
  });

  it("came to be a minute at a time, a day before its world", async () => {
    const seed = { customers: ["a", "b"].map((name) => ({ name, email: `${name}@example.com` })) };
    const { data } = await open({ seed }).send("/customers");
    expect(data.map(({ createdAt }: { createdAt: string }) => createdAt)).toEqual([
      "2026-03-29T10:32:00.000Z",
      "2026-03-29T10:31:00.000Z",
    ]);
  });

  it("begins a ticket with its first message, and is not that of another team", async () => {
    const { send } = open({ seed: { tickets: [{ title: "T", initialMessage: "Hi" }] } });
    expect((await send("/tickets")).data).toMatchObject([{ title: "T", messageCount: 1 }]);
    const path = `/teams/${OTHER_TEAM}/tickets`;
    expect((await send(path, { key: "otherTeam" })).data).toMatchObject([
      { title: "A ticket of another team" },
    ]);
  });

  it("may be what worlds begin with by themselves, or leave things out", async () => {
    expect((await open({ seed: defaultSeed }).send("/tickets")).text).toBe(
      (await open().send("/tickets")).text,
    );
    const articles = [{ title: "A", slug: "a" }, { title: "B", slug: "A" }, { title: "C" }, { title: "D" }];
    expect((await open({ seed: { articles } }).send("/articles")).data).toHaveLength(4);
  });

  it.each<[unknown, string]>([
    [[], "A seed is an object with lists: categories, customers, tickets, articles."],
    [{ tikets: [] }, 'A seed has no "tikets"; it may have categories, customers, tickets, articles.'],
    [null, "A seed is an object with lists"],
    [{ tickets: {} }, "tickets of a seed must be a list."],
    [{ tickets: [{ title: "a" }, {}] }, "tickets[1].title of the seed is missing."],
    [{ tickets: [{ title: 7 }] }, "tickets[0].title of the seed must be a string."],
    [{ tickets: [{ title: "a", tags: ["b", 7] }] }, "tickets[0].tags.1 of the seed must be a string."],
    [{ tickets: [7] }, "tickets[0] of the seed must be an object."],
    [{ tickets: [null] }, "tickets[0] of the seed must be an object."],
    [{ tickets: [[]] }, "tickets[0] of the seed must be an object."],
    [
      { tickets: [{ title: "a", messages: [null] }] },
      "tickets[0].messages[0] of the seed must be an object.",
    ],
    [{ tickets: [{ title: "a", messages: [{}] }] }, "tickets[0].messages[0].content of the seed is missing."],
    [
      { customers: [{ id: "tkt_1", name: "A", email: "a@b.cd" }] },
      'customers[0].id of the seed is "tkt_1", which is not an id of that kind.',
    ],
    [{ tickets: [{ title: "a", messages: "Hi" }] }, "tickets[0].messages of the seed must be a list."],
    [{ categories: [1] }, "categories[0] of the seed must be a UUID."],
    [{ categories: ["u", "u"] }, 'categories[1] of the seed is "u", which another one has already.'],
    [
      {
        tickets: [
          { title: "a", id: "tkt_1" },
          { title: "b", id: "tkt_1" },
        ],
      },
      'tickets[1].id of the seed is "tkt_1", which another one has already.',
    ],
    [
      { customers: ["a@b.cd", "A@B.cd"].map((email) => ({ name: "A", email })) },
      'customers[1].email of the seed is "a@b.cd", which another one has already.',
    ],
    [
      { articles: [1, 2].map(() => ({ title: "A", slug: "a" })) },
      'articles[1].slug of the seed is "a", which another one has already.',
    ],
    [
      { tickets: [{ title: "a", customerId: "cus_1" }] },
      'tickets[0].customerId of the seed is "cus_1", and no Customer before it has that id.',
    ],
  ])("that is wrong is refused with its place: %j", (seed, message) => {
    expect(() => createSandbox({ seed: seed as Seed })).toThrow(message);
  });
});
