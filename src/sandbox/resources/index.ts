import { articles } from "./articles.ts";
import { customers } from "./customers.ts";
import { messages } from "./messages.ts";
import type { Resource } from "./resource.ts";
import { tickets } from "./tickets.ts";

/** How each kind of resource behaves, by the segment of the path that names its collection. */
export const resources: Readonly<Record<string, Resource>> = { tickets, customers, articles, messages };

/** A kind that others refer to and that the API has no operations for. */
export const CATEGORY = "Category";

export type { Resource, Scope } from "./resource.ts";
