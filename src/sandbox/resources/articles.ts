import type { Store } from "../store.ts";
import { contains, equals, given, orElse, type Resource } from "./resource.ts";

const FIELDS = [
  ...["title", "slug", "excerpt", "content", "categoryId", "status", "tags", "notes"],
  ...["isPublic", "metaDescription", "metadata"],
];

export const articles: Resource = {
  kind: "Article",
  prefix: "art",
  order: "newest",
  searched: ["title", "excerpt", "content"],
  filters: {
    status: equals("status"),
    category: equals("categoryId"),
    isPublic: equals("isPublic"),
    tag: contains("tags"),
  },
  create(input, { now, store }) {
    const status = orElse(input.status, "draft");
    return {
      title: input.title,
      slug: orElse(input.slug, freeSlug(String(input.title), store)),
      excerpt: orElse(input.excerpt, null),
      content: orElse(input.content, null),
      categoryId: orElse(input.categoryId, null),
      status,
      tags: orElse(input.tags, []),
      notes: orElse(input.notes, null),
      viewCount: 0,
      useCount: 0,
      isPublic: orElse(input.isPublic, false),
      publishedAt: status === "published" ? now.toISOString() : null,
      metaDescription: orElse(input.metaDescription, null),
      metadata: orElse(input.metadata, {}),
      createdAt: now.toISOString(),
      updatedAt: now.toISOString(),
    };
  },
  update({ data }, input, { now }) {
    const published = input.status === "published" && data.publishedAt === null;
    return {
      ...given(input, FIELDS),
      ...(published && { publishedAt: now.toISOString() }),
      updatedAt: now.toISOString(),
    };
  },
  view: ({ id, data }) => ({ id, object: "article", ...data, readTime: readTime(data.content) }),
};

/** How fast people read. */
const WORDS_PER_MINUTE = 200;

function readTime(content: unknown): string | null {
  if (typeof content !== "string") return null;
  const words = content.split(/\s+/).filter((word) => word !== "").length;
  return `${Math.max(1, Math.ceil(words / WORDS_PER_MINUTE))} min`;
}

/** A slug that was made from a title gives way to those that exist: `refunds`, `refunds-2`. */
function freeSlug(title: string, store: Store): string {
  const plain = title.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  const slug = plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "") || "article";
  const taken = new Set(
    store
      .collection("Article")
      .all()
      .map(({ data }) => data.slug),
  );
  let free = slug;
  for (let number = 2; taken.has(free); number++) free = `${slug}-${number}`;
  return free;
}
