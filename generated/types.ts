// Written by scripts/generate.ts from openapi/ with `npm run generate`. Do not edit: the next run replaces it.

export interface paths {
    "/teams/{teamId}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
            };
            cookie?: never;
        };
        /**
         * List tickets
         * @description Returns the team's tickets page by page, filtered by the given parameters.
         */
        get: operations["listTickets"];
        put?: never;
        /**
         * Create a ticket
         * @description Creates a ticket, and its first message if `initialMessage` is given. Requires a secret key.
         */
        post: operations["createTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{teamId}/tickets/{ticketId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
                /** @description The id of the ticket, prefixed (`tkt_…`) or as a UUID. */
                ticketId: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        /**
         * Get a ticket
         * @description Returns a ticket with its messages.
         */
        get: operations["getTicket"];
        put?: never;
        post?: never;
        /**
         * Delete a ticket
         * @description Permanently deletes the ticket. Requires a secret key.
         */
        delete: operations["deleteTicket"];
        options?: never;
        head?: never;
        /**
         * Update a ticket
         * @description Changes the given fields and leaves the others unchanged. Requires a secret key.
         */
        patch: operations["updateTicket"];
        trace?: never;
    };
    "/teams/{teamId}/tickets/{ticketId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
                /** @description The id of the ticket, prefixed (`tkt_…`) or as a UUID. */
                ticketId: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        /**
         * List the messages of a ticket
         * @description Returns the messages of a ticket page by page, oldest first.
         */
        get: operations["listTicketMessages"];
        put?: never;
        /**
         * Add a message to a ticket
         * @description Adds a message to the ticket's conversation. Requires a secret key.
         */
        post: operations["createTicketMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{teamId}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
            };
            cookie?: never;
        };
        /**
         * List customers
         * @description Returns the team's customers page by page, filtered by the given parameters.
         */
        get: operations["listCustomers"];
        put?: never;
        /**
         * Create a customer
         * @description Creates a customer. The email must be unique within the team. Requires a secret key.
         */
        post: operations["createCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{teamId}/customers/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
                /** @description The id of the customer, prefixed (`cus_…`) or as a UUID. */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        /**
         * Get a customer
         * @description Returns a customer.
         */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        /**
         * Delete a customer
         * @description Permanently deletes the customer. Requires a secret key.
         */
        delete: operations["deleteCustomer"];
        options?: never;
        head?: never;
        /**
         * Update a customer
         * @description Changes the given fields and leaves the others unchanged. Requires a secret key.
         */
        patch: operations["updateCustomer"];
        trace?: never;
    };
    "/teams/{teamId}/articles": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
            };
            cookie?: never;
        };
        /**
         * List articles
         * @description Returns the team's articles page by page, filtered by the given parameters.
         */
        get: operations["listArticles"];
        put?: never;
        /**
         * Create an article
         * @description Creates an article. The slug must be unique within the team. Requires a secret key.
         */
        post: operations["createArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{teamId}/articles/{articleId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
                /** @description The id of the article, prefixed (`art_…`) or as a UUID. */
                articleId: components["parameters"]["ArticleId"];
            };
            cookie?: never;
        };
        /**
         * Get an article
         * @description Returns an article.
         */
        get: operations["getArticle"];
        put?: never;
        post?: never;
        /**
         * Delete an article
         * @description Permanently deletes the article. Requires a secret key.
         */
        delete: operations["deleteArticle"];
        options?: never;
        head?: never;
        /**
         * Update an article
         * @description Changes the given fields and leaves the others unchanged. Requires a secret key.
         */
        patch: operations["updateArticle"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Ticket status
         * @description The status of a ticket.
         * @enum {string}
         */
        TicketStatus: "new" | "open" | "pending" | "resolved" | "closed";
        /**
         * Ticket priority
         * @description The priority of a ticket.
         * @enum {string}
         */
        TicketPriority: "low" | "normal" | "high" | "urgent";
        /**
         * Customer id
         * @description The id of a customer, prefixed (`cus_…`) or as a UUID.
         * @example cus_x9Y8z7W6v5U4
         */
        CustomerId: string;
        /**
         * Request id
         * @description Identifies one request, so that support can find it.
         * @example req_a1B2c3D4e5F6
         */
        RequestId: string;
        /**
         * Meta
         * @description Metadata about the response.
         */
        Meta: {
            /** @description The id of the request. */
            requestId: components["schemas"]["RequestId"];
            /**
             * Format: date-time
             * @description When the response was created.
             * @example 2026-03-30T10:30:00Z
             */
            timestamp: string;
        };
        /**
         * Success envelope
         * @description What all successful responses have in common.
         */
        SuccessEnvelope: {
            /**
             * @description Always `true` for a success.
             * @constant
             */
            success: true;
            meta: components["schemas"]["Meta"];
        };
        /**
         * Pagination
         * @description The position of a page in the whole list.
         */
        Pagination: {
            /**
             * @description The total number of entries in the list.
             * @example 42
             */
            total: number;
            /**
             * @description The number of this page, starting at 1.
             * @example 1
             */
            page: number;
            /**
             * @description The number of entries on a full page.
             * @example 20
             */
            pageSize: number;
            /**
             * @description Whether another page follows.
             * @example true
             */
            hasMore: boolean;
        };
        /**
         * Page envelope
         * @description What all list responses have in common.
         */
        PageEnvelope: components["schemas"]["SuccessEnvelope"] & {
            pagination: components["schemas"]["Pagination"];
        };
        /**
         * Ticket id
         * @description The id of a ticket, prefixed (`tkt_…`) or as a UUID.
         * @example tkt_a1B2c3D4e5F6
         */
        TicketId: string;
        /**
         * Customer sentiment
         * @description How a customer feels about the support they receive.
         * @enum {string}
         */
        CustomerSentiment: "happy" | "neutral" | "frustrated" | "angry";
        /**
         * Customer status
         * @description Whether a customer is active.
         * @enum {string}
         */
        CustomerStatus: "active" | "inactive";
        /**
         * Tags
         * @description Labels for sorting and searching.
         * @example [
         *       "billing"
         *     ]
         */
        Tags: string[];
        /**
         * Custom fields
         * @description The custom fields of a customer, by name. The team defines them.
         * @example {
         *       "plan": "enterprise"
         *     }
         */
        CustomFields: {
            [key: string]: unknown;
        };
        /**
         * Metadata
         * @description Values that your own programs store with a resource. cStar keeps them as they are and does not interpret them.
         * @example {
         *       "orderId": "A-1042"
         *     }
         */
        Metadata: {
            [key: string]: unknown;
        };
        /**
         * Customer
         * @description A person who contacts support.
         */
        Customer: {
            id: components["schemas"]["CustomerId"];
            /**
             * @description The kind of resource.
             * @constant
             */
            object: "customer";
            /**
             * @description The display name.
             * @example Jane Doe
             */
            name: string;
            /**
             * Format: email
             * @description The email address, unique within the team.
             * @example jane@example.com
             */
            email: string;
            /**
             * @description The sentiment of the customer, if known.
             * @example happy
             */
            sentiment: components["schemas"]["CustomerSentiment"] | null;
            /** @example active */
            status: components["schemas"]["CustomerStatus"];
            tags: components["schemas"]["Tags"];
            /**
             * @description Internal notes, which the customer does not see.
             * @example Prefers to be called.
             */
            notes: string | null;
            /** @description The custom fields that the team has defined. */
            customFields: components["schemas"]["CustomFields"] | null;
            /**
             * @description How many tickets the customer has.
             * @example 5
             */
            ticketCount: number;
            /** @description Values that your own programs store with the customer. */
            metadata: components["schemas"]["Metadata"] | null;
            /**
             * Format: date-time
             * @description When the customer was created.
             * @example 2025-01-15T10:00:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the customer last changed.
             * @example 2026-03-30T10:30:00Z
             */
            updatedAt: string;
        };
        /**
         * Ticket
         * @description A support request and its progress.
         */
        Ticket: {
            id: components["schemas"]["TicketId"];
            /**
             * @description The kind of resource.
             * @constant
             */
            object: "ticket";
            /**
             * @description What the ticket is about, in one line.
             * @example Charged twice for March
             */
            title: string;
            /** @example open */
            status: components["schemas"]["TicketStatus"];
            /** @example high */
            priority: components["schemas"]["TicketPriority"];
            /** @description The customer who made the request, if known. */
            customerId: components["schemas"]["CustomerId"] | null;
            /**
             * @description The name of the customer who made the request, if known.
             * @example Jane Doe
             */
            customerName: string | null;
            /** @description The whole customer. Present only in lists that were requested with `expand=customer`. */
            customer?: components["schemas"]["Customer"] | null;
            /**
             * @description The id of the agent assigned to the ticket, if any.
             * @example null
             */
            assignedTo: string | null;
            tags: components["schemas"]["Tags"];
            /**
             * @description Internal notes, which the customer does not see.
             * @example null
             */
            notes: string | null;
            /**
             * @description The number of messages in the ticket.
             * @example 2
             */
            messageCount: number;
            /**
             * Format: date-time
             * @description When the first reply is due.
             * @example 2026-03-30T12:00:00Z
             */
            responseDeadline: string | null;
            /**
             * Format: date-time
             * @description When the ticket is due to be resolved.
             * @example 2026-03-31T10:00:00Z
             */
            resolutionDeadline: string | null;
            /**
             * Format: date-time
             * @description When an agent first replied.
             * @example 2026-03-30T10:20:00Z
             */
            firstResponseAt: string | null;
            /**
             * @description The service level that sets the deadline for the first reply.
             * @example null
             */
            responseTier: string | null;
            /**
             * @description The service level that sets the deadline for the resolution.
             * @example null
             */
            resolutionTier: string | null;
            /**
             * @description Whether the deadlines are paused.
             * @example false
             */
            slaPaused: boolean | null;
            /** @description Values that your own programs store with the ticket. */
            metadata: components["schemas"]["Metadata"] | null;
            /**
             * Format: date-time
             * @description When the ticket was created.
             * @example 2026-03-30T10:00:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the ticket was closed.
             * @example null
             */
            closedAt: string | null;
            /**
             * Format: date-time
             * @description When the ticket last changed.
             * @example 2026-03-30T10:20:00Z
             */
            updatedAt: string;
        };
        /**
         * Ticket page
         * @description One page of tickets.
         */
        TicketPage: components["schemas"]["PageEnvelope"] & {
            data: components["schemas"]["Ticket"][];
        };
        /**
         * Error type
         * @description The broad category of the error. Every code belongs to exactly one type.
         * @enum {string}
         */
        ErrorType: "authentication_error" | "invalid_request_error" | "not_found_error" | "rate_limit_error" | "api_error";
        /**
         * Error code
         * @description Identifies the error. Branch on this value.
         *     The list is complete for this version of the contract, but later versions may add codes,
         *     so a program must handle codes that it does not know.
         * @enum {string}
         */
        ErrorCode: "authentication_required" | "invalid_api_key" | "invalid_key_format" | "key_expired" | "insufficient_permissions" | "publishable_key_write" | "team_access_denied" | "parameter_missing" | "parameter_invalid" | "invalid_json" | "invalid_id_format" | "resource_conflict" | "resource_not_found" | "rate_limit_exceeded" | "internal_error" | "database_error";
        /**
         * Error
         * @description What went wrong. Ignore fields that you do not know.
         */
        ErrorObject: {
            /** @description The broad category of the error. */
            type: components["schemas"]["ErrorType"];
            /** @description The exact error. Branch on this value. */
            code: components["schemas"]["ErrorCode"];
            /** @description An explanation for people. Its wording may change at any time, so do not parse it or branch on it. */
            message: string;
            /**
             * Format: uri
             * @description The URL of the documentation of this code.
             */
            doc_url: string;
            /** @description The id of the request, the same as `meta.requestId`. Include it when you contact support. */
            request_id: components["schemas"]["RequestId"];
        };
        /**
         * Error envelope
         * @description The body of every error response.
         */
        ErrorEnvelope: {
            /**
             * @description Always `false` for an error.
             * @constant
             */
            success: false;
            /** @description What went wrong. */
            error: components["schemas"]["ErrorObject"];
            meta: components["schemas"]["Meta"];
        };
        /**
         * Error parameter
         * @description The name of the parameter that caused the error. Depending on the code, it is always, sometimes or never present.
         */
        ErrorParam: string;
        /**
         * Parameter invalid
         * @description A query parameter or a body field has a value that the API does not accept; `param` names it.
         *     The value may have the wrong type, be out of range, not be one of the allowed values, or refer to something that does not exist.
         *     The server validated the request before storing anything. Nothing was created or changed.
         */
        parameter_invalid: components["schemas"]["ErrorObject"] & {
            /** @constant */
            type: "invalid_request_error";
            /** @constant */
            code: "parameter_invalid";
            /** @example The 'priority' field must be one of: low, normal, high, urgent */
            message?: string;
            /** @example priority */
            param: components["schemas"]["ErrorParam"];
            /** @constant */
            doc_url: "https://cstar.help/developers/api/errors#parameter_invalid";
        };
        /**
         * Invalid ID format
         * @description An id in the path is neither a UUID nor a prefixed id of the right kind, such as `tkt_abc123` for a ticket.
         *     The server looked nothing up, so the error does not tell whether the resource exists. Nothing was changed.
         *     If `param` is present, it names the path parameter that holds the id.
         */
        invalid_id_format: components["schemas"]["ErrorObject"] & {
            /** @constant */
            type: "invalid_request_error";
            /** @constant */
            code: "invalid_id_format";
            /** @example The 'ticketId' must be a UUID or a prefixed ID such as tkt_abc123. */
            message?: string;
            /** @example ticketId */
            param?: components["schemas"]["ErrorParam"];
            /** @constant */
            doc_url: "https://cstar.help/developers/api/errors#invalid_id_format";
        };
        /**
         * Authentication required
         * @description The request has no usable `Authorization` header: it is missing, empty, or not of the form `Bearer <key>`.
         *     The server stopped there. Nothing was read or changed.
         *     A request with a valid key passes this check, but it can still fail for another reason.
         */
        authentication_required: components["schemas"]["ErrorObject"] & {
            /** @constant */
            type: "authentication_error";
            /** @constant */
            code: "authentication_required";
            /** @example The Authorization header is missing or malformed. Send it as 'Bearer <key>'. */
            message?: string;
            /** @constant */
            doc_url: "https://cstar.help/developers/api/errors#authentication_required";
        };
        /**
         * Invalid API key
         * @description The key has the right format but does not work: it was never issued, or it has been revoked.
         *     The server refused the request before doing any work. Nothing was read or changed.
         *     Sending the same key again returns the same error.
         */
        invalid_api_key: components["schemas"]["ErrorObject"] & {
            /** @constant */
            type: "authentication_error";
            /** @constant */
            code: "invalid_api_key";
            /** @example The API key is not valid or has been revoked. */
            message?: string;
            /** @constant */
            doc_url: "https://cstar.help/developers/api/errors#invalid_api_key";
        };
        /**
         * Invalid key format
         * @description The value after `Bearer` is not a cStar API key: it starts with none of the prefixes `sk_live_`, `pk_live_`, `sk_test_` and `pk_test_`.
         *     The server did not look the key up. Nothing was read or changed.
         */
        invalid_key_format: components["schemas"]["ErrorObject"] & {
            /** @constant */
            type: "authentication_error";
            /** @constant */
            code: "invalid_key_format";
            /** @example The API key must start with one of: sk_live_, pk_live_, sk_test_, pk_test_. */
            message?: string;
            /** @constant */
            doc_url: "https://cstar.help/developers/api/errors#invalid_key_format";
        };
        /**
         * Key expired
         * @description The key was valid once, but its expiry date has passed.
         *     The server refused the request before doing any work. Nothing was read or changed.
         *     An expired key stays expired; use another key.
         */
        key_expired: components["schemas"]["ErrorObject"] & {
            /** @constant */
            type: "authentication_error";
            /** @constant */
            code: "key_expired";
            /** @example This API key has expired. */
            message?: string;
            /** @constant */
            doc_url: "https://cstar.help/developers/api/errors#key_expired";
        };
        /**
         * Insufficient permissions
         * @description The key is valid and belongs to the team, but it lacks the permission that this operation requires.
         *     The server refused the request. Nothing was read or changed.
         *     An administrator of the team has to grant the permission or provide another key.
         */
        insufficient_permissions: components["schemas"]["ErrorObject"] & {
            /** @constant */
            type: "authentication_error";
            /** @constant */
            code: "insufficient_permissions";
            /** @example This API key does not have the permission that this operation requires. */
            message?: string;
            /** @constant */
            doc_url: "https://cstar.help/developers/api/errors#insufficient_permissions";
        };
        /**
         * Team access denied
         * @description The key is valid, but it belongs to a different team from the one in the path.
         *     The server refused the request. Nothing was read or changed.
         *     A key works only for the team it was created in.
         */
        team_access_denied: components["schemas"]["ErrorObject"] & {
            /** @constant */
            type: "authentication_error";
            /** @constant */
            code: "team_access_denied";
            /** @example This API key does not belong to the requested team. */
            message?: string;
            /** @constant */
            doc_url: "https://cstar.help/developers/api/errors#team_access_denied";
        };
        /**
         * Rate limit exceeded
         * @description The key has used up its requests for the current window.
         *     The server did not process the request, so repeating it is safe, whatever it does.
         *     The `Retry-After` header says how many seconds to wait first.
         */
        rate_limit_exceeded: components["schemas"]["ErrorObject"] & {
            /** @constant */
            type: "rate_limit_error";
            /** @constant */
            code: "rate_limit_exceeded";
            /** @example Too many requests in the current window. Wait before you try again. */
            message?: string;
            /** @constant */
            doc_url: "https://cstar.help/developers/api/errors#rate_limit_exceeded";
        };
        /**
         * Internal error
         * @description An unexpected error occurred inside cStar.
         *     The request may have been carried out fully, partly or not at all; the response does not say.
         *     GET and DELETE are safe to repeat. Repeat a POST or a PATCH only with the `Idempotency-Key` of the first attempt:
         *     if that attempt took effect, the retry returns its success, otherwise it starts over.
         */
        internal_error: components["schemas"]["ErrorObject"] & {
            /** @constant */
            type: "api_error";
            /** @constant */
            code: "internal_error";
            /** @example An unexpected error occurred on our side. */
            message?: string;
            /** @constant */
            doc_url: "https://cstar.help/developers/api/errors#internal_error";
        };
        /**
         * Database error
         * @description The cStar database could not complete an operation.
         *     The response does not say whether a write was stored.
         *     GET and DELETE are safe to repeat. Repeat a POST or a PATCH only with the `Idempotency-Key` of the first attempt:
         *     if that attempt took effect, the retry returns its success, otherwise it starts over.
         */
        database_error: components["schemas"]["ErrorObject"] & {
            /** @constant */
            type: "api_error";
            /** @constant */
            code: "database_error";
            /** @example A database operation failed on our side. */
            message?: string;
            /** @constant */
            doc_url: "https://cstar.help/developers/api/errors#database_error";
        };
        /**
         * Ticket input
         * @description The fields of a ticket that a request can set.
         */
        TicketInput: {
            /**
             * @description What the ticket is about, in one line.
             * @example Charged twice for March
             */
            title?: string;
            priority?: components["schemas"]["TicketPriority"];
            status?: components["schemas"]["TicketStatus"];
            /** @description The customer who made the request. If there is no such customer, the API returns `parameter_invalid`. */
            customerId?: components["schemas"]["CustomerId"];
            /**
             * @description The name of the customer who made the request.
             * @example Jane Doe
             */
            customerName?: string;
            tags?: components["schemas"]["Tags"];
            /**
             * @description Internal notes, which the customer does not see.
             * @example Refund is on its way.
             */
            notes?: string;
            metadata?: components["schemas"]["Metadata"];
        };
        /**
         * New ticket
         * @description A ticket to create. The default priority is `normal`.
         */
        CreateTicket: {
            /**
             * @description The text of the first message, which is added to the new ticket.
             * @example I was charged twice this month.
             */
            initialMessage?: string;
        } & WithRequired<components["schemas"]["TicketInput"], "title">;
        /**
         * Ticket envelope
         * @description One ticket, as returned when it was created or updated.
         */
        TicketEnvelope: components["schemas"]["SuccessEnvelope"] & {
            data: components["schemas"]["Ticket"];
        };
        /**
         * Parameter missing
         * @description The request body lacks a required field; `param` names it.
         *     The server validated the request before storing anything. Nothing was created or changed.
         *     A response reports one problem at a time, so other fields may be wrong as well.
         */
        parameter_missing: components["schemas"]["ErrorObject"] & {
            /** @constant */
            type: "invalid_request_error";
            /** @constant */
            code: "parameter_missing";
            /**
             * @example The 'title' field is required.
             * @example The 'title' field is required
             */
            message?: string;
            /** @example title */
            param: components["schemas"]["ErrorParam"];
            /** @constant */
            doc_url: "https://cstar.help/developers/api/errors#parameter_missing";
        };
        /**
         * Invalid JSON
         * @description The request body is not valid JSON.
         *     The server stopped there: it looked at no field, and nothing was created or changed.
         *     There is no `param`, because no field could be read.
         */
        invalid_json: components["schemas"]["ErrorObject"] & {
            /** @constant */
            type: "invalid_request_error";
            /** @constant */
            code: "invalid_json";
            /** @example The request body is not valid JSON. */
            message?: string;
            /** @constant */
            doc_url: "https://cstar.help/developers/api/errors#invalid_json";
        };
        /**
         * Write with a publishable key
         * @description A publishable key (`pk_live_…` or `pk_test_…`) can only read, and this request would create, update or delete something.
         *     The server refused the request. Nothing was changed.
         *     The key remains valid for reading.
         */
        publishable_key_write: components["schemas"]["ErrorObject"] & {
            /** @constant */
            type: "authentication_error";
            /** @constant */
            code: "publishable_key_write";
            /** @example Publishable keys are read-only. Use a secret key to create, update or delete. */
            message?: string;
            /** @constant */
            doc_url: "https://cstar.help/developers/api/errors#publishable_key_write";
        };
        /**
         * Message sender
         * @description Who wrote a message. Only cStar itself writes as `system`.
         * @enum {string}
         */
        MessageSender: "agent" | "customer" | "system";
        /**
         * Message
         * @description One message in the conversation of a ticket.
         */
        Message: {
            /**
             * @description The id of the message.
             * @example msg_b2C3d4E5f6G7
             */
            id: string;
            /** @description The ticket that the message belongs to. */
            ticketId?: components["schemas"]["TicketId"];
            /**
             * @description The text of the message.
             * @example I was charged twice this month.
             */
            content: string;
            /** @example customer */
            sender: components["schemas"]["MessageSender"];
            /**
             * @description The display name of the sender.
             * @example Jane Doe
             */
            senderName?: string | null;
            /**
             * @description Whether the message is an internal note, which the customer does not see.
             * @example false
             */
            isInternal?: boolean;
            /**
             * Format: date-time
             * @description When the message was written.
             * @example 2026-03-30T10:05:00Z
             */
            createdAt: string;
        };
        /**
         * Ticket thread
         * @description A ticket together with its messages.
         */
        TicketThread: components["schemas"]["Ticket"] & {
            /** @description The messages of the ticket, oldest first. */
            messages: components["schemas"]["Message"][];
        };
        /**
         * Ticket thread envelope
         * @description One ticket with its messages.
         */
        TicketThreadEnvelope: components["schemas"]["SuccessEnvelope"] & {
            data: components["schemas"]["TicketThread"];
        };
        /**
         * Resource not found
         * @description The id in the path is well formed, but the team has no such resource: it never existed, it was deleted, or it belongs to another team or environment.
         *     Nothing was changed.
         *     A repeated DELETE may return this error because the first attempt already deleted the resource; treat that as success.
         */
        resource_not_found: components["schemas"]["ErrorObject"] & {
            /** @constant */
            type: "not_found_error";
            /** @constant */
            code: "resource_not_found";
            /** @example The requested ticket does not exist. */
            message?: string;
            /** @constant */
            doc_url: "https://cstar.help/developers/api/errors#resource_not_found";
        };
        /**
         * Resource id
         * @description The id of a ticket, a customer or an article, prefixed or as a UUID.
         * @example tkt_a1B2c3D4e5F6
         */
        ResourceId: string;
        /**
         * Deletion
         * @description Confirms that a resource was deleted.
         */
        Deletion: {
            /** @description The id of the deleted resource. */
            id: components["schemas"]["ResourceId"];
            /**
             * @description Always `true`.
             * @constant
             */
            deleted: true;
        };
        /**
         * Deletion envelope
         * @description The confirmation that a resource was deleted.
         */
        DeletionEnvelope: components["schemas"]["SuccessEnvelope"] & {
            data: components["schemas"]["Deletion"];
        };
        /**
         * Ticket changes
         * @description The fields of a ticket to change, at least one. Fields that are left out keep their values.
         */
        UpdateTicket: components["schemas"]["TicketInput"];
        /**
         * Message page
         * @description One page of the messages of a ticket.
         */
        MessagePage: components["schemas"]["PageEnvelope"] & {
            data: components["schemas"]["Message"][];
        };
        /**
         * New message
         * @description A message to add to a ticket.
         */
        CreateMessage: {
            /**
             * @description The text of the message.
             * @example The second charge has been refunded.
             */
            content: string;
            /**
             * @description Who the message is from.
             * @example agent
             * @enum {string}
             */
            sender?: "agent" | "customer";
        };
        /**
         * Message envelope
         * @description One message of a ticket.
         */
        MessageEnvelope: components["schemas"]["SuccessEnvelope"] & {
            data: components["schemas"]["Message"];
        };
        /**
         * Customer page
         * @description One page of customers.
         */
        CustomerPage: components["schemas"]["PageEnvelope"] & {
            data: components["schemas"]["Customer"][];
        };
        /**
         * Customer input
         * @description The fields of a customer that a request can set.
         */
        CustomerInput: {
            /**
             * @description The display name.
             * @example Jane Doe
             */
            name?: string;
            /**
             * Format: email
             * @description The email address. If it is already in use within the team, the API returns `resource_conflict`.
             * @example jane@example.com
             */
            email?: string;
            sentiment?: components["schemas"]["CustomerSentiment"];
            status?: components["schemas"]["CustomerStatus"];
            tags?: components["schemas"]["Tags"];
            /**
             * @description Internal notes, which the customer does not see.
             * @example Prefers to be called.
             */
            notes?: string;
            customFields?: components["schemas"]["CustomFields"];
            metadata?: components["schemas"]["Metadata"];
        };
        /**
         * New customer
         * @description A customer to create.
         */
        CreateCustomer: WithRequired<components["schemas"]["CustomerInput"], "name" | "email">;
        /**
         * Customer envelope
         * @description One customer.
         */
        CustomerEnvelope: components["schemas"]["SuccessEnvelope"] & {
            data: components["schemas"]["Customer"];
        };
        /**
         * Resource conflict
         * @description The request sets a field to a value that must be unique within the team and is already in use; `param` names the field.
         *     The email of a customer and the slug of an article must be unique.
         *     Neither the new nor the existing resource was changed.
         */
        resource_conflict: components["schemas"]["ErrorObject"] & {
            /** @constant */
            type: "invalid_request_error";
            /** @constant */
            code: "resource_conflict";
            /** @example A customer with this email already exists */
            message?: string;
            /** @example email */
            param: components["schemas"]["ErrorParam"];
            /** @constant */
            doc_url: "https://cstar.help/developers/api/errors#resource_conflict";
        };
        /**
         * Customer changes
         * @description The fields of a customer to change, at least one. Fields that are left out keep their values.
         */
        UpdateCustomer: components["schemas"]["CustomerInput"];
        /**
         * Article status
         * @description The publication status of an article.
         * @enum {string}
         */
        ArticleStatus: "draft" | "published" | "archived";
        /**
         * Article id
         * @description The id of an article, prefixed (`art_…`) or as a UUID.
         * @example art_m3N4o5P6q7R8
         */
        ArticleId: string;
        /**
         * Article
         * @description An article of the knowledge base.
         */
        Article: {
            id: components["schemas"]["ArticleId"];
            /**
             * @description The kind of resource.
             * @constant
             */
            object: "article";
            /**
             * @description The title of the article.
             * @example How to change your password
             */
            title: string;
            /**
             * @description The name of the article in its URL, unique within the team.
             * @example how-to-change-your-password
             */
            slug: string | null;
            /**
             * @description A short summary, for lists.
             * @example Three steps to a new password.
             */
            excerpt: string | null;
            /**
             * @description The text, in Markdown.
             * @example # How to change your password
             *
             *     Open your profile, then …
             */
            content: string | null;
            /**
             * Format: uuid
             * @description The category of the article, if any.
             * @example null
             */
            categoryId: string | null;
            /** @example published */
            status: components["schemas"]["ArticleStatus"];
            /**
             * @example [
             *       "account"
             *     ]
             */
            tags: components["schemas"]["Tags"];
            /**
             * @description Internal notes, which readers do not see.
             * @example null
             */
            notes: string | null;
            /**
             * @description How often the article was viewed.
             * @example 1234
             */
            viewCount: number;
            /**
             * @description How often agents used the article in a reply.
             * @example 56
             */
            useCount: number;
            /**
             * @description The estimated reading time, as text.
             * @example 2 min
             */
            readTime: string | null;
            /**
             * @description Whether anyone can read the article once it is published.
             * @example true
             */
            isPublic: boolean;
            /**
             * Format: date-time
             * @description When the article was published.
             * @example 2025-12-01T10:00:00Z
             */
            publishedAt: string | null;
            /**
             * @description The description for search engines.
             * @example Change the password of your account in three steps.
             */
            metaDescription: string | null;
            /** @description Values that your own programs store with the article. */
            metadata: components["schemas"]["Metadata"] | null;
            /**
             * Format: date-time
             * @description When the article was created.
             * @example 2025-11-15T10:00:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the article last changed.
             * @example 2026-03-30T10:30:00Z
             */
            updatedAt: string;
        };
        /**
         * Article page
         * @description One page of articles.
         */
        ArticlePage: components["schemas"]["PageEnvelope"] & {
            data: components["schemas"]["Article"][];
        };
        /**
         * Article input
         * @description The fields of an article that a request can set.
         */
        ArticleInput: {
            /**
             * @description The title of the article.
             * @example How to change your password
             */
            title?: string;
            /**
             * @description The text, in Markdown.
             * @example # How to change your password
             *
             *     Open your profile, then …
             */
            content?: string;
            /**
             * @description A short summary, for lists.
             * @example Three steps to a new password.
             */
            excerpt?: string;
            /**
             * Format: uuid
             * @description The category to put the article in. If it does not exist, the API returns `parameter_invalid`.
             * @example 7c9e6679-7425-40de-944b-e07fc1f90ae7
             */
            categoryId?: string;
            status?: components["schemas"]["ArticleStatus"];
            /**
             * @description Whether anyone can read the article once it is published.
             * @example true
             */
            isPublic?: boolean;
            /**
             * @example [
             *       "account"
             *     ]
             */
            tags?: components["schemas"]["Tags"];
            /**
             * @description The name of the article in its URL. If it is already in use within the team, the API returns `resource_conflict`.
             * @example how-to-change-your-password
             */
            slug?: string;
            /**
             * @description Internal notes, which readers do not see.
             * @example Review in autumn.
             */
            notes?: string;
            /**
             * @description The description for search engines.
             * @example Change the password of your account in three steps.
             */
            metaDescription?: string;
            metadata?: components["schemas"]["Metadata"];
        };
        /**
         * New article
         * @description An article to create.
         */
        CreateArticle: WithRequired<components["schemas"]["ArticleInput"], "title">;
        /**
         * Article envelope
         * @description One article.
         */
        ArticleEnvelope: components["schemas"]["SuccessEnvelope"] & {
            data: components["schemas"]["Article"];
        };
        /**
         * Article changes
         * @description The fields of an article to change, at least one. Fields that are left out keep their values.
         */
        UpdateArticle: components["schemas"]["ArticleInput"];
    };
    responses: {
        /** @description One page of tickets. */
        TicketsListed: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TicketPage"];
            };
        };
        /** @description An id in the path or a query parameter is invalid. */
        InvalidQuery: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"] & {
                    error: components["schemas"]["parameter_invalid"] | components["schemas"]["invalid_id_format"];
                };
            };
        };
        /** @description The API key is missing or not valid. */
        Unauthenticated: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"] & {
                    error: components["schemas"]["authentication_required"] | components["schemas"]["invalid_api_key"] | components["schemas"]["invalid_key_format"] | components["schemas"]["key_expired"];
                };
            };
        };
        /** @description The key is not allowed to read this. */
        ReadForbidden: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"] & {
                    error: components["schemas"]["insufficient_permissions"] | components["schemas"]["team_access_denied"];
                };
            };
        };
        /** @description The key has exceeded its rate limit. */
        RateLimited: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"] & {
                    error: components["schemas"]["rate_limit_exceeded"];
                };
            };
        };
        /** @description An error occurred on the server. */
        ServerFailure: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"] & {
                    error: components["schemas"]["internal_error"] | components["schemas"]["database_error"];
                };
            };
        };
        /** @description The ticket was created. */
        TicketCreated: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TicketEnvelope"];
            };
        };
        /** @description An id in the path or the request body is invalid. */
        InvalidCreation: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"] & {
                    error: components["schemas"]["parameter_missing"] | components["schemas"]["parameter_invalid"] | components["schemas"]["invalid_json"] | components["schemas"]["invalid_id_format"];
                };
            };
        };
        /** @description The key is not allowed to change this. */
        WriteForbidden: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"] & {
                    error: components["schemas"]["insufficient_permissions"] | components["schemas"]["publishable_key_write"] | components["schemas"]["team_access_denied"];
                };
            };
        };
        /** @description The ticket, with its messages. */
        TicketFound: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TicketThreadEnvelope"];
            };
        };
        /** @description An id in the path is malformed. */
        InvalidId: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"] & {
                    error: components["schemas"]["invalid_id_format"];
                };
            };
        };
        /** @description No resource has this id. */
        NotFound: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"] & {
                    error: components["schemas"]["resource_not_found"];
                };
            };
        };
        /** @description The ticket was deleted. */
        TicketDeleted: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DeletionEnvelope"];
            };
        };
        /** @description The ticket was updated. */
        TicketUpdated: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TicketEnvelope"];
            };
        };
        /** @description An id in the path or the request body is invalid. */
        InvalidUpdate: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"] & {
                    error: components["schemas"]["parameter_invalid"] | components["schemas"]["invalid_json"] | components["schemas"]["invalid_id_format"];
                };
            };
        };
        /** @description One page of the messages of the ticket, oldest first. */
        MessagesListed: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessagePage"];
            };
        };
        /** @description The message was added to the ticket. */
        MessageCreated: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageEnvelope"];
            };
        };
        /** @description One page of customers. */
        CustomersListed: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CustomerPage"];
            };
        };
        /** @description The customer was created. */
        CustomerCreated: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CustomerEnvelope"];
            };
        };
        /** @description A value that must be unique is already in use. */
        Conflict: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"] & {
                    error: components["schemas"]["resource_conflict"];
                };
            };
        };
        /** @description The customer. */
        CustomerFound: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CustomerEnvelope"];
            };
        };
        /** @description The customer was deleted. */
        CustomerDeleted: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DeletionEnvelope"];
            };
        };
        /** @description The customer was updated. */
        CustomerUpdated: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CustomerEnvelope"];
            };
        };
        /** @description One page of articles. */
        ArticlesListed: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ArticlePage"];
            };
        };
        /** @description The article was created. */
        ArticleCreated: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ArticleEnvelope"];
            };
        };
        /** @description The article. */
        ArticleFound: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ArticleEnvelope"];
            };
        };
        /** @description The article was deleted. */
        ArticleDeleted: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DeletionEnvelope"];
            };
        };
        /** @description The article was updated. */
        ArticleUpdated: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ArticleEnvelope"];
            };
        };
    };
    parameters: {
        /** @description The id of the team. The key must belong to this team. */
        TeamId: string;
        /** @description The page to return, starting at 1. At least 1, 1 by default. */
        Page: number;
        /** @description The number of entries per page. From 1 to 100, 20 by default. */
        PageSize: number;
        /** @description Return only tickets with this status. */
        TicketStatusFilter: components["schemas"]["TicketStatus"];
        /** @description Return only tickets with this priority. */
        TicketPriorityFilter: components["schemas"]["TicketPriority"];
        /** @description Return only tickets assigned to this agent. */
        AssigneeFilter: string;
        /** @description Return only tickets of this customer. */
        CustomerFilter: components["schemas"]["CustomerId"];
        /** @description Return only entries that contain these words. */
        Search: string;
        /** @description Related resources to include in full in each ticket, separated by commas. */
        TicketExpand: "customer"[];
        /**
         * @description A value of your choice, such as a UUID, that identifies one intended change.
         *     When a request with the same key has succeeded within the last 24 hours, the API returns that response again instead of doing the work twice.
         *     A write that took effect is kept together with its key, even if its response was lost or was an error; after a refusal, the same key starts a new attempt.
         */
        IdempotencyKey: string;
        /** @description The id of the ticket, prefixed (`tkt_…`) or as a UUID. */
        TicketId: components["schemas"]["TicketId"];
        /** @description Return only customers with this status. */
        CustomerStatusFilter: components["schemas"]["CustomerStatus"];
        /** @description Return only customers with this sentiment. */
        SentimentFilter: components["schemas"]["CustomerSentiment"];
        /** @description Return only entries with exactly this tag. */
        TagFilter: string;
        /** @description The id of the customer, prefixed (`cus_…`) or as a UUID. */
        CustomerId: components["schemas"]["CustomerId"];
        /** @description Return only articles with this status. */
        ArticleStatusFilter: components["schemas"]["ArticleStatus"];
        /** @description Return only articles in the category with this UUID. */
        CategoryFilter: string;
        /** @description Return only articles that are public (`true`), or only those that are not (`false`). */
        PublicFilter: boolean;
        /** @description The id of the article, prefixed (`art_…`) or as a UUID. */
        ArticleId: components["schemas"]["ArticleId"];
    };
    requestBodies: {
        /** @description The ticket to create. */
        CreateTicketBody: {
            content: {
                "application/json": components["schemas"]["CreateTicket"];
            };
        };
        /** @description The fields to change. */
        UpdateTicketBody: {
            content: {
                "application/json": components["schemas"]["UpdateTicket"];
            };
        };
        /** @description The message to add. */
        CreateMessageBody: {
            content: {
                "application/json": components["schemas"]["CreateMessage"];
            };
        };
        /** @description The customer to create. */
        CreateCustomerBody: {
            content: {
                "application/json": components["schemas"]["CreateCustomer"];
            };
        };
        /** @description The fields to change. */
        UpdateCustomerBody: {
            content: {
                "application/json": components["schemas"]["UpdateCustomer"];
            };
        };
        /** @description The article to create. */
        CreateArticleBody: {
            content: {
                "application/json": components["schemas"]["CreateArticle"];
            };
        };
        /** @description The fields to change. */
        UpdateArticleBody: {
            content: {
                "application/json": components["schemas"]["UpdateArticle"];
            };
        };
    };
    headers: {
        /** @description The number of requests that the key may make per window. */
        RateLimitLimit: number;
        /** @description The number of requests left in the current window. */
        RateLimitRemaining: number;
        /** @description When the current window ends, in seconds since the Unix epoch. */
        RateLimitReset: number;
        /** @description The length of a window in seconds. */
        RateLimitWindow: number;
        /** @description The number of seconds to wait before the next attempt. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listTickets: {
        parameters: {
            query?: {
                /** @description The page to return, starting at 1. At least 1, 1 by default. */
                page?: components["parameters"]["Page"];
                /** @description The number of entries per page. From 1 to 100, 20 by default. */
                pageSize?: components["parameters"]["PageSize"];
                /** @description Return only tickets with this status. */
                status?: components["parameters"]["TicketStatusFilter"];
                /** @description Return only tickets with this priority. */
                priority?: components["parameters"]["TicketPriorityFilter"];
                /** @description Return only tickets assigned to this agent. */
                assignedTo?: components["parameters"]["AssigneeFilter"];
                /** @description Return only tickets of this customer. */
                customerId?: components["parameters"]["CustomerFilter"];
                /** @description Return only entries that contain these words. */
                search?: components["parameters"]["Search"];
                /** @description Related resources to include in full in each ticket, separated by commas. */
                expand?: components["parameters"]["TicketExpand"];
            };
            header?: never;
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TicketsListed"];
            400: components["responses"]["InvalidQuery"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ReadForbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailure"];
        };
    };
    createTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your choice, such as a UUID, that identifies one intended change.
                 *     When a request with the same key has succeeded within the last 24 hours, the API returns that response again instead of doing the work twice.
                 *     A write that took effect is kept together with its key, even if its response was lost or was an error; after a refusal, the same key starts a new attempt.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateTicketBody"];
        responses: {
            201: components["responses"]["TicketCreated"];
            400: components["responses"]["InvalidCreation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WriteForbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailure"];
        };
    };
    getTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
                /** @description The id of the ticket, prefixed (`tkt_…`) or as a UUID. */
                ticketId: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TicketFound"];
            400: components["responses"]["InvalidId"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ReadForbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailure"];
        };
    };
    deleteTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
                /** @description The id of the ticket, prefixed (`tkt_…`) or as a UUID. */
                ticketId: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TicketDeleted"];
            400: components["responses"]["InvalidId"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WriteForbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailure"];
        };
    };
    updateTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your choice, such as a UUID, that identifies one intended change.
                 *     When a request with the same key has succeeded within the last 24 hours, the API returns that response again instead of doing the work twice.
                 *     A write that took effect is kept together with its key, even if its response was lost or was an error; after a refusal, the same key starts a new attempt.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
                /** @description The id of the ticket, prefixed (`tkt_…`) or as a UUID. */
                ticketId: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["UpdateTicketBody"];
        responses: {
            200: components["responses"]["TicketUpdated"];
            400: components["responses"]["InvalidUpdate"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WriteForbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailure"];
        };
    };
    listTicketMessages: {
        parameters: {
            query?: {
                /** @description The page to return, starting at 1. At least 1, 1 by default. */
                page?: components["parameters"]["Page"];
                /** @description The number of entries per page. From 1 to 100, 20 by default. */
                pageSize?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
                /** @description The id of the ticket, prefixed (`tkt_…`) or as a UUID. */
                ticketId: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MessagesListed"];
            400: components["responses"]["InvalidQuery"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ReadForbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailure"];
        };
    };
    createTicketMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your choice, such as a UUID, that identifies one intended change.
                 *     When a request with the same key has succeeded within the last 24 hours, the API returns that response again instead of doing the work twice.
                 *     A write that took effect is kept together with its key, even if its response was lost or was an error; after a refusal, the same key starts a new attempt.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
                /** @description The id of the ticket, prefixed (`tkt_…`) or as a UUID. */
                ticketId: components["parameters"]["TicketId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateMessageBody"];
        responses: {
            201: components["responses"]["MessageCreated"];
            400: components["responses"]["InvalidCreation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WriteForbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailure"];
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                /** @description The page to return, starting at 1. At least 1, 1 by default. */
                page?: components["parameters"]["Page"];
                /** @description The number of entries per page. From 1 to 100, 20 by default. */
                pageSize?: components["parameters"]["PageSize"];
                /** @description Return only customers with this status. */
                status?: components["parameters"]["CustomerStatusFilter"];
                /** @description Return only customers with this sentiment. */
                sentiment?: components["parameters"]["SentimentFilter"];
                /** @description Return only entries that contain these words. */
                search?: components["parameters"]["Search"];
                /** @description Return only entries with exactly this tag. */
                tag?: components["parameters"]["TagFilter"];
            };
            header?: never;
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CustomersListed"];
            400: components["responses"]["InvalidQuery"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ReadForbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailure"];
        };
    };
    createCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your choice, such as a UUID, that identifies one intended change.
                 *     When a request with the same key has succeeded within the last 24 hours, the API returns that response again instead of doing the work twice.
                 *     A write that took effect is kept together with its key, even if its response was lost or was an error; after a refusal, the same key starts a new attempt.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateCustomerBody"];
        responses: {
            201: components["responses"]["CustomerCreated"];
            400: components["responses"]["InvalidCreation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WriteForbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailure"];
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
                /** @description The id of the customer, prefixed (`cus_…`) or as a UUID. */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CustomerFound"];
            400: components["responses"]["InvalidId"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ReadForbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailure"];
        };
    };
    deleteCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
                /** @description The id of the customer, prefixed (`cus_…`) or as a UUID. */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CustomerDeleted"];
            400: components["responses"]["InvalidId"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WriteForbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailure"];
        };
    };
    updateCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your choice, such as a UUID, that identifies one intended change.
                 *     When a request with the same key has succeeded within the last 24 hours, the API returns that response again instead of doing the work twice.
                 *     A write that took effect is kept together with its key, even if its response was lost or was an error; after a refusal, the same key starts a new attempt.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
                /** @description The id of the customer, prefixed (`cus_…`) or as a UUID. */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["UpdateCustomerBody"];
        responses: {
            200: components["responses"]["CustomerUpdated"];
            400: components["responses"]["InvalidUpdate"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WriteForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailure"];
        };
    };
    listArticles: {
        parameters: {
            query?: {
                /** @description The page to return, starting at 1. At least 1, 1 by default. */
                page?: components["parameters"]["Page"];
                /** @description The number of entries per page. From 1 to 100, 20 by default. */
                pageSize?: components["parameters"]["PageSize"];
                /** @description Return only articles with this status. */
                status?: components["parameters"]["ArticleStatusFilter"];
                /** @description Return only articles in the category with this UUID. */
                category?: components["parameters"]["CategoryFilter"];
                /** @description Return only articles that are public (`true`), or only those that are not (`false`). */
                isPublic?: components["parameters"]["PublicFilter"];
                /** @description Return only entries that contain these words. */
                search?: components["parameters"]["Search"];
                /** @description Return only entries with exactly this tag. */
                tag?: components["parameters"]["TagFilter"];
            };
            header?: never;
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ArticlesListed"];
            400: components["responses"]["InvalidQuery"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ReadForbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailure"];
        };
    };
    createArticle: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your choice, such as a UUID, that identifies one intended change.
                 *     When a request with the same key has succeeded within the last 24 hours, the API returns that response again instead of doing the work twice.
                 *     A write that took effect is kept together with its key, even if its response was lost or was an error; after a refusal, the same key starts a new attempt.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateArticleBody"];
        responses: {
            201: components["responses"]["ArticleCreated"];
            400: components["responses"]["InvalidCreation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WriteForbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailure"];
        };
    };
    getArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
                /** @description The id of the article, prefixed (`art_…`) or as a UUID. */
                articleId: components["parameters"]["ArticleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ArticleFound"];
            400: components["responses"]["InvalidId"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ReadForbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailure"];
        };
    };
    deleteArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
                /** @description The id of the article, prefixed (`art_…`) or as a UUID. */
                articleId: components["parameters"]["ArticleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ArticleDeleted"];
            400: components["responses"]["InvalidId"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WriteForbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailure"];
        };
    };
    updateArticle: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A value of your choice, such as a UUID, that identifies one intended change.
                 *     When a request with the same key has succeeded within the last 24 hours, the API returns that response again instead of doing the work twice.
                 *     A write that took effect is kept together with its key, even if its response was lost or was an error; after a refusal, the same key starts a new attempt.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the team. The key must belong to this team. */
                teamId: components["parameters"]["TeamId"];
                /** @description The id of the article, prefixed (`art_…`) or as a UUID. */
                articleId: components["parameters"]["ArticleId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["UpdateArticleBody"];
        responses: {
            200: components["responses"]["ArticleUpdated"];
            400: components["responses"]["InvalidUpdate"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WriteForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailure"];
        };
    };
}
type WithRequired<T, K extends keyof T> = T & {
    [P in K]-?: T[P];
};
