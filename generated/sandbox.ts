// Written by scripts/generate.ts from openapi/ with `npm run generate`. Do not edit: the next run replaces it.

import { createSandboxOn, type Sandbox, type SandboxFacts, type SandboxOptions } from "../src/sandbox/index.ts";
import { conformanceFacts } from "./conformance.ts";
import { withErrors } from "./server.ts";

/**
 * A server that behaves like the API, with its state in memory.
 * @throws RangeError in a sentence for a seed that is wrong
 */
export function createSandbox(options?: SandboxOptions): Sandbox {
  return createSandboxOn({ facts: sandboxFacts, conformance: conformanceFacts, kit: { withErrors } }, options);
}

/** What a request of the API must be. */
export const sandboxFacts: SandboxFacts = {
 "basePath": "/api/v1",
 "envelope": {
  "success": "success",
  "error": "error",
  "data": "data",
  "meta": "meta",
  "pagination": "pagination",
  "fields": {
   "type": "type",
   "code": "code",
   "message": "message",
   "param": "param",
   "docUrl": "doc_url",
   "requestId": "request_id"
  },
  "metaFields": {
   "requestId": "requestId",
   "timestamp": "timestamp"
  }
 },
 "keys": [
  {
   "prefix": "sk_live_",
   "kind": "secret",
   "environment": "production",
   "requestsPerHour": 1000
  },
  {
   "prefix": "pk_live_",
   "kind": "publishable",
   "environment": "production",
   "requestsPerHour": 100
  },
  {
   "prefix": "sk_test_",
   "kind": "secret",
   "environment": "test",
   "requestsPerHour": 1000
  },
  {
   "prefix": "pk_test_",
   "kind": "publishable",
   "environment": "test",
   "requestsPerHour": 100
  }
 ],
 "operations": [
  {
   "id": "listTickets",
   "method": "GET",
   "path": "/teams/{teamId}/tickets",
   "status": 200,
   "codes": [
    "authentication_required",
    "invalid_api_key",
    "invalid_key_format",
    "key_expired",
    "insufficient_permissions",
    "team_access_denied",
    "parameter_invalid",
    "invalid_id_format",
    "rate_limit_exceeded",
    "internal_error",
    "database_error"
   ],
   "parameters": [
    {
     "name": "teamId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "550e8400-e29b-41d4-a716-446655440000",
     "schema": {
      "$ref": "/components/parameters/TeamId/schema"
     }
    },
    {
     "name": "page",
     "in": "query",
     "required": false,
     "type": "integer",
     "default": 1,
     "example": 1,
     "schema": {
      "$ref": "/components/parameters/Page/schema"
     }
    },
    {
     "name": "pageSize",
     "in": "query",
     "required": false,
     "type": "integer",
     "default": 20,
     "example": 20,
     "schema": {
      "$ref": "/components/parameters/PageSize/schema"
     }
    },
    {
     "name": "status",
     "in": "query",
     "required": false,
     "type": "string",
     "example": "new",
     "schema": {
      "$ref": "TicketStatus"
     }
    },
    {
     "name": "priority",
     "in": "query",
     "required": false,
     "type": "string",
     "example": "low",
     "schema": {
      "$ref": "TicketPriority"
     }
    },
    {
     "name": "assignedTo",
     "in": "query",
     "required": false,
     "type": "string",
     "schema": {
      "$ref": "/components/parameters/AssigneeFilter/schema"
     }
    },
    {
     "name": "customerId",
     "in": "query",
     "required": false,
     "type": "string",
     "example": "cus_x9Y8z7W6v5U4",
     "schema": {
      "$ref": "CustomerId"
     }
    },
    {
     "name": "search",
     "in": "query",
     "required": false,
     "type": "string",
     "schema": {
      "$ref": "/components/parameters/Search/schema"
     }
    },
    {
     "name": "expand",
     "in": "query",
     "required": false,
     "type": "list",
     "explode": false,
     "schema": {
      "$ref": "/components/parameters/TicketExpand/schema"
     }
    }
   ]
  },
  {
   "id": "createTicket",
   "method": "POST",
   "path": "/teams/{teamId}/tickets",
   "status": 201,
   "codes": [
    "authentication_required",
    "invalid_api_key",
    "invalid_key_format",
    "key_expired",
    "insufficient_permissions",
    "publishable_key_write",
    "team_access_denied",
    "parameter_missing",
    "parameter_invalid",
    "invalid_json",
    "invalid_id_format",
    "rate_limit_exceeded",
    "internal_error",
    "database_error"
   ],
   "parameters": [
    {
     "name": "teamId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "550e8400-e29b-41d4-a716-446655440000",
     "schema": {
      "$ref": "/components/parameters/TeamId/schema"
     }
    },
    {
     "name": "Idempotency-Key",
     "in": "header",
     "required": false,
     "type": "string",
     "example": "5f0c8a52-3a4e-4c8e-9d0b-6f6a2b1d7e90",
     "schema": {
      "$ref": "/components/parameters/IdempotencyKey/schema"
     }
    }
   ],
   "body": {
    "schema": {
     "$ref": "CreateTicket"
    },
    "unique": [],
    "references": [
     {
      "field": "customerId",
      "to": "Customer"
     }
    ],
    "example": {
     "title": "Charged twice for March",
     "priority": "high",
     "customerId": "cus_x9Y8z7W6v5U4",
     "tags": [
      "billing"
     ],
     "metadata": {
      "orderId": "A-1042"
     },
     "initialMessage": "I was charged twice this month."
    }
   }
  },
  {
   "id": "getTicket",
   "method": "GET",
   "path": "/teams/{teamId}/tickets/{ticketId}",
   "status": 200,
   "codes": [
    "authentication_required",
    "invalid_api_key",
    "invalid_key_format",
    "key_expired",
    "insufficient_permissions",
    "team_access_denied",
    "invalid_id_format",
    "resource_not_found",
    "rate_limit_exceeded",
    "internal_error",
    "database_error"
   ],
   "parameters": [
    {
     "name": "teamId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "550e8400-e29b-41d4-a716-446655440000",
     "schema": {
      "$ref": "/components/parameters/TeamId/schema"
     }
    },
    {
     "name": "ticketId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "tkt_a1B2c3D4e5F6",
     "schema": {
      "$ref": "TicketId"
     }
    }
   ]
  },
  {
   "id": "updateTicket",
   "method": "PATCH",
   "path": "/teams/{teamId}/tickets/{ticketId}",
   "status": 200,
   "codes": [
    "authentication_required",
    "invalid_api_key",
    "invalid_key_format",
    "key_expired",
    "insufficient_permissions",
    "publishable_key_write",
    "team_access_denied",
    "parameter_invalid",
    "invalid_json",
    "invalid_id_format",
    "resource_not_found",
    "rate_limit_exceeded",
    "internal_error",
    "database_error"
   ],
   "parameters": [
    {
     "name": "teamId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "550e8400-e29b-41d4-a716-446655440000",
     "schema": {
      "$ref": "/components/parameters/TeamId/schema"
     }
    },
    {
     "name": "ticketId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "tkt_a1B2c3D4e5F6",
     "schema": {
      "$ref": "TicketId"
     }
    },
    {
     "name": "Idempotency-Key",
     "in": "header",
     "required": false,
     "type": "string",
     "example": "5f0c8a52-3a4e-4c8e-9d0b-6f6a2b1d7e90",
     "schema": {
      "$ref": "/components/parameters/IdempotencyKey/schema"
     }
    }
   ],
   "body": {
    "schema": {
     "$ref": "UpdateTicket"
    },
    "unique": [],
    "references": [
     {
      "field": "customerId",
      "to": "Customer"
     }
    ],
    "example": {
     "status": "resolved",
     "notes": "Refund is on its way."
    }
   }
  },
  {
   "id": "deleteTicket",
   "method": "DELETE",
   "path": "/teams/{teamId}/tickets/{ticketId}",
   "status": 200,
   "codes": [
    "authentication_required",
    "invalid_api_key",
    "invalid_key_format",
    "key_expired",
    "insufficient_permissions",
    "publishable_key_write",
    "team_access_denied",
    "invalid_id_format",
    "resource_not_found",
    "rate_limit_exceeded",
    "internal_error",
    "database_error"
   ],
   "parameters": [
    {
     "name": "teamId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "550e8400-e29b-41d4-a716-446655440000",
     "schema": {
      "$ref": "/components/parameters/TeamId/schema"
     }
    },
    {
     "name": "ticketId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "tkt_a1B2c3D4e5F6",
     "schema": {
      "$ref": "TicketId"
     }
    }
   ]
  },
  {
   "id": "listTicketMessages",
   "method": "GET",
   "path": "/teams/{teamId}/tickets/{ticketId}/messages",
   "status": 200,
   "codes": [
    "authentication_required",
    "invalid_api_key",
    "invalid_key_format",
    "key_expired",
    "insufficient_permissions",
    "team_access_denied",
    "parameter_invalid",
    "invalid_id_format",
    "resource_not_found",
    "rate_limit_exceeded",
    "internal_error",
    "database_error"
   ],
   "parameters": [
    {
     "name": "teamId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "550e8400-e29b-41d4-a716-446655440000",
     "schema": {
      "$ref": "/components/parameters/TeamId/schema"
     }
    },
    {
     "name": "ticketId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "tkt_a1B2c3D4e5F6",
     "schema": {
      "$ref": "TicketId"
     }
    },
    {
     "name": "page",
     "in": "query",
     "required": false,
     "type": "integer",
     "default": 1,
     "example": 1,
     "schema": {
      "$ref": "/components/parameters/Page/schema"
     }
    },
    {
     "name": "pageSize",
     "in": "query",
     "required": false,
     "type": "integer",
     "default": 20,
     "example": 20,
     "schema": {
      "$ref": "/components/parameters/PageSize/schema"
     }
    }
   ]
  },
  {
   "id": "createTicketMessage",
   "method": "POST",
   "path": "/teams/{teamId}/tickets/{ticketId}/messages",
   "status": 201,
   "codes": [
    "authentication_required",
    "invalid_api_key",
    "invalid_key_format",
    "key_expired",
    "insufficient_permissions",
    "publishable_key_write",
    "team_access_denied",
    "parameter_missing",
    "parameter_invalid",
    "invalid_json",
    "invalid_id_format",
    "resource_not_found",
    "rate_limit_exceeded",
    "internal_error",
    "database_error"
   ],
   "parameters": [
    {
     "name": "teamId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "550e8400-e29b-41d4-a716-446655440000",
     "schema": {
      "$ref": "/components/parameters/TeamId/schema"
     }
    },
    {
     "name": "ticketId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "tkt_a1B2c3D4e5F6",
     "schema": {
      "$ref": "TicketId"
     }
    },
    {
     "name": "Idempotency-Key",
     "in": "header",
     "required": false,
     "type": "string",
     "example": "5f0c8a52-3a4e-4c8e-9d0b-6f6a2b1d7e90",
     "schema": {
      "$ref": "/components/parameters/IdempotencyKey/schema"
     }
    }
   ],
   "body": {
    "schema": {
     "$ref": "CreateMessage"
    },
    "unique": [],
    "references": [],
    "example": {
     "content": "The second charge has been refunded.",
     "sender": "agent"
    }
   }
  },
  {
   "id": "listCustomers",
   "method": "GET",
   "path": "/teams/{teamId}/customers",
   "status": 200,
   "codes": [
    "authentication_required",
    "invalid_api_key",
    "invalid_key_format",
    "key_expired",
    "insufficient_permissions",
    "team_access_denied",
    "parameter_invalid",
    "invalid_id_format",
    "rate_limit_exceeded",
    "internal_error",
    "database_error"
   ],
   "parameters": [
    {
     "name": "teamId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "550e8400-e29b-41d4-a716-446655440000",
     "schema": {
      "$ref": "/components/parameters/TeamId/schema"
     }
    },
    {
     "name": "page",
     "in": "query",
     "required": false,
     "type": "integer",
     "default": 1,
     "example": 1,
     "schema": {
      "$ref": "/components/parameters/Page/schema"
     }
    },
    {
     "name": "pageSize",
     "in": "query",
     "required": false,
     "type": "integer",
     "default": 20,
     "example": 20,
     "schema": {
      "$ref": "/components/parameters/PageSize/schema"
     }
    },
    {
     "name": "status",
     "in": "query",
     "required": false,
     "type": "string",
     "example": "active",
     "schema": {
      "$ref": "CustomerStatus"
     }
    },
    {
     "name": "sentiment",
     "in": "query",
     "required": false,
     "type": "string",
     "example": "happy",
     "schema": {
      "$ref": "CustomerSentiment"
     }
    },
    {
     "name": "search",
     "in": "query",
     "required": false,
     "type": "string",
     "schema": {
      "$ref": "/components/parameters/Search/schema"
     }
    },
    {
     "name": "tag",
     "in": "query",
     "required": false,
     "type": "string",
     "schema": {
      "$ref": "/components/parameters/TagFilter/schema"
     }
    }
   ]
  },
  {
   "id": "createCustomer",
   "method": "POST",
   "path": "/teams/{teamId}/customers",
   "status": 201,
   "codes": [
    "authentication_required",
    "invalid_api_key",
    "invalid_key_format",
    "key_expired",
    "insufficient_permissions",
    "publishable_key_write",
    "team_access_denied",
    "parameter_missing",
    "parameter_invalid",
    "invalid_json",
    "invalid_id_format",
    "resource_conflict",
    "rate_limit_exceeded",
    "internal_error",
    "database_error"
   ],
   "parameters": [
    {
     "name": "teamId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "550e8400-e29b-41d4-a716-446655440000",
     "schema": {
      "$ref": "/components/parameters/TeamId/schema"
     }
    },
    {
     "name": "Idempotency-Key",
     "in": "header",
     "required": false,
     "type": "string",
     "example": "5f0c8a52-3a4e-4c8e-9d0b-6f6a2b1d7e90",
     "schema": {
      "$ref": "/components/parameters/IdempotencyKey/schema"
     }
    }
   ],
   "body": {
    "schema": {
     "$ref": "CreateCustomer"
    },
    "unique": [
     {
      "field": "email",
      "ignoreCase": true
     }
    ],
    "references": [],
    "example": {
     "name": "Jane Doe",
     "email": "jane@example.com",
     "sentiment": "neutral",
     "status": "active",
     "tags": [
      "vip"
     ],
     "notes": "Prefers to be called.",
     "customFields": {
      "plan": "enterprise"
     }
    }
   }
  },
  {
   "id": "getCustomer",
   "method": "GET",
   "path": "/teams/{teamId}/customers/{customerId}",
   "status": 200,
   "codes": [
    "authentication_required",
    "invalid_api_key",
    "invalid_key_format",
    "key_expired",
    "insufficient_permissions",
    "team_access_denied",
    "invalid_id_format",
    "resource_not_found",
    "rate_limit_exceeded",
    "internal_error",
    "database_error"
   ],
   "parameters": [
    {
     "name": "teamId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "550e8400-e29b-41d4-a716-446655440000",
     "schema": {
      "$ref": "/components/parameters/TeamId/schema"
     }
    },
    {
     "name": "customerId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "cus_x9Y8z7W6v5U4",
     "schema": {
      "$ref": "CustomerId"
     }
    }
   ]
  },
  {
   "id": "updateCustomer",
   "method": "PATCH",
   "path": "/teams/{teamId}/customers/{customerId}",
   "status": 200,
   "codes": [
    "authentication_required",
    "invalid_api_key",
    "invalid_key_format",
    "key_expired",
    "insufficient_permissions",
    "publishable_key_write",
    "team_access_denied",
    "parameter_invalid",
    "invalid_json",
    "invalid_id_format",
    "resource_conflict",
    "resource_not_found",
    "rate_limit_exceeded",
    "internal_error",
    "database_error"
   ],
   "parameters": [
    {
     "name": "teamId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "550e8400-e29b-41d4-a716-446655440000",
     "schema": {
      "$ref": "/components/parameters/TeamId/schema"
     }
    },
    {
     "name": "customerId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "cus_x9Y8z7W6v5U4",
     "schema": {
      "$ref": "CustomerId"
     }
    },
    {
     "name": "Idempotency-Key",
     "in": "header",
     "required": false,
     "type": "string",
     "example": "5f0c8a52-3a4e-4c8e-9d0b-6f6a2b1d7e90",
     "schema": {
      "$ref": "/components/parameters/IdempotencyKey/schema"
     }
    }
   ],
   "body": {
    "schema": {
     "$ref": "UpdateCustomer"
    },
    "unique": [
     {
      "field": "email",
      "ignoreCase": true
     }
    ],
    "references": [],
    "example": {
     "sentiment": "happy"
    }
   }
  },
  {
   "id": "deleteCustomer",
   "method": "DELETE",
   "path": "/teams/{teamId}/customers/{customerId}",
   "status": 200,
   "codes": [
    "authentication_required",
    "invalid_api_key",
    "invalid_key_format",
    "key_expired",
    "insufficient_permissions",
    "publishable_key_write",
    "team_access_denied",
    "invalid_id_format",
    "resource_not_found",
    "rate_limit_exceeded",
    "internal_error",
    "database_error"
   ],
   "parameters": [
    {
     "name": "teamId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "550e8400-e29b-41d4-a716-446655440000",
     "schema": {
      "$ref": "/components/parameters/TeamId/schema"
     }
    },
    {
     "name": "customerId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "cus_x9Y8z7W6v5U4",
     "schema": {
      "$ref": "CustomerId"
     }
    }
   ]
  },
  {
   "id": "listArticles",
   "method": "GET",
   "path": "/teams/{teamId}/articles",
   "status": 200,
   "codes": [
    "authentication_required",
    "invalid_api_key",
    "invalid_key_format",
    "key_expired",
    "insufficient_permissions",
    "team_access_denied",
    "parameter_invalid",
    "invalid_id_format",
    "rate_limit_exceeded",
    "internal_error",
    "database_error"
   ],
   "parameters": [
    {
     "name": "teamId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "550e8400-e29b-41d4-a716-446655440000",
     "schema": {
      "$ref": "/components/parameters/TeamId/schema"
     }
    },
    {
     "name": "page",
     "in": "query",
     "required": false,
     "type": "integer",
     "default": 1,
     "example": 1,
     "schema": {
      "$ref": "/components/parameters/Page/schema"
     }
    },
    {
     "name": "pageSize",
     "in": "query",
     "required": false,
     "type": "integer",
     "default": 20,
     "example": 20,
     "schema": {
      "$ref": "/components/parameters/PageSize/schema"
     }
    },
    {
     "name": "status",
     "in": "query",
     "required": false,
     "type": "string",
     "example": "draft",
     "schema": {
      "$ref": "ArticleStatus"
     }
    },
    {
     "name": "category",
     "in": "query",
     "required": false,
     "type": "string",
     "schema": {
      "$ref": "/components/parameters/CategoryFilter/schema"
     }
    },
    {
     "name": "isPublic",
     "in": "query",
     "required": false,
     "type": "boolean",
     "schema": {
      "$ref": "/components/parameters/PublicFilter/schema"
     }
    },
    {
     "name": "search",
     "in": "query",
     "required": false,
     "type": "string",
     "schema": {
      "$ref": "/components/parameters/Search/schema"
     }
    },
    {
     "name": "tag",
     "in": "query",
     "required": false,
     "type": "string",
     "schema": {
      "$ref": "/components/parameters/TagFilter/schema"
     }
    }
   ]
  },
  {
   "id": "createArticle",
   "method": "POST",
   "path": "/teams/{teamId}/articles",
   "status": 201,
   "codes": [
    "authentication_required",
    "invalid_api_key",
    "invalid_key_format",
    "key_expired",
    "insufficient_permissions",
    "publishable_key_write",
    "team_access_denied",
    "parameter_missing",
    "parameter_invalid",
    "invalid_json",
    "invalid_id_format",
    "resource_conflict",
    "rate_limit_exceeded",
    "internal_error",
    "database_error"
   ],
   "parameters": [
    {
     "name": "teamId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "550e8400-e29b-41d4-a716-446655440000",
     "schema": {
      "$ref": "/components/parameters/TeamId/schema"
     }
    },
    {
     "name": "Idempotency-Key",
     "in": "header",
     "required": false,
     "type": "string",
     "example": "5f0c8a52-3a4e-4c8e-9d0b-6f6a2b1d7e90",
     "schema": {
      "$ref": "/components/parameters/IdempotencyKey/schema"
     }
    }
   ],
   "body": {
    "schema": {
     "$ref": "CreateArticle"
    },
    "unique": [
     {
      "field": "slug",
      "ignoreCase": false
     }
    ],
    "references": [
     {
      "field": "categoryId",
      "to": "Category"
     }
    ],
    "example": {
     "title": "How to change your password",
     "content": "# How to change your password\n\nOpen your profile, then …",
     "excerpt": "Three steps to a new password.",
     "status": "draft",
     "isPublic": true,
     "tags": [
      "account"
     ],
     "slug": "how-to-change-your-password",
     "metaDescription": "Change the password of your account in three steps."
    }
   }
  },
  {
   "id": "getArticle",
   "method": "GET",
   "path": "/teams/{teamId}/articles/{articleId}",
   "status": 200,
   "codes": [
    "authentication_required",
    "invalid_api_key",
    "invalid_key_format",
    "key_expired",
    "insufficient_permissions",
    "team_access_denied",
    "invalid_id_format",
    "resource_not_found",
    "rate_limit_exceeded",
    "internal_error",
    "database_error"
   ],
   "parameters": [
    {
     "name": "teamId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "550e8400-e29b-41d4-a716-446655440000",
     "schema": {
      "$ref": "/components/parameters/TeamId/schema"
     }
    },
    {
     "name": "articleId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "art_m3N4o5P6q7R8",
     "schema": {
      "$ref": "ArticleId"
     }
    }
   ]
  },
  {
   "id": "updateArticle",
   "method": "PATCH",
   "path": "/teams/{teamId}/articles/{articleId}",
   "status": 200,
   "codes": [
    "authentication_required",
    "invalid_api_key",
    "invalid_key_format",
    "key_expired",
    "insufficient_permissions",
    "publishable_key_write",
    "team_access_denied",
    "parameter_invalid",
    "invalid_json",
    "invalid_id_format",
    "resource_conflict",
    "resource_not_found",
    "rate_limit_exceeded",
    "internal_error",
    "database_error"
   ],
   "parameters": [
    {
     "name": "teamId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "550e8400-e29b-41d4-a716-446655440000",
     "schema": {
      "$ref": "/components/parameters/TeamId/schema"
     }
    },
    {
     "name": "articleId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "art_m3N4o5P6q7R8",
     "schema": {
      "$ref": "ArticleId"
     }
    },
    {
     "name": "Idempotency-Key",
     "in": "header",
     "required": false,
     "type": "string",
     "example": "5f0c8a52-3a4e-4c8e-9d0b-6f6a2b1d7e90",
     "schema": {
      "$ref": "/components/parameters/IdempotencyKey/schema"
     }
    }
   ],
   "body": {
    "schema": {
     "$ref": "UpdateArticle"
    },
    "unique": [
     {
      "field": "slug",
      "ignoreCase": false
     }
    ],
    "references": [
     {
      "field": "categoryId",
      "to": "Category"
     }
    ],
    "example": {
     "status": "published",
     "isPublic": true
    }
   }
  },
  {
   "id": "deleteArticle",
   "method": "DELETE",
   "path": "/teams/{teamId}/articles/{articleId}",
   "status": 200,
   "codes": [
    "authentication_required",
    "invalid_api_key",
    "invalid_key_format",
    "key_expired",
    "insufficient_permissions",
    "publishable_key_write",
    "team_access_denied",
    "invalid_id_format",
    "resource_not_found",
    "rate_limit_exceeded",
    "internal_error",
    "database_error"
   ],
   "parameters": [
    {
     "name": "teamId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "550e8400-e29b-41d4-a716-446655440000",
     "schema": {
      "$ref": "/components/parameters/TeamId/schema"
     }
    },
    {
     "name": "articleId",
     "in": "path",
     "required": true,
     "type": "string",
     "example": "art_m3N4o5P6q7R8",
     "schema": {
      "$ref": "ArticleId"
     }
    }
   ]
  }
 ],
 "schemas": {
  "/components/parameters/TeamId/schema": {
   "type": "string",
   "format": "uuid"
  },
  "/components/parameters/Page/schema": {
   "type": "integer",
   "minimum": 1
  },
  "/components/parameters/PageSize/schema": {
   "type": "integer",
   "minimum": 1,
   "maximum": 100
  },
  "TicketStatus": {
   "type": "string",
   "enum": [
    "new",
    "open",
    "pending",
    "resolved",
    "closed"
   ]
  },
  "TicketPriority": {
   "type": "string",
   "enum": [
    "low",
    "normal",
    "high",
    "urgent"
   ]
  },
  "/components/parameters/AssigneeFilter/schema": {
   "type": "string"
  },
  "CustomerId": {
   "type": "string",
   "pattern": "^(?:cus_[A-Za-z0-9]{1,32}|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})$"
  },
  "/components/parameters/Search/schema": {
   "type": "string"
  },
  "/components/parameters/TicketExpand/schema": {
   "type": "array",
   "items": {
    "type": "string",
    "enum": [
     "customer"
    ]
   }
  },
  "/components/parameters/IdempotencyKey/schema": {
   "type": "string",
   "minLength": 1,
   "maxLength": 255
  },
  "CreateTicket": {
   "type": "object",
   "required": [
    "title"
   ],
   "properties": {
    "initialMessage": {
     "type": "string",
     "minLength": 1
    }
   },
   "allOf": [
    {
     "$ref": "TicketInput"
    }
   ]
  },
  "TicketInput": {
   "type": "object",
   "properties": {
    "title": {
     "type": "string",
     "minLength": 1
    },
    "priority": {
     "$ref": "TicketPriority"
    },
    "status": {
     "$ref": "TicketStatus"
    },
    "customerId": {
     "$ref": "CustomerId"
    },
    "customerName": {
     "type": "string"
    },
    "tags": {
     "$ref": "Tags"
    },
    "notes": {
     "type": "string"
    },
    "metadata": {
     "$ref": "Metadata"
    }
   }
  },
  "Tags": {
   "type": "array",
   "items": {
    "type": "string",
    "minLength": 1
   }
  },
  "Metadata": {
   "type": "object",
   "additionalProperties": true
  },
  "TicketId": {
   "type": "string",
   "pattern": "^(?:tkt_[A-Za-z0-9]{1,32}|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})$"
  },
  "UpdateTicket": {
   "type": "object",
   "minProperties": 1,
   "allOf": [
    {
     "$ref": "TicketInput"
    }
   ]
  },
  "CreateMessage": {
   "type": "object",
   "required": [
    "content"
   ],
   "properties": {
    "content": {
     "type": "string",
     "minLength": 1
    },
    "sender": {
     "type": "string",
     "enum": [
      "agent",
      "customer"
     ]
    }
   }
  },
  "CustomerStatus": {
   "type": "string",
   "enum": [
    "active",
    "inactive"
   ]
  },
  "CustomerSentiment": {
   "type": "string",
   "enum": [
    "happy",
    "neutral",
    "frustrated",
    "angry"
   ]
  },
  "/components/parameters/TagFilter/schema": {
   "type": "string"
  },
  "CreateCustomer": {
   "type": "object",
   "required": [
    "name",
    "email"
   ],
   "allOf": [
    {
     "$ref": "CustomerInput"
    }
   ]
  },
  "CustomerInput": {
   "type": "object",
   "properties": {
    "name": {
     "type": "string",
     "minLength": 1
    },
    "email": {
     "type": "string",
     "format": "email"
    },
    "sentiment": {
     "$ref": "CustomerSentiment"
    },
    "status": {
     "$ref": "CustomerStatus"
    },
    "tags": {
     "$ref": "Tags"
    },
    "notes": {
     "type": "string"
    },
    "customFields": {
     "$ref": "CustomFields"
    },
    "metadata": {
     "$ref": "Metadata"
    }
   }
  },
  "CustomFields": {
   "type": "object",
   "additionalProperties": true
  },
  "UpdateCustomer": {
   "type": "object",
   "minProperties": 1,
   "allOf": [
    {
     "$ref": "CustomerInput"
    }
   ]
  },
  "ArticleStatus": {
   "type": "string",
   "enum": [
    "draft",
    "published",
    "archived"
   ]
  },
  "/components/parameters/CategoryFilter/schema": {
   "type": "string",
   "format": "uuid"
  },
  "/components/parameters/PublicFilter/schema": {
   "type": "boolean"
  },
  "CreateArticle": {
   "type": "object",
   "required": [
    "title"
   ],
   "allOf": [
    {
     "$ref": "ArticleInput"
    }
   ]
  },
  "ArticleInput": {
   "type": "object",
   "properties": {
    "title": {
     "type": "string",
     "minLength": 1
    },
    "content": {
     "type": "string"
    },
    "excerpt": {
     "type": "string"
    },
    "categoryId": {
     "type": "string",
     "format": "uuid"
    },
    "status": {
     "$ref": "ArticleStatus"
    },
    "isPublic": {
     "type": "boolean"
    },
    "tags": {
     "$ref": "Tags"
    },
    "slug": {
     "type": "string",
     "minLength": 1
    },
    "notes": {
     "type": "string"
    },
    "metaDescription": {
     "type": "string"
    },
    "metadata": {
     "$ref": "Metadata"
    }
   }
  },
  "ArticleId": {
   "type": "string",
   "pattern": "^(?:art_[A-Za-z0-9]{1,32}|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})$"
  },
  "UpdateArticle": {
   "type": "object",
   "minProperties": 1,
   "allOf": [
    {
     "$ref": "ArticleInput"
    }
   ]
  }
 }
};
