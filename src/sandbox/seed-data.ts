/** A resource to begin with: the fields of a creation, an `id` if it matters, and the messages of a ticket. */
export type SeedRow = Readonly<Record<string, unknown>>;

/** The data that a new world begins with, in the order in which it came to be. */
export interface Seed {
  /** UUIDs. */
  categories?: readonly string[];
  customers?: readonly SeedRow[];
  tickets?: readonly SeedRow[];
  articles?: readonly SeedRow[];
}

/** The lists of a seed with resources. Customers come first, because tickets refer to them. */
export const SEEDED = ["customers", "tickets", "articles"] as const;

/** Ids of the second resource of each kind. */
export const spareIds = {
  customers: "cus_y8Z7w6V5u4T3",
  tickets: "tkt_b2C3d4E5f6G7",
  articles: "art_n4O5p6Q7r8S9",
};

/** Test data of a new world. The first of each kind has the id that the examples of the contract have. */
export const defaultSeed: Seed = {
  categories: ["7c9e6679-7425-40de-944b-e07fc1f90ae7"],
  customers: [
    {
      id: "cus_x9Y8z7W6v5U4",
      name: "Jane Doe",
      email: "jane@example.com",
      sentiment: "happy",
      tags: ["vip"],
      notes: "Prefers to be called.",
      customFields: { plan: "enterprise" },
    },
    { id: spareIds.customers, name: "Ángel Núñez", email: "angel@example.com", sentiment: "neutral" },
    { name: "Kim Lee", email: "kim@example.com", sentiment: "frustrated", status: "inactive" },
  ],
  tickets: [
    {
      id: "tkt_a1B2c3D4e5F6",
      title: "Charged twice for March",
      status: "open",
      priority: "high",
      customerId: "cus_x9Y8z7W6v5U4",
      tags: ["billing"],
      metadata: { orderId: "A-1042" },
      messages: [
        { content: "I was charged twice this month.", sender: "customer" },
        { content: "The second charge has been refunded.", sender: "agent" },
      ],
    },
    {
      id: spareIds.tickets,
      title: "Cannot sign in",
      priority: "urgent",
      initialMessage: "The page stays blank.",
    },
    { title: "Change of address", status: "closed", priority: "low", customerId: "cus_x9Y8z7W6v5U4" },
  ],
  articles: [
    {
      id: "art_m3N4o5P6q7R8",
      title: "How to change your password",
      excerpt: "Three steps to a new password.",
      content: "# How to change your password\n\nOpen your profile, then choose Security.",
      status: "published",
      tags: ["account"],
      isPublic: true,
    },
    {
      id: spareIds.articles,
      title: "Refunds",
      categoryId: "7c9e6679-7425-40de-944b-e07fc1f90ae7",
      tags: ["billing"],
    },
  ],
};

export const liveSeed: Seed = {
  customers: [{ name: "Live Customer", email: "live@example.com" }],
  tickets: [{ title: "A live ticket" }],
};

export const otherTeamSeed: Seed = {
  tickets: [{ id: "tkt_ofAnotherTeam", title: "A ticket of another team" }],
};
