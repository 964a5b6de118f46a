import { contains, equals, given, orElse, type Resource } from "./resource.ts";

const FIELDS = ["name", "email", "sentiment", "status", "tags", "notes", "customFields", "metadata"];

export const customers: Resource = {
  kind: "Customer",
  prefix: "cus",
  order: "newest",
  searched: ["name", "email", "notes"],
  filters: { status: equals("status"), sentiment: equals("sentiment"), tag: contains("tags") },
  create(input, { now }) {
    return {
      name: input.name,
      email: input.email,
      sentiment: orElse(input.sentiment, null),
      status: orElse(input.status, "active"),
      tags: orElse(input.tags, []),
      notes: orElse(input.notes, null),
      customFields: orElse(input.customFields, {}),
      metadata: orElse(input.metadata, {}),
      createdAt: now.toISOString(),
      updatedAt: now.toISOString(),
    };
  },
  update: (_row, input, { now }) => ({ ...given(input, FIELDS), updatedAt: now.toISOString() }),
  view({ id, data }, { store }) {
    const tickets = store.collection("Ticket").all();
    const ticketCount = tickets.filter((ticket) => ticket.data.customerId === id).length;
    return { id, object: "customer", ...data, ticketCount };
  },
};
