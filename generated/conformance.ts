// Written by scripts/generate.ts from openapi/ with `npm run generate`. Do not edit: the next run replaces it.

import type { ConformanceFacts } from "../src/conformance/index.ts";

/** What a response of the API must be. */
export const conformanceFacts: ConformanceFacts = {
 "version": "1.0.0",
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
 "mediaType": "application/json",
 "errorEnvelope": {
  "$ref": "ErrorEnvelope"
 },
 "types": [
  "authentication_error",
  "invalid_request_error",
  "not_found_error",
  "rate_limit_error",
  "api_error"
 ],
 "errors": {
  "authentication_required": {
   "type": "authentication_error",
   "status": 401,
   "docUrl": "https://cstar.help/developers/api/errors#authentication_required",
   "param": "never",
   "retry": "never",
   "schema": {
    "$ref": "authentication_required"
   }
  },
  "invalid_api_key": {
   "type": "authentication_error",
   "status": 401,
   "docUrl": "https://cstar.help/developers/api/errors#invalid_api_key",
   "param": "never",
   "retry": "never",
   "schema": {
    "$ref": "invalid_api_key"
   }
  },
  "invalid_key_format": {
   "type": "authentication_error",
   "status": 401,
   "docUrl": "https://cstar.help/developers/api/errors#invalid_key_format",
   "param": "never",
   "retry": "never",
   "schema": {
    "$ref": "invalid_key_format"
   }
  },
  "key_expired": {
   "type": "authentication_error",
   "status": 401,
   "docUrl": "https://cstar.help/developers/api/errors#key_expired",
   "param": "never",
   "retry": "never",
   "schema": {
    "$ref": "key_expired"
   }
  },
  "insufficient_permissions": {
   "type": "authentication_error",
   "status": 403,
   "docUrl": "https://cstar.help/developers/api/errors#insufficient_permissions",
   "param": "never",
   "retry": "never",
   "schema": {
    "$ref": "insufficient_permissions"
   }
  },
  "publishable_key_write": {
   "type": "authentication_error",
   "status": 403,
   "docUrl": "https://cstar.help/developers/api/errors#publishable_key_write",
   "param": "never",
   "retry": "never",
   "schema": {
    "$ref": "publishable_key_write"
   }
  },
  "team_access_denied": {
   "type": "authentication_error",
   "status": 403,
   "docUrl": "https://cstar.help/developers/api/errors#team_access_denied",
   "param": "never",
   "retry": "never",
   "schema": {
    "$ref": "team_access_denied"
   }
  },
  "parameter_missing": {
   "type": "invalid_request_error",
   "status": 400,
   "docUrl": "https://cstar.help/developers/api/errors#parameter_missing",
   "param": "required",
   "retry": "never",
   "schema": {
    "$ref": "parameter_missing"
   }
  },
  "parameter_invalid": {
   "type": "invalid_request_error",
   "status": 400,
   "docUrl": "https://cstar.help/developers/api/errors#parameter_invalid",
   "param": "required",
   "retry": "never",
   "schema": {
    "$ref": "parameter_invalid"
   }
  },
  "invalid_json": {
   "type": "invalid_request_error",
   "status": 400,
   "docUrl": "https://cstar.help/developers/api/errors#invalid_json",
   "param": "never",
   "retry": "never",
   "schema": {
    "$ref": "invalid_json"
   }
  },
  "invalid_id_format": {
   "type": "invalid_request_error",
   "status": 400,
   "docUrl": "https://cstar.help/developers/api/errors#invalid_id_format",
   "param": "optional",
   "retry": "never",
   "schema": {
    "$ref": "invalid_id_format"
   }
  },
  "resource_conflict": {
   "type": "invalid_request_error",
   "status": 409,
   "docUrl": "https://cstar.help/developers/api/errors#resource_conflict",
   "param": "required",
   "retry": "never",
   "schema": {
    "$ref": "resource_conflict"
   }
  },
  "resource_not_found": {
   "type": "not_found_error",
   "status": 404,
   "docUrl": "https://cstar.help/developers/api/errors#resource_not_found",
   "param": "never",
   "retry": "never",
   "schema": {
    "$ref": "resource_not_found"
   }
  },
  "rate_limit_exceeded": {
   "type": "rate_limit_error",
   "status": 429,
   "docUrl": "https://cstar.help/developers/api/errors#rate_limit_exceeded",
   "param": "never",
   "retry": "after",
   "schema": {
    "$ref": "rate_limit_exceeded"
   }
  },
  "internal_error": {
   "type": "api_error",
   "status": 500,
   "docUrl": "https://cstar.help/developers/api/errors#internal_error",
   "param": "never",
   "retry": "backoff",
   "schema": {
    "$ref": "internal_error"
   }
  },
  "database_error": {
   "type": "api_error",
   "status": 500,
   "docUrl": "https://cstar.help/developers/api/errors#database_error",
   "param": "never",
   "retry": "backoff",
   "schema": {
    "$ref": "database_error"
   }
  }
 },
 "retired": {},
 "operations": [
  {
   "id": "listTickets",
   "method": "GET",
   "path": "/teams/{teamId}/tickets",
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
   "responses": {
    "200": "TicketsListed",
    "400": "InvalidQuery",
    "401": "Unauthenticated",
    "403": "ReadForbidden",
    "429": "RateLimited",
    "500": "ServerFailure"
   }
  },
  {
   "id": "createTicket",
   "method": "POST",
   "path": "/teams/{teamId}/tickets",
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
   "responses": {
    "201": "TicketCreated",
    "400": "InvalidCreation",
    "401": "Unauthenticated",
    "403": "WriteForbidden",
    "429": "RateLimited",
    "500": "ServerFailure"
   }
  },
  {
   "id": "getTicket",
   "method": "GET",
   "path": "/teams/{teamId}/tickets/{ticketId}",
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
   "responses": {
    "200": "TicketFound",
    "400": "InvalidId",
    "401": "Unauthenticated",
    "403": "ReadForbidden",
    "404": "NotFound",
    "429": "RateLimited",
    "500": "ServerFailure"
   }
  },
  {
   "id": "updateTicket",
   "method": "PATCH",
   "path": "/teams/{teamId}/tickets/{ticketId}",
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
   "responses": {
    "200": "TicketUpdated",
    "400": "InvalidUpdate",
    "401": "Unauthenticated",
    "403": "WriteForbidden",
    "404": "NotFound",
    "429": "RateLimited",
    "500": "ServerFailure"
   }
  },
  {
   "id": "deleteTicket",
   "method": "DELETE",
   "path": "/teams/{teamId}/tickets/{ticketId}",
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
   "responses": {
    "200": "TicketDeleted",
    "400": "InvalidId",
    "401": "Unauthenticated",
    "403": "WriteForbidden",
    "404": "NotFound",
    "429": "RateLimited",
    "500": "ServerFailure"
   }
  },
  {
   "id": "listTicketMessages",
   "method": "GET",
   "path": "/teams/{teamId}/tickets/{ticketId}/messages",
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
   "responses": {
    "200": "MessagesListed",
    "400": "InvalidQuery",
    "401": "Unauthenticated",
    "403": "ReadForbidden",
    "404": "NotFound",
    "429": "RateLimited",
    "500": "ServerFailure"
   }
  },
  {
   "id": "createTicketMessage",
   "method": "POST",
   "path": "/teams/{teamId}/tickets/{ticketId}/messages",
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
   "responses": {
    "201": "MessageCreated",
    "400": "InvalidCreation",
    "401": "Unauthenticated",
    "403": "WriteForbidden",
    "404": "NotFound",
    "429": "RateLimited",
    "500": "ServerFailure"
   }
  },
  {
   "id": "listCustomers",
   "method": "GET",
   "path": "/teams/{teamId}/customers",
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
   "responses": {
    "200": "CustomersListed",
    "400": "InvalidQuery",
    "401": "Unauthenticated",
    "403": "ReadForbidden",
    "429": "RateLimited",
    "500": "ServerFailure"
   }
  },
  {
   "id": "createCustomer",
   "method": "POST",
   "path": "/teams/{teamId}/customers",
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
   "responses": {
    "201": "CustomerCreated",
    "400": "InvalidCreation",
    "401": "Unauthenticated",
    "403": "WriteForbidden",
    "409": "Conflict",
    "429": "RateLimited",
    "500": "ServerFailure"
   }
  },
  {
   "id": "getCustomer",
   "method": "GET",
   "path": "/teams/{teamId}/customers/{customerId}",
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
   "responses": {
    "200": "CustomerFound",
    "400": "InvalidId",
    "401": "Unauthenticated",
    "403": "ReadForbidden",
    "404": "NotFound",
    "429": "RateLimited",
    "500": "ServerFailure"
   }
  },
  {
   "id": "updateCustomer",
   "method": "PATCH",
   "path": "/teams/{teamId}/customers/{customerId}",
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
   "responses": {
    "200": "CustomerUpdated",
    "400": "InvalidUpdate",
    "401": "Unauthenticated",
    "403": "WriteForbidden",
    "404": "NotFound",
    "409": "Conflict",
    "429": "RateLimited",
    "500": "ServerFailure"
   }
  },
  {
   "id": "deleteCustomer",
   "method": "DELETE",
   "path": "/teams/{teamId}/customers/{customerId}",
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
   "responses": {
    "200": "CustomerDeleted",
    "400": "InvalidId",
    "401": "Unauthenticated",
    "403": "WriteForbidden",
    "404": "NotFound",
    "429": "RateLimited",
    "500": "ServerFailure"
   }
  },
  {
   "id": "listArticles",
   "method": "GET",
   "path": "/teams/{teamId}/articles",
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
   "responses": {
    "200": "ArticlesListed",
    "400": "InvalidQuery",
    "401": "Unauthenticated",
    "403": "ReadForbidden",
    "429": "RateLimited",
    "500": "ServerFailure"
   }
  },
  {
   "id": "createArticle",
   "method": "POST",
   "path": "/teams/{teamId}/articles",
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
   "responses": {
    "201": "ArticleCreated",
    "400": "InvalidCreation",
    "401": "Unauthenticated",
    "403": "WriteForbidden",
    "409": "Conflict",
    "429": "RateLimited",
    "500": "ServerFailure"
   }
  },
  {
   "id": "getArticle",
   "method": "GET",
   "path": "/teams/{teamId}/articles/{articleId}",
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
   "responses": {
    "200": "ArticleFound",
    "400": "InvalidId",
    "401": "Unauthenticated",
    "403": "ReadForbidden",
    "404": "NotFound",
    "429": "RateLimited",
    "500": "ServerFailure"
   }
  },
  {
   "id": "updateArticle",
   "method": "PATCH",
   "path": "/teams/{teamId}/articles/{articleId}",
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
   "responses": {
    "200": "ArticleUpdated",
    "400": "InvalidUpdate",
    "401": "Unauthenticated",
    "403": "WriteForbidden",
    "404": "NotFound",
    "409": "Conflict",
    "429": "RateLimited",
    "500": "ServerFailure"
   }
  },
  {
   "id": "deleteArticle",
   "method": "DELETE",
   "path": "/teams/{teamId}/articles/{articleId}",
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
   "responses": {
    "200": "ArticleDeleted",
    "400": "InvalidId",
    "401": "Unauthenticated",
    "403": "WriteForbidden",
    "404": "NotFound",
    "429": "RateLimited",
    "500": "ServerFailure"
   }
  }
 ],
 "responses": {
  "TicketsListed": {
   "mediaType": "application/json",
   "schema": {
    "$ref": "TicketPage"
   },
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "InvalidQuery": {
   "mediaType": "application/json",
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "Unauthenticated": {
   "mediaType": "application/json",
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "ReadForbidden": {
   "mediaType": "application/json",
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "RateLimited": {
   "mediaType": "application/json",
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    },
    "retry-after": {
     "$ref": "/components/headers/RetryAfter/schema"
    }
   }
  },
  "ServerFailure": {
   "mediaType": "application/json",
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "TicketCreated": {
   "mediaType": "application/json",
   "schema": {
    "$ref": "TicketEnvelope"
   },
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "InvalidCreation": {
   "mediaType": "application/json",
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "WriteForbidden": {
   "mediaType": "application/json",
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "TicketFound": {
   "mediaType": "application/json",
   "schema": {
    "$ref": "TicketThreadEnvelope"
   },
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "InvalidId": {
   "mediaType": "application/json",
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "NotFound": {
   "mediaType": "application/json",
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "TicketUpdated": {
   "mediaType": "application/json",
   "schema": {
    "$ref": "TicketEnvelope"
   },
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "InvalidUpdate": {
   "mediaType": "application/json",
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "TicketDeleted": {
   "mediaType": "application/json",
   "schema": {
    "$ref": "DeletionEnvelope"
   },
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "MessagesListed": {
   "mediaType": "application/json",
   "schema": {
    "$ref": "MessagePage"
   },
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "MessageCreated": {
   "mediaType": "application/json",
   "schema": {
    "$ref": "MessageEnvelope"
   },
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "CustomersListed": {
   "mediaType": "application/json",
   "schema": {
    "$ref": "CustomerPage"
   },
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "CustomerCreated": {
   "mediaType": "application/json",
   "schema": {
    "$ref": "CustomerEnvelope"
   },
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "Conflict": {
   "mediaType": "application/json",
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "CustomerFound": {
   "mediaType": "application/json",
   "schema": {
    "$ref": "CustomerEnvelope"
   },
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "CustomerUpdated": {
   "mediaType": "application/json",
   "schema": {
    "$ref": "CustomerEnvelope"
   },
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "CustomerDeleted": {
   "mediaType": "application/json",
   "schema": {
    "$ref": "DeletionEnvelope"
   },
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "ArticlesListed": {
   "mediaType": "application/json",
   "schema": {
    "$ref": "ArticlePage"
   },
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "ArticleCreated": {
   "mediaType": "application/json",
   "schema": {
    "$ref": "ArticleEnvelope"
   },
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "ArticleFound": {
   "mediaType": "application/json",
   "schema": {
    "$ref": "ArticleEnvelope"
   },
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "ArticleUpdated": {
   "mediaType": "application/json",
   "schema": {
    "$ref": "ArticleEnvelope"
   },
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  },
  "ArticleDeleted": {
   "mediaType": "application/json",
   "schema": {
    "$ref": "DeletionEnvelope"
   },
   "headers": {
    "x-ratelimit-limit": {
     "$ref": "/components/headers/RateLimitLimit/schema"
    },
    "x-ratelimit-remaining": {
     "$ref": "/components/headers/RateLimitRemaining/schema"
    },
    "x-ratelimit-reset": {
     "$ref": "/components/headers/RateLimitReset/schema"
    },
    "x-ratelimit-window": {
     "$ref": "/components/headers/RateLimitWindow/schema"
    }
   }
  }
 },
 "schemas": {
  "authentication_required": {
   "allOf": [
    {
     "$ref": "ErrorObject"
    },
    {
     "type": "object",
     "required": [
      "type",
      "code",
      "doc_url"
     ],
     "properties": {
      "type": {
       "type": "string",
       "const": "authentication_error"
      },
      "code": {
       "type": "string",
       "const": "authentication_required"
      },
      "message": {
       "type": "string"
      },
      "doc_url": {
       "type": "string",
       "const": "https://cstar.help/developers/api/errors#authentication_required"
      }
     }
    }
   ]
  },
  "ErrorObject": {
   "type": "object",
   "required": [
    "type",
    "code",
    "message",
    "doc_url",
    "request_id"
   ],
   "properties": {
    "type": {
     "$ref": "ErrorType"
    },
    "code": {
     "$ref": "ErrorCode"
    },
    "message": {
     "type": "string",
     "pattern": "\\S",
     "minLength": 1
    },
    "doc_url": {
     "type": "string",
     "pattern": "^https://cstar\\.help/developers/api/errors#[a-z][a-z0-9]*(?:_[a-z0-9]+)*$",
     "format": "uri"
    },
    "request_id": {
     "$ref": "RequestId"
    }
   }
  },
  "ErrorType": {
   "type": "string",
   "enum": [
    "authentication_error",
    "invalid_request_error",
    "not_found_error",
    "rate_limit_error",
    "api_error"
   ]
  },
  "ErrorCode": {
   "type": "string",
   "enum": [
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
    "resource_not_found",
    "rate_limit_exceeded",
    "internal_error",
    "database_error"
   ]
  },
  "RequestId": {
   "type": "string",
   "pattern": "^req_[A-Za-z0-9]+$"
  },
  "invalid_api_key": {
   "allOf": [
    {
     "$ref": "ErrorObject"
    },
    {
     "type": "object",
     "required": [
      "type",
      "code",
      "doc_url"
     ],
     "properties": {
      "type": {
       "type": "string",
       "const": "authentication_error"
      },
      "code": {
       "type": "string",
       "const": "invalid_api_key"
      },
      "message": {
       "type": "string"
      },
      "doc_url": {
       "type": "string",
       "const": "https://cstar.help/developers/api/errors#invalid_api_key"
      }
     }
    }
   ]
  },
  "invalid_key_format": {
   "allOf": [
    {
     "$ref": "ErrorObject"
    },
    {
     "type": "object",
     "required": [
      "type",
      "code",
      "doc_url"
     ],
     "properties": {
      "type": {
       "type": "string",
       "const": "authentication_error"
      },
      "code": {
       "type": "string",
       "const": "invalid_key_format"
      },
      "message": {
       "type": "string"
      },
      "doc_url": {
       "type": "string",
       "const": "https://cstar.help/developers/api/errors#invalid_key_format"
      }
     }
    }
   ]
  },
  "key_expired": {
   "allOf": [
    {
     "$ref": "ErrorObject"
    },
    {
     "type": "object",
     "required": [
      "type",
      "code",
      "doc_url"
     ],
     "properties": {
      "type": {
       "type": "string",
       "const": "authentication_error"
      },
      "code": {
       "type": "string",
       "const": "key_expired"
      },
      "message": {
       "type": "string"
      },
      "doc_url": {
       "type": "string",
       "const": "https://cstar.help/developers/api/errors#key_expired"
      }
     }
    }
   ]
  },
  "insufficient_permissions": {
   "allOf": [
    {
     "$ref": "ErrorObject"
    },
    {
     "type": "object",
     "required": [
      "type",
      "code",
      "doc_url"
     ],
     "properties": {
      "type": {
       "type": "string",
       "const": "authentication_error"
      },
      "code": {
       "type": "string",
       "const": "insufficient_permissions"
      },
      "message": {
       "type": "string"
      },
      "doc_url": {
       "type": "string",
       "const": "https://cstar.help/developers/api/errors#insufficient_permissions"
      }
     }
    }
   ]
  },
  "publishable_key_write": {
   "allOf": [
    {
     "$ref": "ErrorObject"
    },
    {
     "type": "object",
     "required": [
      "type",
      "code",
      "doc_url"
     ],
     "properties": {
      "type": {
       "type": "string",
       "const": "authentication_error"
      },
      "code": {
       "type": "string",
       "const": "publishable_key_write"
      },
      "message": {
       "type": "string"
      },
      "doc_url": {
       "type": "string",
       "const": "https://cstar.help/developers/api/errors#publishable_key_write"
      }
     }
    }
   ]
  },
  "team_access_denied": {
   "allOf": [
    {
     "$ref": "ErrorObject"
    },
    {
     "type": "object",
     "required": [
      "type",
      "code",
      "doc_url"
     ],
     "properties": {
      "type": {
       "type": "string",
       "const": "authentication_error"
      },
      "code": {
       "type": "string",
       "const": "team_access_denied"
      },
      "message": {
       "type": "string"
      },
      "doc_url": {
       "type": "string",
       "const": "https://cstar.help/developers/api/errors#team_access_denied"
      }
     }
    }
   ]
  },
  "parameter_missing": {
   "allOf": [
    {
     "$ref": "ErrorObject"
    },
    {
     "type": "object",
     "required": [
      "type",
      "code",
      "param",
      "doc_url"
     ],
     "properties": {
      "type": {
       "type": "string",
       "const": "invalid_request_error"
      },
      "code": {
       "type": "string",
       "const": "parameter_missing"
      },
      "message": {
       "type": "string"
      },
      "param": {
       "$ref": "ErrorParam"
      },
      "doc_url": {
       "type": "string",
       "const": "https://cstar.help/developers/api/errors#parameter_missing"
      }
     }
    }
   ]
  },
  "ErrorParam": {
   "type": "string",
   "minLength": 1
  },
  "parameter_invalid": {
   "allOf": [
    {
     "$ref": "ErrorObject"
    },
    {
     "type": "object",
     "required": [
      "type",
      "code",
      "param",
      "doc_url"
     ],
     "properties": {
      "type": {
       "type": "string",
       "const": "invalid_request_error"
      },
      "code": {
       "type": "string",
       "const": "parameter_invalid"
      },
      "message": {
       "type": "string"
      },
      "param": {
       "$ref": "ErrorParam"
      },
      "doc_url": {
       "type": "string",
       "const": "https://cstar.help/developers/api/errors#parameter_invalid"
      }
     }
    }
   ]
  },
  "invalid_json": {
   "allOf": [
    {
     "$ref": "ErrorObject"
    },
    {
     "type": "object",
     "required": [
      "type",
      "code",
      "doc_url"
     ],
     "properties": {
      "type": {
       "type": "string",
       "const": "invalid_request_error"
      },
      "code": {
       "type": "string",
       "const": "invalid_json"
      },
      "message": {
       "type": "string"
      },
      "doc_url": {
       "type": "string",
       "const": "https://cstar.help/developers/api/errors#invalid_json"
      }
     }
    }
   ]
  },
  "invalid_id_format": {
   "allOf": [
    {
     "$ref": "ErrorObject"
    },
    {
     "type": "object",
     "required": [
      "type",
      "code",
      "doc_url"
     ],
     "properties": {
      "type": {
       "type": "string",
       "const": "invalid_request_error"
      },
      "code": {
       "type": "string",
       "const": "invalid_id_format"
      },
      "message": {
       "type": "string"
      },
      "param": {
       "$ref": "ErrorParam"
      },
      "doc_url": {
       "type": "string",
       "const": "https://cstar.help/developers/api/errors#invalid_id_format"
      }
     }
    }
   ]
  },
  "resource_conflict": {
   "allOf": [
    {
     "$ref": "ErrorObject"
    },
    {
     "type": "object",
     "required": [
      "type",
      "code",
      "param",
      "doc_url"
     ],
     "properties": {
      "type": {
       "type": "string",
       "const": "invalid_request_error"
      },
      "code": {
       "type": "string",
       "const": "resource_conflict"
      },
      "message": {
       "type": "string"
      },
      "param": {
       "$ref": "ErrorParam"
      },
      "doc_url": {
       "type": "string",
       "const": "https://cstar.help/developers/api/errors#resource_conflict"
      }
     }
    }
   ]
  },
  "resource_not_found": {
   "allOf": [
    {
     "$ref": "ErrorObject"
    },
    {
     "type": "object",
     "required": [
      "type",
      "code",
      "doc_url"
     ],
     "properties": {
      "type": {
       "type": "string",
       "const": "not_found_error"
      },
      "code": {
       "type": "string",
       "const": "resource_not_found"
      },
      "message": {
       "type": "string"
      },
      "doc_url": {
       "type": "string",
       "const": "https://cstar.help/developers/api/errors#resource_not_found"
      }
     }
    }
   ]
  },
  "rate_limit_exceeded": {
   "allOf": [
    {
     "$ref": "ErrorObject"
    },
    {
     "type": "object",
     "required": [
      "type",
      "code",
      "doc_url"
     ],
     "properties": {
      "type": {
       "type": "string",
       "const": "rate_limit_error"
      },
      "code": {
       "type": "string",
       "const": "rate_limit_exceeded"
      },
      "message": {
       "type": "string"
      },
      "doc_url": {
       "type": "string",
       "const": "https://cstar.help/developers/api/errors#rate_limit_exceeded"
      }
     }
    }
   ]
  },
  "internal_error": {
   "allOf": [
    {
     "$ref": "ErrorObject"
    },
    {
     "type": "object",
     "required": [
      "type",
      "code",
      "doc_url"
     ],
     "properties": {
      "type": {
       "type": "string",
       "const": "api_error"
      },
      "code": {
       "type": "string",
       "const": "internal_error"
      },
      "message": {
       "type": "string"
      },
      "doc_url": {
       "type": "string",
       "const": "https://cstar.help/developers/api/errors#internal_error"
      }
     }
    }
   ]
  },
  "database_error": {
   "allOf": [
    {
     "$ref": "ErrorObject"
    },
    {
     "type": "object",
     "required": [
      "type",
      "code",
      "doc_url"
     ],
     "properties": {
      "type": {
       "type": "string",
       "const": "api_error"
      },
      "code": {
       "type": "string",
       "const": "database_error"
      },
      "message": {
       "type": "string"
      },
      "doc_url": {
       "type": "string",
       "const": "https://cstar.help/developers/api/errors#database_error"
      }
     }
    }
   ]
  },
  "ErrorEnvelope": {
   "type": "object",
   "required": [
    "success",
    "error",
    "meta"
   ],
   "properties": {
    "success": {
     "type": "boolean",
     "const": false
    },
    "error": {
     "allOf": [
      {
       "$ref": "ErrorObject"
      }
     ]
    },
    "meta": {
     "$ref": "Meta"
    }
   }
  },
  "Meta": {
   "type": "object",
   "required": [
    "requestId",
    "timestamp"
   ],
   "properties": {
    "requestId": {
     "$ref": "RequestId"
    },
    "timestamp": {
     "type": "string",
     "format": "date-time"
    }
   }
  },
  "/components/headers/RateLimitLimit/schema": {
   "type": "integer",
   "minimum": 0
  },
  "/components/headers/RateLimitRemaining/schema": {
   "type": "integer",
   "minimum": 0
  },
  "/components/headers/RateLimitReset/schema": {
   "type": "integer",
   "minimum": 0
  },
  "/components/headers/RateLimitWindow/schema": {
   "type": "integer",
   "minimum": 0
  },
  "TicketPage": {
   "allOf": [
    {
     "$ref": "PageEnvelope"
    },
    {
     "type": "object",
     "required": [
      "data"
     ],
     "properties": {
      "data": {
       "type": "array",
       "items": {
        "$ref": "Ticket"
       }
      }
     }
    }
   ]
  },
  "PageEnvelope": {
   "allOf": [
    {
     "$ref": "SuccessEnvelope"
    },
    {
     "type": "object",
     "required": [
      "pagination"
     ],
     "properties": {
      "pagination": {
       "$ref": "Pagination"
      }
     }
    }
   ]
  },
  "SuccessEnvelope": {
   "type": "object",
   "required": [
    "success",
    "meta"
   ],
   "properties": {
    "success": {
     "type": "boolean",
     "const": true
    },
    "meta": {
     "$ref": "Meta"
    }
   }
  },
  "Pagination": {
   "type": "object",
   "required": [
    "total",
    "page",
    "pageSize",
    "hasMore"
   ],
   "properties": {
    "total": {
     "type": "integer",
     "minimum": 0
    },
    "page": {
     "type": "integer",
     "minimum": 1
    },
    "pageSize": {
     "type": "integer",
     "minimum": 1,
     "maximum": 100
    },
    "hasMore": {
     "type": "boolean"
    }
   }
  },
  "Ticket": {
   "type": "object",
   "required": [
    "id",
    "object",
    "title",
    "status",
    "priority",
    "customerId",
    "customerName",
    "assignedTo",
    "tags",
    "notes",
    "messageCount",
    "responseDeadline",
    "resolutionDeadline",
    "firstResponseAt",
    "responseTier",
    "resolutionTier",
    "slaPaused",
    "metadata",
    "createdAt",
    "closedAt",
    "updatedAt"
   ],
   "properties": {
    "id": {
     "$ref": "TicketId"
    },
    "object": {
     "type": "string",
     "const": "ticket"
    },
    "title": {
     "type": "string"
    },
    "status": {
     "$ref": "TicketStatus"
    },
    "priority": {
     "$ref": "TicketPriority"
    },
    "customerId": {
     "oneOf": [
      {
       "$ref": "CustomerId"
      },
      {
       "type": "null"
      }
     ]
    },
    "customerName": {
     "type": [
      "string",
      "null"
     ]
    },
    "customer": {
     "oneOf": [
      {
       "$ref": "Customer"
      },
      {
       "type": "null"
      }
     ]
    },
    "assignedTo": {
     "type": [
      "string",
      "null"
     ]
    },
    "tags": {
     "$ref": "Tags"
    },
    "notes": {
     "type": [
      "string",
      "null"
     ]
    },
    "messageCount": {
     "type": "integer",
     "minimum": 0
    },
    "responseDeadline": {
     "type": [
      "string",
      "null"
     ],
     "format": "date-time"
    },
    "resolutionDeadline": {
     "type": [
      "string",
      "null"
     ],
     "format": "date-time"
    },
    "firstResponseAt": {
     "type": [
      "string",
      "null"
     ],
     "format": "date-time"
    },
    "responseTier": {
     "type": [
      "string",
      "null"
     ]
    },
    "resolutionTier": {
     "type": [
      "string",
      "null"
     ]
    },
    "slaPaused": {
     "type": [
      "boolean",
      "null"
     ]
    },
    "metadata": {
     "oneOf": [
      {
       "$ref": "Metadata"
      },
      {
       "type": "null"
      }
     ]
    },
    "createdAt": {
     "type": "string",
     "format": "date-time"
    },
    "closedAt": {
     "type": [
      "string",
      "null"
     ],
     "format": "date-time"
    },
    "updatedAt": {
     "type": "string",
     "format": "date-time"
    }
   }
  },
  "TicketId": {
   "type": "string",
   "pattern": "^(?:tkt_[A-Za-z0-9]{1,32}|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})$"
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
  "CustomerId": {
   "type": "string",
   "pattern": "^(?:cus_[A-Za-z0-9]{1,32}|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})$"
  },
  "Customer": {
   "type": "object",
   "required": [
    "id",
    "object",
    "name",
    "email",
    "sentiment",
    "status",
    "tags",
    "notes",
    "customFields",
    "ticketCount",
    "metadata",
    "createdAt",
    "updatedAt"
   ],
   "properties": {
    "id": {
     "$ref": "CustomerId"
    },
    "object": {
     "type": "string",
     "const": "customer"
    },
    "name": {
     "type": "string"
    },
    "email": {
     "type": "string",
     "format": "email"
    },
    "sentiment": {
     "oneOf": [
      {
       "$ref": "CustomerSentiment"
      },
      {
       "type": "null"
      }
     ]
    },
    "status": {
     "$ref": "CustomerStatus"
    },
    "tags": {
     "$ref": "Tags"
    },
    "notes": {
     "type": [
      "string",
      "null"
     ]
    },
    "customFields": {
     "oneOf": [
      {
       "$ref": "CustomFields"
      },
      {
       "type": "null"
      }
     ]
    },
    "ticketCount": {
     "type": "integer",
     "minimum": 0
    },
    "metadata": {
     "oneOf": [
      {
       "$ref": "Metadata"
      },
      {
       "type": "null"
      }
     ]
    },
    "createdAt": {
     "type": "string",
     "format": "date-time"
    },
    "updatedAt": {
     "type": "string",
     "format": "date-time"
    }
   }
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
  "CustomerStatus": {
   "type": "string",
   "enum": [
    "active",
    "inactive"
   ]
  },
  "Tags": {
   "type": "array",
   "items": {
    "type": "string",
    "minLength": 1
   }
  },
  "CustomFields": {
   "type": "object",
   "additionalProperties": true
  },
  "Metadata": {
   "type": "object",
   "additionalProperties": true
  },
  "/components/headers/RetryAfter/schema": {
   "type": "integer",
   "minimum": 0
  },
  "TicketEnvelope": {
   "allOf": [
    {
     "$ref": "SuccessEnvelope"
    },
    {
     "type": "object",
     "required": [
      "data"
     ],
     "properties": {
      "data": {
       "$ref": "Ticket"
      }
     }
    }
   ]
  },
  "TicketThreadEnvelope": {
   "allOf": [
    {
     "$ref": "SuccessEnvelope"
    },
    {
     "type": "object",
     "required": [
      "data"
     ],
     "properties": {
      "data": {
       "$ref": "TicketThread"
      }
     }
    }
   ]
  },
  "TicketThread": {
   "allOf": [
    {
     "$ref": "Ticket"
    },
    {
     "type": "object",
     "required": [
      "messages"
     ],
     "properties": {
      "messages": {
       "type": "array",
       "items": {
        "$ref": "Message"
       }
      }
     }
    }
   ]
  },
  "Message": {
   "type": "object",
   "required": [
    "id",
    "content",
    "sender",
    "createdAt"
   ],
   "properties": {
    "id": {
     "type": "string",
     "minLength": 1
    },
    "ticketId": {
     "$ref": "TicketId"
    },
    "content": {
     "type": "string"
    },
    "sender": {
     "$ref": "MessageSender"
    },
    "senderName": {
     "type": [
      "string",
      "null"
     ]
    },
    "isInternal": {
     "type": "boolean"
    },
    "createdAt": {
     "type": "string",
     "format": "date-time"
    }
   }
  },
  "MessageSender": {
   "type": "string",
   "enum": [
    "agent",
    "customer",
    "system"
   ]
  },
  "DeletionEnvelope": {
   "allOf": [
    {
     "$ref": "SuccessEnvelope"
    },
    {
     "type": "object",
     "required": [
      "data"
     ],
     "properties": {
      "data": {
       "$ref": "Deletion"
      }
     }
    }
   ]
  },
  "Deletion": {
   "type": "object",
   "required": [
    "id",
    "deleted"
   ],
   "properties": {
    "id": {
     "$ref": "ResourceId"
    },
    "deleted": {
     "type": "boolean",
     "const": true
    }
   }
  },
  "ResourceId": {
   "type": "string",
   "pattern": "^(?:(?:tkt|cus|art)_[A-Za-z0-9]{1,32}|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})$"
  },
  "MessagePage": {
   "allOf": [
    {
     "$ref": "PageEnvelope"
    },
    {
     "type": "object",
     "required": [
      "data"
     ],
     "properties": {
      "data": {
       "type": "array",
       "items": {
        "$ref": "Message"
       }
      }
     }
    }
   ]
  },
  "MessageEnvelope": {
   "allOf": [
    {
     "$ref": "SuccessEnvelope"
    },
    {
     "type": "object",
     "required": [
      "data"
     ],
     "properties": {
      "data": {
       "$ref": "Message"
      }
     }
    }
   ]
  },
  "CustomerPage": {
   "allOf": [
    {
     "$ref": "PageEnvelope"
    },
    {
     "type": "object",
     "required": [
      "data"
     ],
     "properties": {
      "data": {
       "type": "array",
       "items": {
        "$ref": "Customer"
       }
      }
     }
    }
   ]
  },
  "CustomerEnvelope": {
   "allOf": [
    {
     "$ref": "SuccessEnvelope"
    },
    {
     "type": "object",
     "required": [
      "data"
     ],
     "properties": {
      "data": {
       "$ref": "Customer"
      }
     }
    }
   ]
  },
  "ArticlePage": {
   "allOf": [
    {
     "$ref": "PageEnvelope"
    },
    {
     "type": "object",
     "required": [
      "data"
     ],
     "properties": {
      "data": {
       "type": "array",
       "items": {
        "$ref": "Article"
       }
      }
     }
    }
   ]
  },
  "Article": {
   "type": "object",
   "required": [
    "id",
    "object",
    "title",
    "slug",
    "excerpt",
    "content",
    "categoryId",
    "status",
    "tags",
    "notes",
    "viewCount",
    "useCount",
    "readTime",
    "isPublic",
    "publishedAt",
    "metaDescription",
    "metadata",
    "createdAt",
    "updatedAt"
   ],
   "properties": {
    "id": {
     "$ref": "ArticleId"
    },
    "object": {
     "type": "string",
     "const": "article"
    },
    "title": {
     "type": "string"
    },
    "slug": {
     "type": [
      "string",
      "null"
     ]
    },
    "excerpt": {
     "type": [
      "string",
      "null"
     ]
    },
    "content": {
     "type": [
      "string",
      "null"
     ]
    },
    "categoryId": {
     "type": [
      "string",
      "null"
     ],
     "format": "uuid"
    },
    "status": {
     "$ref": "ArticleStatus"
    },
    "tags": {
     "$ref": "Tags"
    },
    "notes": {
     "type": [
      "string",
      "null"
     ]
    },
    "viewCount": {
     "type": "integer",
     "minimum": 0
    },
    "useCount": {
     "type": "integer",
     "minimum": 0
    },
    "readTime": {
     "type": [
      "string",
      "null"
     ]
    },
    "isPublic": {
     "type": "boolean"
    },
    "publishedAt": {
     "type": [
      "string",
      "null"
     ],
     "format": "date-time"
    },
    "metaDescription": {
     "type": [
      "string",
      "null"
     ]
    },
    "metadata": {
     "oneOf": [
      {
       "$ref": "Metadata"
      },
      {
       "type": "null"
      }
     ]
    },
    "createdAt": {
     "type": "string",
     "format": "date-time"
    },
    "updatedAt": {
     "type": "string",
     "format": "date-time"
    }
   }
  },
  "ArticleId": {
   "type": "string",
   "pattern": "^(?:art_[A-Za-z0-9]{1,32}|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})$"
  },
  "ArticleStatus": {
   "type": "string",
   "enum": [
    "draft",
    "published",
    "archived"
   ]
  },
  "ArticleEnvelope": {
   "allOf": [
    {
     "$ref": "SuccessEnvelope"
    },
    {
     "type": "object",
     "required": [
      "data"
     ],
     "properties": {
      "data": {
       "$ref": "Article"
      }
     }
    }
   ]
  }
 },
 "keyPrefixes": [
  "sk_live_",
  "pk_live_",
  "sk_test_",
  "pk_test_"
 ]
};
