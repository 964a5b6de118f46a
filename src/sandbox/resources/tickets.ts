import type { Row } from "../store.ts";
import { customers } from "./customers.ts";
import { messages } from "./messages.ts";
import { equals, given, orElse, type Resource, type Scope } from "./resource.ts";

const HOUR = 3_600_000;

export const tickets: Resource = {
  kind: "Ticket",
  prefix: "tkt",
  order: "newest",
  searched: ["title", "customerName", "notes"],
  filters: {
    status: equals("status"),
    priority: equals("priority"),
    assignedTo: equals("assignedTo"),
    customerId: ({ data }, value, { store }) => {
      const customer = store.collection("Customer").get(String(value));
      return data.customerId !== null && data.customerId === (customer?.id ?? value);
    },
  },
  create(input, { store, now }) {
    const customer = customerOf(input.customerId, store);
    const at = now.getTime();
    return {
      title: input.title,
      status: orElse(input.status, "new"),
      priority: orElse(input.priority, "normal"),
      customerId: customer?.id ?? null,
      customerName: orElse(input.customerName, customer?.data.name ?? null),
      assignedTo: null,
      tags: orElse(input.tags, []),
      notes: orElse(input.notes, null),
      responseDeadline: new Date(at + 2 * HOUR).toISOString(),
      resolutionDeadline: new Date(at + 24 * HOUR).toISOString(),
      responseTier: null,
      resolutionTier: null,
      slaPaused: false,
      metadata: orElse(input.metadata, {}),
      createdAt: now.toISOString(),
      closedAt: input.status === "closed" ? now.toISOString() : null,
      updatedAt: now.toISOString(),
    };
  },
  created(row, { initialMessage }, scope) {
    if (initialMessage === undefined) return;
    const { store, ids } = scope;
    const input = { content: initialMessage, sender: "customer" };
    const data = messages.create(input, { ...scope, parent: row });
    store.collection(messages.kind).add({ id: ids.prefixed(messages.prefix), uuid: ids.uuid(), data });
  },
  update({ data }, input, { store, now }) {
    const customer = customerOf(input.customerId, store);
    const closes = input.status === "closed" && data.status !== "closed";
    const opens = input.status !== undefined && input.status !== "closed";
    return {
      ...given(input, ["title", "status", "priority", "customerName", "tags", "notes", "metadata"]),
      ...(customer && {
        customerId: customer.id,
        customerName: orElse(input.customerName, customer.data.name),
      }),
      closedAt: closes ? now.toISOString() : opens ? null : data.closedAt,
      updatedAt: now.toISOString(),
    };
  },
  view(row, { store }) {
    const { id, data } = row;
    const thread = messagesOf(row, { store });
    const reply = thread.find((message) => message.data.sender === "agent");
    return {
      id,
      object: "ticket",
      ...data,
      messageCount: thread.length,
      firstResponseAt: reply?.data.createdAt ?? null,
    };
  },
  detail(row, scope) {
    const thread = messagesOf(row, scope).map((message) => messages.view(message, scope));
    return { ...tickets.view(row, scope), messages: thread };
  },
  expand: {
    customer(row, scope) {
      const customer = customerOf(row.data.customerId ?? undefined, scope.store);
      return customer ? customers.view(customer, scope) : null;
    },
  },
};

function messagesOf({ id }: Row, { store }: Pick<Scope, "store">): Row[] {
  return store
    .collection(messages.kind)
    .all()
    .filter(({ data }) => data.ticketId === id);
}

function customerOf(id: unknown, store: Scope["store"]): Row | undefined {
  return id === undefined ? undefined : store.collection("Customer").get(String(id));
}
