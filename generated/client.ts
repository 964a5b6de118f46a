// Written by scripts/generate.ts from openapi/ with `npm run generate`. Do not edit: the next run replaces it.

import type { Client as OpenapiFetchClient } from "openapi-fetch";
import {
  type Api,
  bindMethods,
  createCaller,
  createResilientFetch,
  type RequestOptions,
  type Result,
  resolveOptions,
  type Route,
  type TransportOptions,
} from "../src/client/index.ts";
import {
  contractVersion,
  defaultBaseUrl,
  envelope,
  errorCatalog,
  errorClass,
  keyPrefixes,
  type ErrorCode,
  type OperationErrorCode,
} from "./catalog.ts";
import type { components, operations, paths } from "./types.ts";

type Schemas = components["schemas"];
type Schema<Name extends keyof Schemas> = Schemas[Name];

/** The status of a ticket. */
export type TicketStatus = Schema<"TicketStatus">;
/** The priority of a ticket. */
export type TicketPriority = Schema<"TicketPriority">;
/** The id of a customer, prefixed (`cus_…`) or as a UUID. */
export type CustomerId = Schema<"CustomerId">;
/** The id of a ticket, prefixed (`tkt_…`) or as a UUID. */
export type TicketId = Schema<"TicketId">;
/** How a customer feels about the support they receive. */
export type CustomerSentiment = Schema<"CustomerSentiment">;
/** Whether a customer is active. */
export type CustomerStatus = Schema<"CustomerStatus">;
/** Labels for sorting and searching. */
export type Tags = Schema<"Tags">;
/** The custom fields of a customer, by name. The team defines them. */
export interface CustomFields extends Schema<"CustomFields"> {}
/** Values that your own programs store with a resource. cStar keeps them as they are and does not interpret them. */
export interface Metadata extends Schema<"Metadata"> {}
/** A person who contacts support. */
export interface Customer extends Schema<"Customer"> {}
/** A support request and its progress. */
export interface Ticket extends Schema<"Ticket"> {}
/** The fields of a ticket that a request can set. */
export interface TicketInput extends Schema<"TicketInput"> {}
/** A ticket to create. The default priority is `normal`. */
export interface CreateTicket extends Schema<"CreateTicket"> {}
/** Who wrote a message. Only cStar itself writes as `system`. */
export type MessageSender = Schema<"MessageSender">;
/** One message in the conversation of a ticket. */
export interface Message extends Schema<"Message"> {}
/** A ticket together with its messages. */
export interface TicketThread extends Schema<"TicketThread"> {}
/** The id of a ticket, a customer or an article, prefixed or as a UUID. */
export type ResourceId = Schema<"ResourceId">;
/** Confirms that a resource was deleted. */
export interface Deletion extends Schema<"Deletion"> {}
/** The fields of a ticket to change, at least one. Fields that are left out keep their values. */
export interface UpdateTicket extends Schema<"UpdateTicket"> {}
/** A message to add to a ticket. */
export interface CreateMessage extends Schema<"CreateMessage"> {}
/** The fields of a customer that a request can set. */
export interface CustomerInput extends Schema<"CustomerInput"> {}
/** A customer to create. */
export interface CreateCustomer extends Schema<"CreateCustomer"> {}
/** The fields of a customer to change, at least one. Fields that are left out keep their values. */
export interface UpdateCustomer extends Schema<"UpdateCustomer"> {}
/** The publication status of an article. */
export type ArticleStatus = Schema<"ArticleStatus">;
/** The id of an article, prefixed (`art_…`) or as a UUID. */
export type ArticleId = Schema<"ArticleId">;
/** An article of the knowledge base. */
export interface Article extends Schema<"Article"> {}
/** The fields of an article that a request can set. */
export interface ArticleInput extends Schema<"ArticleInput"> {}
/** An article to create. */
export interface CreateArticle extends Schema<"CreateArticle"> {}
/** The fields of an article to change, at least one. Fields that are left out keep their values. */
export interface UpdateArticle extends Schema<"UpdateArticle"> {}

export type ListTicketsQuery = NonNullable<operations["listTickets"]["parameters"]["query"]>;
export type ListTicketMessagesQuery = NonNullable<operations["listTicketMessages"]["parameters"]["query"]>;
export type ListCustomersQuery = NonNullable<operations["listCustomers"]["parameters"]["query"]>;
export type ListArticlesQuery = NonNullable<operations["listArticles"]["parameters"]["query"]>;

export interface ClientOptions extends TransportOptions {
  /** Sent in the path of every request; a function is asked for it whenever a call is made. */
  teamId: string | (() => string);
}

export interface TicketsMessages {
  /**
   * List the messages of a ticket
   *
   * Returns the messages of a ticket page by page, oldest first.
   *
   * Fails with authentication_required, invalid_api_key, invalid_key_format, key_expired, insufficient_permissions, team_access_denied, parameter_invalid, invalid_id_format, resource_not_found, rate_limit_exceeded, internal_error, database_error; or with a code of the client.
   */
  list(ticketId: string, query?: ListTicketMessagesQuery, options?: RequestOptions): Promise<Result<Message[], OperationErrorCode<"listTicketMessages">>>;
  /**
   * List the messages of a ticket: all of them, page by page, as they are asked for.
   *
   * @throws CStarError, as in `list`
   */
  iterate(ticketId: string, query?: ListTicketMessagesQuery, options?: RequestOptions): AsyncGenerator<Message, void, undefined>;
  /**
   * Add a message to a ticket
   *
   * Adds a message to the ticket's conversation. Requires a secret key.
   *
   * Fails with authentication_required, invalid_api_key, invalid_key_format, key_expired, insufficient_permissions, publishable_key_write, team_access_denied, parameter_missing, parameter_invalid, invalid_json, invalid_id_format, resource_not_found, rate_limit_exceeded, internal_error, database_error; or with a code of the client.
   */
  create(ticketId: string, body: CreateMessage, options?: RequestOptions): Promise<Result<Message, OperationErrorCode<"createTicketMessage">>>;
}

export interface Tickets {
  /**
   * List tickets
   *
   * Returns the team's tickets page by page, filtered by the given parameters.
   *
   * Fails with authentication_required, invalid_api_key, invalid_key_format, key_expired, insufficient_permissions, team_access_denied, parameter_invalid, invalid_id_format, rate_limit_exceeded, internal_error, database_error; or with a code of the client.
   */
  list(query?: ListTicketsQuery, options?: RequestOptions): Promise<Result<Ticket[], OperationErrorCode<"listTickets">>>;
  /**
   * List tickets: all of them, page by page, as they are asked for.
   *
   * @throws CStarError, as in `list`
   */
  iterate(query?: ListTicketsQuery, options?: RequestOptions): AsyncGenerator<Ticket, void, undefined>;
  /**
   * Create a ticket
   *
   * Creates a ticket, and its first message if `initialMessage` is given. Requires a secret key.
   *
   * Fails with authentication_required, invalid_api_key, invalid_key_format, key_expired, insufficient_permissions, publishable_key_write, team_access_denied, parameter_missing, parameter_invalid, invalid_json, invalid_id_format, rate_limit_exceeded, internal_error, database_error; or with a code of the client.
   */
  create(body: CreateTicket, options?: RequestOptions): Promise<Result<Ticket, OperationErrorCode<"createTicket">>>;
  /**
   * Get a ticket
   *
   * Returns a ticket with its messages.
   *
   * Fails with authentication_required, invalid_api_key, invalid_key_format, key_expired, insufficient_permissions, team_access_denied, invalid_id_format, resource_not_found, rate_limit_exceeded, internal_error, database_error; or with a code of the client.
   */
  get(ticketId: string, options?: RequestOptions): Promise<Result<TicketThread, OperationErrorCode<"getTicket">>>;
  /**
   * Update a ticket
   *
   * Changes the given fields and leaves the others unchanged. Requires a secret key.
   *
   * Fails with authentication_required, invalid_api_key, invalid_key_format, key_expired, insufficient_permissions, publishable_key_write, team_access_denied, parameter_invalid, invalid_json, invalid_id_format, resource_not_found, rate_limit_exceeded, internal_error, database_error; or with a code of the client.
   */
  update(ticketId: string, body: UpdateTicket, options?: RequestOptions): Promise<Result<Ticket, OperationErrorCode<"updateTicket">>>;
  /**
   * Delete a ticket
   *
   * Permanently deletes the ticket. Requires a secret key.
   *
   * Fails with authentication_required, invalid_api_key, invalid_key_format, key_expired, insufficient_permissions, publishable_key_write, team_access_denied, invalid_id_format, resource_not_found, rate_limit_exceeded, internal_error, database_error; or with a code of the client.
   */
  delete(ticketId: string, options?: RequestOptions): Promise<Result<Deletion, OperationErrorCode<"deleteTicket">>>;
  readonly messages: TicketsMessages;
}

export interface Customers {
  /**
   * List customers
   *
   * Returns the team's customers page by page, filtered by the given parameters.
   *
   * Fails with authentication_required, invalid_api_key, invalid_key_format, key_expired, insufficient_permissions, team_access_denied, parameter_invalid, invalid_id_format, rate_limit_exceeded, internal_error, database_error; or with a code of the client.
   */
  list(query?: ListCustomersQuery, options?: RequestOptions): Promise<Result<Customer[], OperationErrorCode<"listCustomers">>>;
  /**
   * List customers: all of them, page by page, as they are asked for.
   *
   * @throws CStarError, as in `list`
   */
  iterate(query?: ListCustomersQuery, options?: RequestOptions): AsyncGenerator<Customer, void, undefined>;
  /**
   * Create a customer
   *
   * Creates a customer. The email must be unique within the team. Requires a secret key.
   *
   * Fails with authentication_required, invalid_api_key, invalid_key_format, key_expired, insufficient_permissions, publishable_key_write, team_access_denied, parameter_missing, parameter_invalid, invalid_json, invalid_id_format, resource_conflict, rate_limit_exceeded, internal_error, database_error; or with a code of the client.
   */
  create(body: CreateCustomer, options?: RequestOptions): Promise<Result<Customer, OperationErrorCode<"createCustomer">>>;
  /**
   * Get a customer
   *
   * Returns a customer.
   *
   * Fails with authentication_required, invalid_api_key, invalid_key_format, key_expired, insufficient_permissions, team_access_denied, invalid_id_format, resource_not_found, rate_limit_exceeded, internal_error, database_error; or with a code of the client.
   */
  get(customerId: string, options?: RequestOptions): Promise<Result<Customer, OperationErrorCode<"getCustomer">>>;
  /**
   * Update a customer
   *
   * Changes the given fields and leaves the others unchanged. Requires a secret key.
   *
   * Fails with authentication_required, invalid_api_key, invalid_key_format, key_expired, insufficient_permissions, publishable_key_write, team_access_denied, parameter_invalid, invalid_json, invalid_id_format, resource_conflict, resource_not_found, rate_limit_exceeded, internal_error, database_error; or with a code of the client.
   */
  update(customerId: string, body: UpdateCustomer, options?: RequestOptions): Promise<Result<Customer, OperationErrorCode<"updateCustomer">>>;
  /**
   * Delete a customer
   *
   * Permanently deletes the customer. Requires a secret key.
   *
   * Fails with authentication_required, invalid_api_key, invalid_key_format, key_expired, insufficient_permissions, publishable_key_write, team_access_denied, invalid_id_format, resource_not_found, rate_limit_exceeded, internal_error, database_error; or with a code of the client.
   */
  delete(customerId: string, options?: RequestOptions): Promise<Result<Deletion, OperationErrorCode<"deleteCustomer">>>;
}

export interface Articles {
  /**
   * List articles
   *
   * Returns the team's articles page by page, filtered by the given parameters.
   *
   * Fails with authentication_required, invalid_api_key, invalid_key_format, key_expired, insufficient_permissions, team_access_denied, parameter_invalid, invalid_id_format, rate_limit_exceeded, internal_error, database_error; or with a code of the client.
   */
  list(query?: ListArticlesQuery, options?: RequestOptions): Promise<Result<Article[], OperationErrorCode<"listArticles">>>;
  /**
   * List articles: all of them, page by page, as they are asked for.
   *
   * @throws CStarError, as in `list`
   */
  iterate(query?: ListArticlesQuery, options?: RequestOptions): AsyncGenerator<Article, void, undefined>;
  /**
   * Create an article
   *
   * Creates an article. The slug must be unique within the team. Requires a secret key.
   *
   * Fails with authentication_required, invalid_api_key, invalid_key_format, key_expired, insufficient_permissions, publishable_key_write, team_access_denied, parameter_missing, parameter_invalid, invalid_json, invalid_id_format, resource_conflict, rate_limit_exceeded, internal_error, database_error; or with a code of the client.
   */
  create(body: CreateArticle, options?: RequestOptions): Promise<Result<Article, OperationErrorCode<"createArticle">>>;
  /**
   * Get an article
   *
   * Returns an article.
   *
   * Fails with authentication_required, invalid_api_key, invalid_key_format, key_expired, insufficient_permissions, team_access_denied, invalid_id_format, resource_not_found, rate_limit_exceeded, internal_error, database_error; or with a code of the client.
   */
  get(articleId: string, options?: RequestOptions): Promise<Result<Article, OperationErrorCode<"getArticle">>>;
  /**
   * Update an article
   *
   * Changes the given fields and leaves the others unchanged. Requires a secret key.
   *
   * Fails with authentication_required, invalid_api_key, invalid_key_format, key_expired, insufficient_permissions, publishable_key_write, team_access_denied, parameter_invalid, invalid_json, invalid_id_format, resource_conflict, resource_not_found, rate_limit_exceeded, internal_error, database_error; or with a code of the client.
   */
  update(articleId: string, body: UpdateArticle, options?: RequestOptions): Promise<Result<Article, OperationErrorCode<"updateArticle">>>;
  /**
   * Delete an article
   *
   * Permanently deletes the article. Requires a secret key.
   *
   * Fails with authentication_required, invalid_api_key, invalid_key_format, key_expired, insufficient_permissions, publishable_key_write, team_access_denied, invalid_id_format, resource_not_found, rate_limit_exceeded, internal_error, database_error; or with a code of the client.
   */
  delete(articleId: string, options?: RequestOptions): Promise<Result<Deletion, OperationErrorCode<"deleteArticle">>>;
}

export interface Client {
  readonly tickets: Tickets;
  readonly customers: Customers;
  readonly articles: Articles;
}

/** openapi-fetch's client of the paths of the contract. */
export interface FetchClient extends OpenapiFetchClient<paths> {}

const api: Api = {
  catalog: errorCatalog,
  keyPrefixes,
  CStarError: errorClass,
  baseUrl: defaultBaseUrl,
  envelope,
  pagination: { parameter: "page", size: "pageSize", more: "hasMore" },
  explodeLists: false,
  userAgent: `cstar-api-contract/${contractVersion}`,
  words: () => [
    ...Object.entries(errorCatalog).flatMap(([code, { type }]) => [code, type]),
    ..."teamId pageSize status priority assignedTo customerId search expand initialMessage customerName metadata ticketId content sender sentiment customFields category isPublic excerpt categoryId metaDescription articleId requestId timestamp pagination customer messageCount responseDeadline resolutionDeadline firstResponseAt responseTier resolutionTier slaPaused createdAt closedAt updatedAt ticketCount request_id messages senderName isInternal viewCount useCount readTime publishedAt resolved frustrated inactive published archived".split(" "),
  ],
};

/** What every operation can return. */
const common = ["authentication_required", "invalid_api_key", "invalid_key_format", "key_expired", "insufficient_permissions", "team_access_denied", "invalid_id_format", "rate_limit_exceeded", "internal_error", "database_error"] as const;

/** By the name of the method. */
const routes = {
  "tickets.list": { method: "GET", path: "/teams/{teamId}/tickets", query: true, list: true, pages: 0, largestPage: 100, codes: [...common, "parameter_invalid"] },
  "tickets.create": { method: "POST", path: "/teams/{teamId}/tickets", body: true, codes: [...common, "publishable_key_write", "parameter_missing", "parameter_invalid", "invalid_json"] },
  "tickets.get": { method: "GET", path: "/teams/{teamId}/tickets/{ticketId}", codes: [...common, "resource_not_found"] },
  "tickets.update": { method: "PATCH", path: "/teams/{teamId}/tickets/{ticketId}", body: true, codes: [...common, "publishable_key_write", "parameter_invalid", "invalid_json", "resource_not_found"] },
  "tickets.delete": { method: "DELETE", path: "/teams/{teamId}/tickets/{ticketId}", codes: [...common, "publishable_key_write", "resource_not_found"] },
  "tickets.messages.list": { method: "GET", path: "/teams/{teamId}/tickets/{ticketId}/messages", query: true, list: true, pages: 1, largestPage: 100, codes: [...common, "parameter_invalid", "resource_not_found"] },
  "tickets.messages.create": { method: "POST", path: "/teams/{teamId}/tickets/{ticketId}/messages", body: true, codes: [...common, "publishable_key_write", "parameter_missing", "parameter_invalid", "invalid_json", "resource_not_found"] },
  "customers.list": { method: "GET", path: "/teams/{teamId}/customers", query: true, list: true, pages: 0, largestPage: 100, codes: [...common, "parameter_invalid"] },
  "customers.create": { method: "POST", path: "/teams/{teamId}/customers", body: true, codes: [...common, "publishable_key_write", "parameter_missing", "parameter_invalid", "invalid_json", "resource_conflict"] },
  "customers.get": { method: "GET", path: "/teams/{teamId}/customers/{customerId}", codes: [...common, "resource_not_found"] },
  "customers.update": { method: "PATCH", path: "/teams/{teamId}/customers/{customerId}", body: true, codes: [...common, "publishable_key_write", "parameter_invalid", "invalid_json", "resource_conflict", "resource_not_found"] },
  "customers.delete": { method: "DELETE", path: "/teams/{teamId}/customers/{customerId}", codes: [...common, "publishable_key_write", "resource_not_found"] },
  "articles.list": { method: "GET", path: "/teams/{teamId}/articles", query: true, list: true, pages: 0, largestPage: 100, codes: [...common, "parameter_invalid"] },
  "articles.create": { method: "POST", path: "/teams/{teamId}/articles", body: true, codes: [...common, "publishable_key_write", "parameter_missing", "parameter_invalid", "invalid_json", "resource_conflict"] },
  "articles.get": { method: "GET", path: "/teams/{teamId}/articles/{articleId}", codes: [...common, "resource_not_found"] },
  "articles.update": { method: "PATCH", path: "/teams/{teamId}/articles/{articleId}", body: true, codes: [...common, "publishable_key_write", "parameter_invalid", "invalid_json", "resource_conflict", "resource_not_found"] },
  "articles.delete": { method: "DELETE", path: "/teams/{teamId}/articles/{articleId}", codes: [...common, "publishable_key_write", "resource_not_found"] },
} as const satisfies Record<string, Route<ErrorCode>>;

/**
 * A client with a method per operation. Its methods return a `Result` and never throw.
 * @throws TypeError when an option is wrong; it never quotes a value.
 */
export function createClient(options: ClientOptions): Client {
  const context = resolveOptions(api, options);
  return bindMethods<Client>(context, createCaller(context, { teamId: options.teamId }), routes);
}

/**
 * openapi-fetch's own client with the same resilience: declared errors of the API come back as its `error`, everything
 * else is thrown as `CStarError`, and bodies arrive buffered.
 * @throws TypeError when an option is wrong; it never quotes a value.
 */
export function createFetchClient(options: Omit<ClientOptions, "teamId">): FetchClient {
  return createResilientFetch<paths>(resolveOptions(api, options), routes);
}
