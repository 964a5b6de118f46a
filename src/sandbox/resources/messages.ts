import type { Resource } from "./resource.ts";

export const messages: Resource = {
  kind: "Message",
  prefix: "msg",
  partOf: "ticketId",
  order: "oldest",
  searched: [],
  filters: {},
  create({ content, sender = "agent" }, { now, parent }) {
    return {
      ticketId: parent?.id,
      content,
      sender,
      senderName: sender === "customer" ? (parent?.data.customerName ?? null) : null,
      isInternal: false,
      createdAt: now.toISOString(),
    };
  },
  // The contract has no operation that changes a message.
  update: () => ({}),
  view: ({ id, data }) => ({ id, ...data }),
};
